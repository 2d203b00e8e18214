"""A sealed case: about somebody who may hold a key elsewhere, and so kept in a slot of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.entry import Body
from dsl_desk.domain.entry_form import read_body, read_header
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.subject import SUBJECT
from dsl_desk.domain.written import Written

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.routing import Row

CASE_KIND: Final = "case"
NOTE_KIND: Final = "case_note"
CARRIED_KIND: Final = "case_carried"
_LONGEST_WORDS: Final = 20_000
_TOLD_ON_THEIR_OWN_PAGE: Final = frozenset({ALLEGATION.name, ALLEGATION_STEP.name})


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


@dataclass(frozen=True)
class Carried:
    """An entry of a part as it stood there, to be kept in a case: signed by whoever wrote it."""

    compartment: Compartment
    header: bytes
    signature: bytes
    salt: bytes
    body: bytes

    def kept(self, author: str) -> Body:
        """Return it as the slot keeps it, carried there by somebody."""
        original = read_body(self.body)
        fields: dict[str, Json] = {
            "compartment": self.compartment.value,
            "header": self.header.hex(),
            "signature": self.signature.hex(),
            "salt": self.salt.hex(),
            "body": self.body.decode(),
        }
        names = {"author": original.names.get("author", author), "carried_by": author}
        return Body(CARRIED_KIND, 1, original.happened_at, names=names, fields=fields)


def note_of(body: Body) -> Note | None:
    """Return what an entry of a case says to whoever reads the case; None for what is not said."""
    fields = Fields(body.fields)
    if body.kind in (CASE_KIND, NOTE_KIND):
        return Note(body.names["author"], body.happened_at, fields.text("words"))
    if body.kind in _TOLD_ON_THEIR_OWN_PAGE:
        told = fields.text("words")
        return Note(body.names["author"], body.happened_at, told) if told else None
    if body.kind == CARRIED_KIND:
        said = read_body(fields.text("body").encode()).fields
        each = [value for name, value in said.items() if name != SUBJECT]
        text = "\n".join(value for value in each if isinstance(value, str) and value)
        return Note(body.names["author"], body.happened_at, text)
    return None


def carried_in(one: Written) -> Written:
    """Return an entry that was carried into a case as it stood in its part."""
    fields = Fields(one.body.fields)
    header = read_header(fields.raw("header"))
    body = read_body(fields.text("body").encode())
    return Written(header.record, header.id, header.version, header.written_at, body)


def note_problems(words: str) -> tuple[Problem, ...]:
    """Return what stands in the way of a note."""
    code = what_is_wrong(words, _LONGEST_WORDS)
    return (Problem("words", code),) if code else ()
