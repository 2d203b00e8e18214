"""Files that go to the next school and files that come: what waits, and how each child stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.register import RegisterName, registered_of
from dsl_desk.domain.today import SOON, Need, NeedSort
from dsl_desk.domain.transfer import (
    Limits,
    ReceivedState,
    TransferState,
    a_day,
    limits_of,
    next_look,
    received_state,
    state_of,
)
from dsl_desk.storage.shelves.exports import copies_of
from dsl_desk.storage.shelves.registers import register_entries_about, register_entries_due

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.registers.register import Registered, RegisterRow
    from dsl_desk.domain.school_calendar import RetainedCopy
    from dsl_desk.services.calendars import Calendars
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.shelves.exports import ExportRow

_HERE: Final = Compartment.CHILDREN
_NEW: Final = timedelta(days=365)  # whoever came longer ago is no new starter
_ROWS: Final = 5  # of single starters on Today; a whole year group is one row
_DAY: Final = len("2026-11-19")
STARTERS: Final = "starters"  # where a row about many of them leads


@dataclass(frozen=True)
class TransferView:
    """One file on its way to the next school: its entry, its parcels, its limits, its state."""

    entry: Registered
    made: tuple[ExportRow, ...]
    limits: Limits
    state: TransferState
    late: bool
    retained: RetainedCopy


@dataclass(frozen=True)
class ChildTransfers:
    """How one child stands: files that went, files asked for, and whether one is to be asked."""

    going: tuple[TransferView, ...] = ()
    coming: tuple[Registered, ...] = field(default=(), repr=False)
    ask_by: str = ""  # a new starter about whom nothing is written: until when to ask
    leaves: bool = False  # a day of leaving is known, and no transfer is written


class Transfers:
    """What can be asked about files on their way. Their entries are those of the registers."""

    def __init__(self, sitting: Sitting, directory: Directory, calendars: Calendars) -> None:
        self._sitting = sitting
        self._directory = directory
        self._calendars = calendars

    def of_child(self, person: RecordId) -> ChildTransfers:
        """Return how one child stands; nothing for whoever holds no key to Children."""
        row = self._directory.person(person)
        if row is None or not self.is_pupil(person):
            return ChildTransfers()
        going = tuple(map(self.view, self._about(RegisterName.TRANSFERS, row.id)))
        coming = self._about(RegisterName.FILES_RECEIVED, row.id)
        asked = tuple(self._registered(one) for one in coming)
        ask_by = "" if coming or not self._is_new(row) else self._ask_by(row)
        return ChildTransfers(going, asked, ask_by, bool(row.draft.ends) and not going)

    def is_pupil(self, person: RecordId) -> bool:
        """Tell whether this member may see a pupil's files on their way."""
        row = self._directory.person(person)
        return _HERE in self._sitting.parts and row is not None and row.kind is PersonKind.PUPIL

    def view(self, record: RecordId) -> TransferView:
        """Return one file on its way as it stands now."""
        entry = self._registered(record)
        answers = entry.draft.answers
        made = copies_of(self._sitting.part(_HERE).database, record)
        calendar = self._calendars.in_force()
        limits, state = limits_of(answers, calendar), state_of(answers, made=bool(made))
        return TransferView(
            entry, made, limits, state, self._is_late(answers), calendar.school.retained
        )

    def starters(self) -> tuple[PersonRow, ...]:
        """Return new starters about whom nothing is written, whoever came first before others."""
        if _HERE not in self._sitting.parts:
            return ()
        rows = list(self._directory.listed("", self._is_new))
        waiting = [row for row in rows if not self._about(RegisterName.FILES_RECEIVED, row.id)]
        return tuple(sorted(waiting, key=lambda row: (row.draft.starts, row.name)))

    def needs(self) -> Iterator[Need]:
        """Return what has to be sent, chased or asked, now or within the week."""
        if _HERE not in self._sitting.parts:
            return
        until = (self._sitting.clock.now().date() + SOON).isoformat()
        database = self._sitting.part(_HERE).database
        for row in register_entries_due(database, f"{until}T24"):
            if row.register is RegisterName.TRANSFERS:
                yield self._to_send(row)
            elif row.register is RegisterName.FILES_RECEIVED:
                yield self._to_chase(row)
        yield from self._to_ask()

    def _to_send(self, row: RegisterRow) -> Need:
        view = self.view(row.id)
        said = view.entry.draft.said
        waits = view.state in (TransferState.NOT_MADE, TransferState.MADE)
        sort = NeedSort.FILE_TO_SEND if waits else NeedSort.RECEIPT_TO_CHASE
        made = "made" if view.state is TransferState.MADE else ""
        return replace(self._need(row, sort, said("school") or said("authority")), ref=made)

    def _to_chase(self, row: RegisterRow) -> Need:
        draft = self._registered(row.id).draft
        came = received_state(draft.answers) is ReceivedState.CAME
        sort = NeedSort.RECEIPT_TO_GIVE if came else NeedSort.FILE_TO_CHASE
        return self._need(row, sort, draft.said("asked_of"))

    def _need(self, row: RegisterRow, sort: NeedSort, what: str) -> Need:
        about = self._directory.name_of(row.people[0], row.cells[0])
        return Need(sort, what=what, about=about, due=row.due[:_DAY], register=row.id)

    def _to_ask(self) -> Iterator[Need]:
        """Tell of new starters one by one; a whole year group is one row, by its first day."""
        starters = self.starters()
        days = [self._ask_by(row) for row in starters]
        if len(starters) > _ROWS:
            yield Need(NeedSort.FILE_TO_ASK, due=min(days), count=len(starters), register=STARTERS)
            return
        for row, due in zip(starters, days, strict=True):
            yield Need(NeedSort.FILE_TO_ASK, about=row.name, due=due, count=1, person=row.id)

    def _ask_by(self, row: PersonRow) -> str:
        return next_look(row.draft.starts, self._calendars.in_force())

    def _is_new(self, row: PersonRow) -> bool:
        """Tell whether somebody came within a year and is here still."""
        draft, today = row.draft, self._sitting.clock.now().date()
        began = a_day(draft.starts)
        if row.kind is not PersonKind.PUPIL or began is None:
            return False
        gone = bool(draft.ends) and draft.ends < today.isoformat()
        return today - _NEW <= began <= today and not gone

    def _is_late(self, answers: Mapping[str, str]) -> bool:
        due = answers.get("due") or ""
        by = answers.get("sent_on") or self._sitting.clock.now().date().isoformat()
        return bool(due) and by > due

    def _about(self, name: RegisterName, person: RecordId) -> tuple[RecordId, ...]:
        database = self._sitting.part(_HERE).database
        found = [
            record
            for one in self._directory.same_as(person)
            for record in register_entries_about(database, name, one)
        ]
        return tuple(dict.fromkeys(found))

    def _registered(self, record: RecordId) -> Registered:
        entry = self._sitting.part(_HERE).ledger.newest(record)
        return registered_of(entry, REGISTERS[RegisterName(entry.body.kind)])
