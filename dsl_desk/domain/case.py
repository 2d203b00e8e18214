"""A sealed case: about somebody who may hold a key elsewhere, and so kept in a slot of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.entry import Body
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.subject import SUBJECT

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.routing import Row

CASE_KIND: Final = "case"
NOTE_KIND: Final = "case_note"
_LONGEST_WORDS: Final = 20_000


@dataclass(frozen=True)
class CaseDraft:
    """What somebody writes down to begin a case. `member` where it is about one."""

    about: str = field(repr=False)
    told_by: str = field(repr=False)
    words: str = field(repr=False)
    member: MemberId | None = None

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        wrong = {
            "about": what_is_wrong(self.about, LONGEST_LINE),
            "told_by": what_is_wrong(self.told_by, LONGEST_LINE),
            "words": what_is_wrong(self.words, _LONGEST_WORDS),
        }
        return tuple(Problem(name, code) for name, code in wrong.items() if code)

    def body(self, author: str, at: str) -> Body:
        """Return what the slot keeps."""
        fields: dict[str, Json] = {"told_by": self.told_by, "words": self.words}
        if self.member is not None:
            fields[SUBJECT] = self.member
        return Body(CASE_KIND, 1, at, names={"author": author, SUBJECT: self.about}, fields=fields)


@dataclass(frozen=True)
class Note:
    """Something written down in a case, the first of them what began it."""

    author: str = field(repr=False)
    happened_at: str
    words: str = field(repr=False)


@dataclass(frozen=True)
class CaseView:
    """A case as its holders see it, with the room it has left, in bytes."""

    id: RecordId
    row: Row
    about: str = field(repr=False)
    told_by: str = field(repr=False)
    notes: tuple[Note, ...]
    room: int


def note_body(words: str, author: str, at: str) -> Body:
    """Return a further note as the slot keeps it."""
    return Body(NOTE_KIND, 1, at, names={"author": author}, fields={"words": words})


def note_problems(words: str) -> tuple[Problem, ...]:
    """Return what stands in the way of a note."""
    code = what_is_wrong(words, _LONGEST_WORDS)
    return (Problem("words", code),) if code else ()
