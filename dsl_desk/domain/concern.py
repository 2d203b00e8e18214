"""A concern: what somebody told us about a child, in their own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.entry import Body, Stamp
from dsl_desk.domain.errors import EntryTooNewError, Problem
from dsl_desk.domain.fields import Fields

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import RecordId

CONCERN_KIND: Final = "concern"
CONCERN_SCHEMA: Final = 1
LONGEST_WORDS: Final = 100_000


@dataclass(frozen=True)
class ConcernDraft:
    """A concern as it is typed, before it is recorded."""

    about: str = field(repr=False)
    told_by: str = field(repr=False)
    words: str = field(repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way of recording, not only the first."""
        answers = (
            ("about", self.about, LONGEST_LINE),
            ("told_by", self.told_by, LONGEST_LINE),
            ("words", self.words, LONGEST_WORDS),
        )
        return tuple(
            Problem(name, code)
            for name, answer, longest in answers
            if (code := what_is_wrong(answer, longest))
        )


@dataclass(frozen=True)
class ConcernRow:
    """A concern as lists show it: without its words."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    about: str = field(repr=False)
    told_by: str = field(repr=False)


@dataclass(frozen=True)
class Concern:
    """A concern as it was written down, with its place in the ledger."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    about: str = field(repr=False)
    told_by: str = field(repr=False)
    words: str = field(repr=False)
    entry: Stamp


def concern_body(draft: ConcernDraft, ref: str, author: str) -> Body:
    """Return what the ledger keeps of a concern."""
    return Body(
        kind=CONCERN_KIND,
        schema=CONCERN_SCHEMA,
        names={"author": author},
        fields={
            "ref": ref,
            "about": draft.about.strip(),
            "told_by": draft.told_by.strip(),
            "words": draft.words,
        },
    )


def concern_of(entry: Entry) -> Concern:
    """Return the concern that an entry holds."""
    if entry.body.schema > CONCERN_SCHEMA:
        raise EntryTooNewError(entry.body.schema, CONCERN_SCHEMA)
    fields = Fields(entry.body.fields)
    return Concern(
        id=entry.header.record,
        ref=fields.text("ref"),
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names["author"],
        about=fields.text("about"),
        told_by=fields.text("told_by"),
        words=fields.text("words"),
        entry=Stamp.of(entry),
    )


def reference(year: int, sequence: int) -> str:
    """Return what people call a concern: C-2026-041."""
    return f"C-{year}-{sequence:03}"


def year_and_sequence(ref: str) -> tuple[int, int]:
    """Return the two numbers of a reference."""
    _, year, sequence = ref.split("-")
    return int(year), int(sequence)
