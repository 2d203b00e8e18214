"""Gentle hints on what was typed: none of them ever stands in the way."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import About, ConcernSort

if TYPE_CHECKING:
    from dsl_desk.domain.concern_draft import ConcernDraft


class Hint(Enum):
    """One thing worth another look."""

    INITIALS = "initials"
    NO_QUOTATION_MARKS = "no_quotation_marks"
    OPINION = "opinion"
    NO_VOICE = "no_voice"
    FGM = "fgm"
    NUDES = "nudes"
    SEXUAL = "sexual"


_INITIALS: Final = re.compile(r"(?:[A-Z]\.? ?){1,3}")
_QUOTED: Final = re.compile('["\u201c\u201d\u2018«»]')
_OPINION: Final = re.compile(
    r"\b(i think|i feel|i believe|in my opinion|obviously|clearly|probably|seems|seemed|"
    r"attention.seeking|manipulative|as usual|typical|always does)\b",
    re.IGNORECASE,
)
_ENOUGH: Final = 40  # signs of words before anything is said about them


def hints(draft: ConcernDraft) -> tuple[Hint, ...]:
    """Return what is worth another look, in the order of the form."""
    enough = len(draft.words.strip()) >= _ENOUGH
    names = [one.who.name.strip() for one in draft.people]
    found = {
        Hint.FGM: ConcernSort.FGM in draft.sorts,
        Hint.NUDES: ConcernSort.NUDES in draft.sorts,
        Hint.SEXUAL: ConcernSort.SEXUAL in draft.sorts,
        Hint.INITIALS: any(_INITIALS.fullmatch(name) for name in names if name),
        Hint.NO_QUOTATION_MARKS: enough and not _QUOTED.search(draft.words),
        Hint.OPINION: bool(_OPINION.search(draft.words)),
        Hint.NO_VOICE: enough and draft.about is About.CHILD and not draft.wishes.strip(),
    }
    return tuple(hint for hint, is_so in found.items() if is_so)
