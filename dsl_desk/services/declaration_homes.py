"""The two homes of declarations: the part, or a sealed slot. One way of asking both.

From a sealed home nothing is ever written into the part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import DECLARATION, Declaration
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW, Review
from dsl_desk.domain.duty_mark import DUTY_DONE
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import ChangedSinceError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.routing import Route, Row
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.domain.subject import SUBJECT
from dsl_desk.domain.written import Written
from dsl_desk.storage.shelves.declarations import declarations_in, reviews_in, signed_papers_of
from dsl_desk.storage.shelves.policies import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.record import Kind, Said
    from dsl_desk.domain.subject import Subject
    from dsl_desk.services.allegation_homes import Change
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.sitting import Sitting

D = TypeVar("D")
Kept = tuple[Declaration, tuple[Review, ...]]

_PART = Compartment.DECLARATIONS


class Home(Protocol):
    """Where declarations and their reviews are kept."""

    @property
    def row(self) -> Row | None:
        """The group of slots; None where it is the part."""
        ...

    def kept(self) -> Iterator[Kept]:
        """Return every declaration with its reviews, oldest first."""
        ...

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first; none where it is not kept here."""
        ...

    def marks(self, record: RecordId) -> tuple[Written, ...]:
        """Return what was said of the duties of a declaration, each as it was said last."""
        ...

    def papers(self, record: RecordId) -> tuple[Written, ...]:
        """Return what is kept of the signed paper of a declaration, oldest first."""
        ...

    def add(self, kind: Kind[D], said: Said[D], entry: EntryId, of: RecordId | None) -> Written:
        """Write a record down; `of` is the declaration it is about, where it is not one."""
        ...

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down."""
        ...

    def note(self, act: Act, record: RecordId) -> None:
        """Keep what says that a declaration was read, or passed by."""
        ...


@dataclass(frozen=True)
class PartHome:
    """Declarations in their part."""

    sitting: Sitting
    row: Row | None = None

    def kept(self) -> Iterator[Kept]:
        """Return every declaration with its reviews, each proved as it is read."""
        part = self.sitting.part(_PART)
        reviews = reviews_in(part.database)
        for record in declarations_in(part.database):
            told = (Written.of(part.ledger.newest(one)) for one in reviews.get(record, ()))
            declared = Declaration.of(Written.of(part.ledger.newest(record)))
            yield declared, tuple(Review.of(one) for one in told)

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first."""
        ledger = self.sitting.part(_PART).ledger
        if not ledger.knows(bytes.fromhex(record)):
            return ()
        return tuple(Written.of(entry) for entry in ledger.versions(record))

    def marks(self, record: RecordId) -> tuple[Written, ...]:
        """Return the newest of every mark on a declaration."""
        part = self.sitting.part(_PART)
        return tuple(Written.of(part.ledger.known(one)) for one in marks_of(part.database, record))

    def papers(self, record: RecordId) -> tuple[Written, ...]:
        """Return its signed papers, each proved as it is read."""
        part = self.sitting.part(_PART)
        papers = signed_papers_of(part.database, record)
        return tuple(Written.of(part.ledger.newest(one)) for one in papers)

    def add(self, kind: Kind[D], said: Said[D], entry: EntryId, of: RecordId | None) -> Written:  # noqa: ARG002 a slot has to know
        """Write a record down. The same id again changes nothing."""
        with self.sitting.writing(_PART, kind.entry_class) as write:
            return Written.of(write.record(kind, said, entry))

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down."""
        with self.sitting.writing(_PART, kind.entry_class) as write:
            return Written.of(write.version(kind, said, change.of.entry, change.reason, entry))

    def note(self, act: Act, record: RecordId) -> None:  # noqa: ARG002 a slot has to know
        """Write it down; whoever reads may."""
        with self.sitting.writing(_PART, EntryClass.OPENED) as write:
            write.enter(act)


@dataclass(frozen=True)
class SlotHome:
    """Declarations of one group of slots: read whole, written through the spool."""

    cases: Cases
    row: Row
    holders: Route
    about: Subject | None = field(default=None, repr=False)

    def kept(self) -> Iterator[Kept]:
        """Return every declaration with its reviews."""
        newest = {one.id: one for one in self._all()}
        reviews = [one for one in newest.values() if one.body.kind == DECLARATION_REVIEW.name]
        told = [Review.of(one) for one in sorted(reviews, key=lambda one: one.id)]
        for one in newest.values():
            if one.body.kind == DECLARATION.name:
                yield (
                    Declaration.of(one),
                    tuple(each for each in told if each.draft.declaration == one.id),
                )

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first."""
        return tuple(one for one in self._all() if one.id == record)

    def marks(self, record: RecordId) -> tuple[Written, ...]:
        """Return the newest of every mark on a declaration."""
        marks = (one for one in self._all() if one.body.kind == DUTY_DONE.name)
        newest = {one.id: one for one in marks}
        return tuple(
            one for one in newest.values() if DUTY_DONE.said_in(one.body).draft.record == record
        )

    def papers(self, record: RecordId) -> tuple[Written, ...]:
        """Return where its signed paper lies: a slot holds no file."""
        papers = (one for one in self._all() if one.body.kind == SIGNED_PAPER.name)
        return tuple(
            one for one in papers if SIGNED_PAPER.said_in(one.body).draft.declaration == record
        )

    def add(self, kind: Kind[D], said: Said[D], entry: EntryId, of: RecordId | None) -> Written:
        """Write a record down beside whatever case the slot holds."""
        act = Act(entry, RecordId(entry), EntryClass.CASE, self._body(kind, said, ""))
        if of is None:
            self.cases.begin_with(self.holders, act)
        else:
            self.cases.add(of, act)
        return self.versions(RecordId(entry))[0]

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down, if this is the one that was read."""
        if self.versions(change.of.id)[-1].entry not in (change.of.entry, entry):
            raise ChangedSinceError
        body = self._body(kind, said, change.reason)
        self.cases.add(change.of.id, Act(entry, change.of.id, EntryClass.CASE, body))
        return self.versions(change.of.id)[-1]

    def note(self, act: Act, record: RecordId) -> None:
        """Write it into the slot."""
        self.cases.add(record, replace(act, record=record))

    def _body(self, kind: Kind[D], said: Said[D], reason: str) -> Body:
        body = kind.body(said, self.cases.sitting.member.name, reason)
        if self.about is None:
            return body
        names = {**body.names, SUBJECT: self.about.name}
        return replace(body, names=names, fields={**body.fields, SUBJECT: self.about.member or ""})

    def _all(self) -> Iterator[Written]:
        """Return every version with its number: a slot keeps no number of them."""
        counts: dict[RecordId, int] = {}
        for row, written in self.cases.declared():
            for one in written if row is self.row else ():
                counts[one.id] = counts.get(one.id, 0) + 1
                yield replace(one, version=counts[one.id])


def declaration_homes(sitting: Sitting, cases: Cases) -> Iterator[Home]:
    """Return each home this member can open, the sealed ones first."""
    for row in dict.fromkeys(row for row, _written in cases.declared()):
        yield SlotHome(cases, row, Route(row, cases.holders(row)))
    if _PART in sitting.parts:
        yield PartHome(sitting)
