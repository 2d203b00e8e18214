"""What people call a decision or a piece of evidence: VD-2026-031, in Staff SVD-2026-031."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.conversation import CONVERSATION
from dsl_desk.domain.evidence import EVIDENCE
from dsl_desk.domain.handed_in import HANDED_IN
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.domain.words_only import WORDS_ONLY
from dsl_desk.storage.shelves.conversations import CONVERSATIONS, next_number_of_conversation
from dsl_desk.storage.shelves.evidence import EVIDENCE_LIST, next_number_of_evidence
from dsl_desk.storage.shelves.viewings import VIEWINGS, next_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.storage.part import Part
    from dsl_desk.storage.shelves.shelf import Shelf

_LETTERS: Final[Mapping[str, str]] = {
    VIEWING.name: "VD",
    HANDED_IN.name: "HI",
    WORDS_ONLY.name: "WO",
    EVIDENCE.name: "EV",
    CONVERSATION.name: "CV",
}

_LISTS: Final[Mapping[str, Shelf]] = {
    EVIDENCE.name: EVIDENCE_LIST,
    CONVERSATION.name: CONVERSATIONS,
}


def next_ref(part: Part, kind: str, year: int) -> str:
    """Return the reference the next record of a kind gets; asked for inside its Write."""
    if kind == EVIDENCE.name:
        number = next_number_of_evidence(part.database, year)
    elif kind == CONVERSATION.name:
        number = next_number_of_conversation(part.database, year)
    else:
        number = next_number(part.database, kind, year)
    staff = "S" if part.compartment is Compartment.STAFF else ""
    return f"{staff}{_LETTERS[kind]}-{year}-{number:03}"


def fill_for(part: Part, kind: str, year: int) -> None:
    """Make sure that a list being made anew knows the references of this year."""
    part.fill_back_to(year, _LISTS.get(kind, VIEWINGS))
