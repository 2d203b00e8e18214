"""The duties that are open in somebody's file: of whatever in it we may open.

Concerns that are not closed, decisions to look that nobody has ended, entries of registers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.chronology import ItemSort, Whose
from dsl_desk.domain.concern import CONCERN
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.policy.states import DutyState, in_order_of_need
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.viewing import VIEWING
from dsl_desk.storage.shelves.chronology import stretch_of
from dsl_desk.storage.shelves.concerns import concern_row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.chronology import ChronicleRow
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.duties import Duties
    from dsl_desk.services.look_duties import LookDuties
    from dsl_desk.services.register_duties import RegisterDuties
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database

_STRETCH: Final = 100  # concerns that are read at once


@dataclass(frozen=True)
class OpenDuty:
    """A duty that needs somebody or waits, and the record it belongs to."""

    kind: str
    record: RecordId
    called: str  # how a person finds it: concern C-2026-041
    row: DutyRow


@dataclass(frozen=True)
class Beside:
    """The duties of what stands in a file beside its concerns."""

    looks: LookDuties
    registers: RegisterDuties


@dataclass(frozen=True)
class FileDuties:
    """What is open about somebody, most pressing first, and the parts nobody looked into."""

    open: tuple[OpenDuty, ...] = ()
    unseen: tuple[Compartment, ...] = ()

    def presses(self) -> tuple[DutyRow, ...]:
        """Return what needs somebody."""
        return tuple(one.row for one in self.open if one.row.presses)


class DutiesInFiles:
    """What can be asked about the duties of one person's file. A list, no opening of any record."""

    def __init__(
        self, sitting: Sitting, concerns: Concerns, duties: Duties, beside: Beside
    ) -> None:
        self._sitting = sitting
        self._concerns = concerns
        self._duties = duties
        self._beside = beside

    def of(self, person: str) -> FileDuties:
        """Return what is open in every record that names somebody, in every part we hold."""
        found = [one for one in self._of(person) if _is_open(one.row)]
        found.sort(key=lambda one: in_order_of_need(one.row))
        return FileDuties(tuple(found), self._duties.unseen())

    def _of(self, person: str) -> Iterator[OpenDuty]:
        concerns = {row.id: row for row in self._named_in(person)}
        for record, each in self._duties.of_each(tuple(concerns)).items():
            for row in each:
                yield OpenDuty(CONCERN.name, record, f"concern {concerns[record].ref}", row)
        same = self._duties.school.directory.same_as(person)
        for look, row in self._beside.looks.about(same):
            yield OpenDuty(VIEWING.name, look.id, f"decision {look.ref}", row)
        for name, entry, row in self._beside.registers.about(same):
            yield OpenDuty(name.value, entry, f"the register {REGISTERS[name].title}", row)

    def _named_in(self, person: str) -> Iterator[ConcernRow]:
        whose = Whose(self._duties.school.directory.same_as(person), ItemSort.CONCERN)
        for part in self._concerns.parts():
            database = self._sitting.part(part).database
            for item in _all_of(database, whose):
                row = concern_row(database, bytes.fromhex(item.record))
                if row is not None and row.state is not ConcernState.CLOSED:
                    yield row


def _is_open(row: DutyRow) -> bool:
    return row.presses or row.state is DutyState.WAITING


def _all_of(database: Database, whose: Whose) -> Iterator[ChronicleRow]:
    """Return every line: what was left open twenty years ago is open."""
    first, total = 0, 1
    while first < total:
        stretch = stretch_of(database, whose, first, _STRETCH)
        yield from stretch.rows
        first, total = first + _STRETCH, stretch.total
