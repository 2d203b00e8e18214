"""How hard a passphrase is to guess: an estimate by zxcvbn, offline, from lists it brings along."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ways_in import Strength

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST: Final = 15
LEAST_BITS: Final = 50
_LOOKED_AT: Final = 72  # zxcvbn's own limit; what is longer is judged by its beginning


def strength_of(passphrase: str, hints: Iterable[str] = ()) -> Strength:
    """Return an estimate. Hints are what anybody would try first: names of school and person."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 40 ms, only for who chooses a passphrase

    begun = passphrase[:_LOOKED_AT]
    known = {hint.strip() for hint in hints} | {word for h in hints for word in _words(h)}
    # The lists are in lower case; joined words are tried as people write them together.
    joined = {"".join(_words(hint)) for hint in hints}
    guesses = (
        zxcvbn(begun, user_inputs=sorted(filter(None, known | joined)))["guesses"] if begun else 1
    )
    bits = math.floor(math.log2(guesses))
    return Strength(bits, bits >= LEAST_BITS and len(passphrase) >= SHORTEST)


def _words(hint: str) -> list[str]:
    return re.findall(r"\w{3,}", hint)
