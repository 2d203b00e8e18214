"""The calendar: bank holidays as they are known, and what the school writes of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.record import Said
from dsl_desk.domain.school_calendar import (
    CALENDAR,
    CalendarDraft,
    SchoolCalendar,
    calendar_of,
    tidy,
)
from dsl_desk.domain.working_days import WEEKENDS_ONLY, read_calendar
from dsl_desk.services.bank_holidays import bank_holidays_in
from dsl_desk.storage.shelves.settings import newest_setting

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.school_calendar import CalendarVersion
    from dsl_desk.domain.working_days import Calendar
    from dsl_desk.services.sitting import Sitting

_FILE: Final = "bank-holidays.toml"
_HERE: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.SETTINGS})


def calendar_in(resources: Path) -> Calendar:
    """Return the calendar; one that is missing or cannot be read still knows the weekends."""
    try:
        return read_calendar((resources / "calendars" / _FILE).read_text("utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return WEEKENDS_ONLY


class Calendars:
    """What can be asked about the calendar. Every clock of the desk asks here."""

    def __init__(self, sitting: Sitting, resources: Path) -> None:
        self._sitting = sitting
        self.bank = replace(calendar_in(resources), beyond=bank_holidays_in)
        self._read: SchoolCalendar | None = None

    def in_force(self) -> SchoolCalendar:
        """Return the calendar as it holds now; who holds no key to School has the bank holidays."""
        if self._read is None:
            newest = self.newest()
            self._read = SchoolCalendar(self.bank, newest.draft if newest else CalendarDraft())
        return self._read

    def newest(self) -> CalendarVersion | None:
        """Return what the school wrote last; None where it has written nothing yet."""
        if _HERE not in self._sitting.parts:
            return None
        part = self._sitting.part(_HERE)
        entry = newest_setting(part.database, CALENDAR.name)
        return None if entry is None else calendar_of(part.ledger.known(entry))

    def versions(self) -> tuple[CalendarVersion, ...]:
        """Return every calendar the school has had, oldest first."""
        newest = self.newest()
        if newest is None:
            return ()
        ledger = self._sitting.part(_HERE).ledger
        record = ledger.known(newest.entry.id).header.record
        return tuple(map(calendar_of, ledger.versions(record)))

    def change(self, draft: CalendarDraft, reason: str, entry: EntryId) -> Changed[CalendarVersion]:
        """Write the calendar as it holds from now on, and why."""
        draft = tidy(draft)
        wrong = what_is_wrong(reason, LONGEST_LINE)
        problems = (*draft.problems(), *((Problem("reason", wrong),) if wrong else ()))
        if problems:
            raise DraftError(problems)
        there = self.newest()
        if there is not None and there.entry.id == entry:
            return Changed(there, _CHANGED)  # it was written before, and the answer lost
        with self._sitting.writing(_HERE, EntryClass.SETTING) as write:
            if there is None:
                # The first one has its reason too: whoever compares asks why it is so.
                body = CALENDAR.body(Said(draft), self._sitting.member.name, reason.strip())
                written = write.enter(Act(entry, RecordId(entry), EntryClass.SETTING, body))
            else:
                said = Said(draft)
                written = write.version(CALENDAR, said, there.entry.id, reason.strip(), entry)
        self._read = None
        return Changed(calendar_of(written), _CHANGED)

    def is_school_day(self, day: date) -> bool:
        """Tell whether the school is open: what the daily copy of the vault asks."""
        return self.in_force().is_school_day(day)
