"""The two homes of an allegation: the Staff part, or a sealed slot. One way of asking both.

From a sealed home nothing is ever written into a part.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.case import CARRIED_KIND, carried_in
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import ChangedSinceError, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.routing import Row
from dsl_desk.domain.written import Written
from dsl_desk.storage.shelves.allegations import records_of_kind, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.record import Kind, Said
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.sitting import Sitting

D = TypeVar("D")

_STAFF = Compartment.STAFF


@dataclass(frozen=True)
class Change:
    """What a new version takes the place of, and why."""

    of: Written
    reason: str = field(repr=False)


@dataclass(frozen=True)
class Next:
    """A version that is written in the same act as something else, or not at all."""

    kind: Kind[Any]
    said: Said[Any] = field(repr=False)
    change: Change


class Home(Protocol):
    """Where one allegation and its steps are kept."""

    @property
    def sealed(self) -> bool:
        """Whether it is a sealed slot."""
        ...

    @property
    def row(self) -> Row:
        """The row of the routing table."""
        ...

    def allegation(self) -> Written:
        """Return the newest version of the allegation."""
        ...

    def steps(self) -> tuple[Written, ...]:
        """Return the newest version of every step."""
        ...

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first."""
        ...

    def add(
        self, kind: Kind[D], said: Said[D], entry: EntryId, then: tuple[Next, ...] = ()
    ) -> Written:
        """Write a record down, with what changes by it. The same id again changes nothing."""
        ...

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down."""
        ...

    def open(self) -> None:
        """Note that it was opened."""
        ...


@dataclass(frozen=True)
class StaffHome:
    """An allegation in the Staff part."""

    sitting: Sitting
    record: RecordId
    opened: set[RecordId]
    sealed: bool = False
    row: Row = Row.STAFF

    def allegation(self) -> Written:
        """Return the newest version of the allegation."""
        return Written.of(self.sitting.part(_STAFF).ledger.newest(self.record))

    def steps(self) -> tuple[Written, ...]:
        """Return the newest version of every step, each proved as it is read."""
        part = self.sitting.part(_STAFF)
        records = steps_of(part.database, self.record)
        return tuple(Written.of(part.ledger.newest(record)) for record in records)

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first."""
        ledger = self.sitting.part(_STAFF).ledger
        return tuple(Written.of(entry) for entry in ledger.versions(record))

    def add(
        self, kind: Kind[D], said: Said[D], entry: EntryId, then: tuple[Next, ...] = ()
    ) -> Written:
        """Write a record down, with what changes by it, in one Write."""
        there = self.sitting.part(_STAFF).ledger.find(entry)
        if there is not None:
            return Written.of(there)
        with self.sitting.writing(_STAFF, EntryClass.ALLEGATION) as write:
            written = write.record(kind, said, entry)
            for each in then:
                name = EntryId(fresh_id(self.sitting.clock.now()))
                of, reason = each.change.of.entry, each.change.reason
                write.version(each.kind, each.said, of, reason, name)
        return Written.of(written)

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down."""
        with self.sitting.writing(_STAFF, EntryClass.ALLEGATION) as write:
            written = write.version(kind, said, change.of.entry, change.reason, entry)
        return Written.of(written)

    def open(self) -> None:
        """Write down, once in a sitting, that it was opened."""
        if self.record in self.opened:
            return
        words = ALLEGATION.said_in(self.allegation().body).draft.words
        act = opened_act(self.sitting, self.record, len(words))
        with self.sitting.writing(_STAFF, EntryClass.OPENED) as write:
            write.enter(act)
        self.opened.add(self.record)


@dataclass(frozen=True)
class SealedHome:
    """An allegation in a slot: read whole, written through the spool at the next round."""

    cases: Cases
    row: Row
    record: RecordId
    case: RecordId  # the case it lies in: its own, or one that was carried out of Staff
    read: tuple[Written, ...] = field(default=(), repr=False)  # what was read for a list just now
    sealed: bool = True

    def allegation(self) -> Written:
        """Return the newest version of the allegation."""
        return self.versions(self.record)[-1]

    def steps(self) -> tuple[Written, ...]:
        """Return the newest version of every step."""
        newest = {one.id: one for one in self._all() if self._is_step(one)}
        return tuple(newest.values())

    def versions(self, record: RecordId) -> tuple[Written, ...]:
        """Return every version of a record, oldest first."""
        found = tuple(one for one in self._all() if one.id == record and is_ours(one))
        if not found:
            raise RecordMissingError
        return found

    def add(
        self, kind: Kind[D], said: Said[D], entry: EntryId, then: tuple[Next, ...] = ()
    ) -> Written:
        """Write a record down, then what changes by it: all of it moves in the same round."""
        stands = any(one.entry == entry for one in self._all())
        body = kind.body(said, self._me())
        self.cases.add(self.case, Act(entry, RecordId(entry), EntryClass.CASE, body))
        for each in () if stands else then:
            name = EntryId(fresh_id(self.cases.sitting.clock.now()))
            self.change(each.kind, each.said, name, each.change)
        return self.versions(RecordId(entry))[0]

    def change(self, kind: Kind[D], said: Said[D], entry: EntryId, change: Change) -> Written:
        """Write the next version of a record down, if this is the one that was read."""
        stands = self.versions(change.of.id)
        if stands[-1].entry not in (change.of.entry, entry):
            raise ChangedSinceError
        body = kind.body(said, self._me(), change.reason)
        self.cases.add(self.case, Act(entry, change.of.id, EntryClass.CASE, body))
        return self.versions(change.of.id)[-1]

    def open(self) -> None:
        """Write into the case, once in a sitting, that it was opened."""
        self.cases.open(self.case)

    def _all(self) -> tuple[Written, ...]:
        if self.read:
            return numbered(self.read)
        for _row, written in self.cases.written():
            if written[0].id == self.case:
                return numbered(written)
        raise RecordMissingError

    def _is_step(self, one: Written) -> bool:
        if one.body.kind != ALLEGATION_STEP.name:
            return False
        return ALLEGATION_STEP.said_in(one.body).draft.allegation == self.record

    def _me(self) -> str:
        return self.cases.sitting.member.name


def homes_of(sitting: Sitting, cases: Cases, opened: set[RecordId]) -> Iterator[Home]:
    """Return the home of every allegation this member can open, the sealed ones first."""
    yield from sealed_homes(cases)
    if _STAFF in sitting.parts:
        for record in records_of_kind(sitting.part(_STAFF).database, ALLEGATION.name):
            yield StaffHome(sitting, record, opened)


def sealed_homes(cases: Cases) -> Iterator[SealedHome]:
    """Return the sealed home of every allegation this member can open, carried ones as well."""
    for row, written in cases.written():
        there = (one.id for one in numbered(written) if one.body.kind == ALLEGATION.name)
        for record in dict.fromkeys(there):
            yield SealedHome(cases, row, record, written[0].id, written)


def numbered(written: tuple[Written, ...]) -> tuple[Written, ...]:
    """Return what stands in a slot with its versions counted: a slot keeps no number of them."""
    counts: dict[RecordId, int] = {}
    found = []
    for each in written:
        one = carried_in(each) if each.body.kind == CARRIED_KIND else each
        if is_ours(one):
            counts[one.id] = counts.get(one.id, 0) + 1
            found.append(replace(one, version=counts[one.id]))
    return tuple(found)


def is_ours(one: Written) -> bool:
    """Tell whether this is an allegation or a step of one: openings lie beside them."""
    return one.body.kind in (ALLEGATION.name, ALLEGATION_STEP.name)


def opened_act(sitting: Sitting, record: RecordId, length: int) -> Act:
    """Return what says that somebody opened a record."""
    name = EntryId(fresh_id(sitting.clock.now()))
    shown: dict[str, Json] = {"record": record, "length": length}
    return Act(name, RecordId(name), EntryClass.OPENED, Body("opened", 1, fields=shown))
