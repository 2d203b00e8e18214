"""The unique pupil number: its form, and its check letter, which tells of a slip of the finger.

The letter in front is worked out from the twelve signs behind it: each by its place, from 2 on, the
sum divided by 23; what is left over names the letter. In a temporary number the last sign is a
letter itself, and counts as its place among the same letters.
"""

from __future__ import annotations

import re
from typing import Final

UPN: Final = re.compile(r"[A-Z][0-9]{11}[0-9A-Z]")
_LETTERS: Final = "ABCDEFGHJKLMNPQRTUVWXYZ"  # I, O and S look like digits


def check_letter(upn: str) -> str:
    """Return the letter a number should begin with; nothing where no letter fits its last sign."""
    last = upn[-1]
    if not last.isdecimal() and last not in _LETTERS:
        return ""
    values = [int(sign) for sign in upn[1:-1]]
    values.append(int(last) if last.isdecimal() else _LETTERS.index(last))
    total = sum(place * value for place, value in enumerate(values, 2))
    return _LETTERS[total % len(_LETTERS)]


def looks_mistyped(upn: str) -> bool:
    """Tell whether a number has the form of one, but not the letter its digits ask for."""
    return bool(UPN.fullmatch(upn)) and check_letter(upn) != upn[0]
