"""A concern: what somebody told us, in their own words, and what was done about it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_form import from_schema_1, of_fields, to_fields, to_names
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.concern_choices import ConcernSort, ConcernState, SafeNow
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.concern_gaps import Gap
    from dsl_desk.domain.concern_parts import Involved
    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.ids import RecordId

_LETTERS: Final = {Compartment.CHILDREN: "C", Compartment.STAFF: "S"}


@dataclass(frozen=True)
class ConcernRow:
    """A concern as lists show it: without its words."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    about: About
    people: tuple[Involved, ...]
    told_by: str = field(repr=False)
    told_at: str
    happened: Moment
    state: ConcernState
    sorts: tuple[ConcernSort, ...]
    safe_now: SafeNow
    title: str = field(repr=False)
    missing: tuple[Gap, ...]

    def whom(self) -> str:
        """Return whom it is about, as lists say it."""
        return whom(self.about, self.people)


@dataclass(frozen=True)
class Concern:
    """A concern as it was written down, with its place in the ledger."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    draft: ConcernDraft
    entry: Stamp
    reason: str = field(default="", repr=False)

    def whom(self) -> str:
        """Return whom it is about, as its title says it."""
        return whom(self.draft.about, self.draft.people)


CONCERN: Final = Kind(
    name="concern",
    schema=2,
    entry_class=EntryClass.CONCERN,
    to_fields=to_fields,
    of_fields=of_fields,
    steps=(from_schema_1,),
    to_names=to_names,
)


def where_kept(about: About) -> Compartment:
    """Return the part a concern is kept in: one about an adult who works here, in Staff."""
    return Compartment.STAFF if about is About.ADULT else Compartment.CHILDREN


def said_of(draft: ConcernDraft, ref: str) -> Said[ConcernDraft]:
    """Return a draft as the ledger takes it, under what people will call it."""
    return Said(draft, ref, draft.happened.at)


def concern_body(draft: ConcernDraft, ref: str, author: str) -> Body:
    """Return what the ledger keeps of a concern."""
    return CONCERN.body(said_of(draft, ref), author)


def concern_of(entry: Entry) -> Concern:
    """Return the concern that an entry holds."""
    said = CONCERN.said(entry)
    draft = said.draft
    if said.happened_at and not draft.happened.at:  # schema 1 said it beside the fields
        draft = replace(draft, happened=Moment(said.happened_at))
    return Concern(
        id=entry.header.record,
        ref=said.ref,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        draft=draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


def whom(about: About, people: tuple[Involved, ...]) -> str:
    """Return those a concern is about in one line: the first two, and how many more there are."""
    wanted = Involvement.SAID_TO_HAVE_DONE_IT if about is About.ADULT else Involvement.AFFECTED
    names = [one.who.name for one in people if one.role is wanted]
    names = names or [one.who.name for one in people]
    more = len(names) - 2
    if more > 0:
        return f"{names[0]}, {names[1]} and {more} more"
    return " and ".join(names)


def reference(part: Compartment, year: int, sequence: int) -> str:
    """Return what people call a concern: C-2026-041, in the Staff part S-2026-041."""
    return f"{_LETTERS[part]}-{year}-{sequence:03}"


def year_and_sequence(ref: str) -> tuple[int, int]:
    """Return the two numbers of a reference; one that is not ours counts for nothing."""
    letter, _, numbers = ref.partition("-")
    year, _, sequence = numbers.partition("-")
    if letter in _LETTERS.values() and year.isdecimal() and sequence.isdecimal():
        return int(year), int(sequence)
    return 0, 0
