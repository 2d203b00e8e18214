"""Reading and writing decisions and what stands beside them, in whichever part they are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from dsl_desk.domain.basis import basis_of_handed_in, basis_of_viewing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import NotEntitledError, RecordMissingError
from dsl_desk.domain.handed_in import HANDED_IN, handed_in_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.record import Said
from dsl_desk.domain.viewing import viewing_of
from dsl_desk.services.refs import fill_for, next_ref

if TYPE_CHECKING:
    from dsl_desk.domain.basis import Basis
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.record import Kind
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

D = TypeVar("D")
Saying: TypeAlias = Callable[[D, str], Said[D]]

KEPT_IN: Final = (Compartment.CHILDREN, Compartment.STAFF)


class ViewingBook:
    """The parts with decisions that one member can read."""

    def __init__(self, sitting: Sitting, concerns: Concerns) -> None:
        self.sitting = sitting
        self._concerns = concerns

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts with decisions that this member can read."""
        return tuple(part for part in KEPT_IN if part in self.sitting.parts)

    def opened(self) -> tuple[Part, ...]:
        """Return the same parts, opened."""
        return tuple(self.sitting.part(part) for part in self.parts())

    def part_of(self, record: RecordId) -> Compartment:
        """Return the part a record is in; RecordMissingError where this member can read none."""
        parts = self.parts()
        for part in parts:
            if self.sitting.part(part).ledger.knows(bytes.fromhex(record)):
                return part
        raise RecordMissingError if parts else NotEntitledError(Compartment.CHILDREN)

    def newest(self, record: RecordId) -> Entry:
        """Return the newest version of a record, proved as it is read."""
        return self.sitting.part(self.part_of(record)).ledger.newest(record)

    def known(self, entry: EntryId) -> Entry:
        """Return an entry that was read before."""
        for part in self.opened():
            if part.ledger.find(entry) is not None:
                return part.ledger.known(entry)
        raise RecordMissingError

    def basis(self, record: RecordId) -> Basis:
        """Return what a capture rests on, proved as it is read."""
        entry = self.newest(record)
        if entry.body.kind == HANDED_IN.name:
            return basis_of_handed_in(handed_in_of(entry))
        return basis_of_viewing(viewing_of(entry))

    def people_of(self, concern: str, people: tuple[PersonRef, ...]) -> tuple[PersonRef, ...]:
        """Return who is named, or else everybody in the concern."""
        return people or (self._concerns.people_of(RecordId(concern)) if concern else ())

    def record(
        self, kind: Kind[D], draft: D, here: Compartment, saying: Saying[D], entry: EntryId
    ) -> Entry:
        """Write the first version of a record, with the next reference of its kind."""
        part, year = self.sitting.part(here), self.sitting.clock.now().year
        fill_for(part, kind.name, year)
        with self.sitting.writing(here, EntryClass.VIEWING) as write:
            return write.record(kind, saying(draft, next_ref(part, kind.name, year)), entry)
