"""Which questions of a decision stand beside one another, which are asked when, and hints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.viewing import Authority, OpenToAll, Stands
from dsl_desk.domain.viewing_answers import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import Enum

STANDS: Final = tuple(Stands)
OPEN: Final = tuple(OpenToAll)
PICKS: Final[Mapping[str, tuple[Enum, ...]]] = {"stands": STANDS, "open_to_all": OPEN}
AUTHORITIES: Final = tuple(Authority)
LINES: Final = ("platform", "handle", "address", "open_how", "device", "authoriser")
NOTES: Final = (
    *("to_confirm", "why", "less_intrusive", "proportionate", "best_placed", "authority_why"),
    *("advice", "surveillance", "new_information", "why_not_others"),
)
HINTS: Final = {
    "less_intrusive": "For example ask the child, ask a parent, ask children's services.",
    "proportionate": "As little as is needed, about this one thing.",
    "open_how": "For example opened without logging in, in a private window.",
    "device": "A device of the school. No personal device, no false account.",
    "advice": "Who was asked, when, and their words. Until then nobody looks.",
    "surveillance": "Looking at the same person again and again may be watching them in secret.",
    "handle": "For example 6h.secrets.",
}
ROWS: Final[tuple[tuple[str, ...], ...]] = (
    ("whose", "stands"),
    ("platform", "handle"),
    ("address",),
    ("open_to_all", "open_how"),
    ("to_confirm",),
    ("why",),
    ("less_intrusive",),
    ("proportionate",),
    ("best_placed",),
    ("looker", "device"),
    ("limits",),
    ("authority", "authoriser"),
    ("authority_why",),
    ("starts", "ends"),
    ("advice",),
    ("surveillance",),
    ("new_information",),
    ("why_not_others",),
    ("reason",),
)
URGENT: Final = frozenset(
    {"whose", "stands", "platform", "handle", "address", "why", "looker", "starts", "ends"}
)
NOT_TO_LOOK: Final = frozenset({"whose", "stands", "platform", "handle", "address", "why"})
AGAIN: Final = frozenset({"surveillance", "new_information", "why_not_others"})


def question_of(name: str) -> str:
    """Return a question as the form asks it."""
    return "Platform" if name == "platform" else QUESTIONS[name]
