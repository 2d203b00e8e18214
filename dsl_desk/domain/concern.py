"""A concern: what somebody told us about a child, in their own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json

LONGEST_WORDS: Final = 100_000


@dataclass(frozen=True)
class ConcernDraft:
    """A concern as it is typed, before it is recorded."""

    about: str = field(repr=False)
    told_by: str = field(repr=False)
    words: str = field(repr=False)
    happened_at: str = field(default="", repr=False)

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
    happened_at: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


def _to_fields(draft: ConcernDraft) -> dict[str, Json]:
    return {
        "about": draft.about.strip(),
        "told_by": draft.told_by.strip(),
        "words": draft.words,
    }


def _of_fields(fields: Fields) -> ConcernDraft:
    return ConcernDraft(fields.text("about"), fields.text("told_by"), fields.text("words"))


CONCERN: Final = Kind(
    name="concern",
    schema=1,
    entry_class=EntryClass.CONCERN,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of(draft: ConcernDraft, ref: str) -> Said[ConcernDraft]:
    """Return a draft as the ledger takes it, under what people will call it."""
    return Said(draft, ref, draft.happened_at)


def concern_body(draft: ConcernDraft, ref: str, author: str) -> Body:
    """Return what the ledger keeps of a concern."""
    return CONCERN.body(said_of(draft, ref), author)


def concern_of(entry: Entry) -> Concern:
    """Return the concern that an entry holds."""
    said = CONCERN.said(entry)
    return Concern(
        id=entry.header.record,
        ref=said.ref,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        about=said.draft.about,
        told_by=said.draft.told_by,
        words=said.draft.words,
        entry=Stamp.of(entry),
        happened_at=said.happened_at,
        reason=entry.body.reason,
    )


def reference(year: int, sequence: int) -> str:
    """Return what people call a concern: C-2026-041."""
    return f"C-{year}-{sequence:03}"


def year_and_sequence(ref: str) -> tuple[int, int]:
    """Return the two numbers of a reference."""
    _, year, sequence = ref.split("-")
    return int(year), int(sequence)
