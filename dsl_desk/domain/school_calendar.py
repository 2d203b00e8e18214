"""The school's calendar: when it is open to pupils, INSET days, days off, working hours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.domain.record import AUTHOR, Kind
from dsl_desk.domain.typed_times import time_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.working_days import Calendar

_TO: Final = re.compile(r"\s+(?:to|until|till)\s+|\s+[-\u2013\u2014]\s+")
_ONE_DAY: Final = timedelta(days=1)
_AUGUST: Final = 8
_MOST_TRANSFER_DAYS: Final = 15  # whoever waits longer than three weeks has no limit
_MOST_DAYS: Final = 3_660  # whoever counts further has a calendar without an open day


class Days(Enum):
    """Which days a clock counts."""

    CLOCK_HOURS = "clock_hours"
    WORKING = "working"
    SCHOOL = "school"


class RetainedCopy(Enum):
    """What becomes of our own copy once the next school has signed for theirs."""

    KEEP = "keep"
    ASK = "ask"
    LET_GO = "let_go"


class Timer(Enum):
    """What is counted in days or hours, so that the page can say which."""

    LADO = "lado"
    REPLY = "reply"
    BREACH = "breach"
    TAKE_DOWN = "take_down"
    COPY = "copy"
    TRANSFER = "transfer"


@dataclass(frozen=True)
class Stretch:
    """Days from the first to the last: a half term, or one day by itself."""

    name: str
    first: str
    last: str

    def holds(self, day: date) -> bool:
        """Tell whether a day is one of them."""
        return self.first <= day.isoformat() <= self.last

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {"name": self.name, "first": self.first, "last": self.last}

    @classmethod
    def of(cls, fields: Fields) -> Stretch:
        """Return what an entry kept."""
        return cls(fields.text("name"), fields.text("first"), fields.text("last"))


@dataclass(frozen=True)
class CalendarDraft:
    """The calendar as a school writes it. Bank holidays are known without being written."""

    terms: tuple[Stretch, ...] = ()
    inset: tuple[Stretch, ...] = ()
    closed: tuple[Stretch, ...] = ()
    begins: str = "08:00"
    ends: str = "17:00"
    transfers: Days = Days.SCHOOL
    transfer_days: int = 5
    retained: RetainedCopy = RetainedCopy.KEEP

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        found = {
            "terms": _wrong_with(self.terms),
            "inset": _wrong_with(self.inset),
            "closed": _wrong_with(self.closed),
            "begins": "" if time_of(self.begins) else "not_an_hour",
            "ends": "" if time_of(self.ends) else "not_an_hour",
            "transfer_days": ""
            if 1 <= self.transfer_days <= _MOST_TRANSFER_DAYS
            else "not_a_count",
        }
        if not (found["begins"] or found["ends"]) and self.ends <= self.begins:
            found["ends"] = "before_it_began"
        return tuple(Problem(name, code) for name, code in found.items() if code)


@dataclass(frozen=True)
class CalendarVersion:
    """The calendar as it stands in the ledger."""

    version: int
    written_at: datetime
    author: str = field(repr=False)
    draft: CalendarDraft
    entry: Stamp
    reason: str = ""


@dataclass(frozen=True)
class SchoolCalendar:
    """What every clock asks: bank holidays, and what the school says of itself."""

    bank: Calendar
    school: CalendarDraft = CalendarDraft()

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on a day: no weekend, no bank holiday, no day off."""
        return self.bank.is_working_day(day) and not _in(self.school.closed, day)

    def is_school_day(self, day: date) -> bool:
        """Tell whether the school is open to pupils; a school without terms counts working days."""
        terms = self.school.terms
        in_term = not _known(terms, day) or _in(terms, day)
        return in_term and self.is_working_day(day) and not _in(self.school.inset, day)

    def after(self, day: date, count: int, days: Days = Days.WORKING) -> date:
        """Return the day that is so many days later, of those that are counted."""
        counts = self.is_school_day if days is Days.SCHOOL else self.is_working_day
        for _each in range(_MOST_DAYS):
            if not count:
                break
            day += _ONE_DAY
            count -= counts(day)
        return day

    def days_of(self, timer: Timer) -> Days:
        """Return which days something is counted in."""
        return self.school.transfers if timer is Timer.TRANSFER else COUNTED_IN[timer]


@dataclass(frozen=True)
class SchoolDays:
    """The same calendar for what is counted in days the school is open to pupils."""

    calendar: SchoolCalendar

    def is_working_day(self, day: date) -> bool:
        """Tell whether the school is open to pupils."""
        return self.calendar.is_school_day(day)

    def after(self, day: date, count: int) -> date:
        """Return the day that is so many school days later."""
        return self.calendar.after(day, count, Days.SCHOOL)


COUNTED_IN: Final = {
    Timer.LADO: Days.WORKING,
    Timer.REPLY: Days.WORKING,
    Timer.BREACH: Days.CLOCK_HOURS,
    Timer.TAKE_DOWN: Days.SCHOOL,
    Timer.COPY: Days.SCHOOL,
}


def read_stretches(untrusted_words: str) -> tuple[Stretch, ...]:
    """Read lines like `Autumn 1: 2 September 2026 to 23 October 2026`, one for each stretch."""
    return tuple(_read(line) for line in untrusted_words.splitlines() if line.strip())


def end_of_school_year(today: date, terms: tuple[Stretch, ...]) -> str:
    """Return the last day with pupils that is known of this school year, or its last of August."""
    august = date(today.year + (today.month > _AUGUST), _AUGUST, 31)
    june = max(today, date(august.year, 6, 1)).isoformat()
    known = [term.last for term in terms if june < term.last <= august.isoformat()]
    return max(known, default=august.isoformat())


def stretches_in_words(stretches: tuple[Stretch, ...]) -> str:
    """Return the lines that are read as these stretches."""
    return "\n".join(_told(each) for each in stretches)


def _read(line: str) -> Stretch:
    name, colon, days = line.strip().rpartition(":")
    first, *last = _TO.split(days.strip(), maxsplit=1)
    first = read_day(first)
    return Stretch(name.strip() if colon else "", first, read_day(last[0]) if last else first)


def _told(stretch: Stretch) -> str:
    days = day_in_words(stretch.first)
    if stretch.last != stretch.first:
        days += f" to {day_in_words(stretch.last)}"
    return f"{stretch.name}: {days}" if stretch.name else days


def _wrong_with(stretches: tuple[Stretch, ...]) -> str:
    for each in stretches:
        if not (_is_day(each.first) and _is_day(each.last)):
            return "not_a_stretch"
        if each.last < each.first:
            return "before_it_began"
    return ""


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _in(stretches: tuple[Stretch, ...], day: date) -> bool:
    return any(each.holds(day) for each in stretches)


def _known(terms: tuple[Stretch, ...], day: date) -> bool:
    """Tell whether the terms speak of this time at all: from the first day to the last."""
    if not terms:
        return False
    return min(t.first for t in terms) <= day.isoformat() <= max(t.last for t in terms)


def _to_fields(draft: CalendarDraft) -> dict[str, Json]:
    return {
        "terms": [each.fields() for each in draft.terms],
        "inset": [each.fields() for each in draft.inset],
        "closed": [each.fields() for each in draft.closed],
        "begins": draft.begins,
        "ends": draft.ends,
        "transfers": draft.transfers.value,
        "transfer_days": draft.transfer_days,
        "retained": draft.retained.value,
    }


def _of_fields(fields: Fields) -> CalendarDraft:
    return CalendarDraft(
        terms=tuple(map(Stretch.of, fields.each("terms"))),
        inset=tuple(map(Stretch.of, fields.each("inset"))),
        closed=tuple(map(Stretch.of, fields.each("closed"))),
        begins=fields.text("begins"),
        ends=fields.text("ends"),
        transfers=fields.one_of("transfers", Days),
        transfer_days=fields.number("transfer_days"),
        retained=fields.one_of("retained", RetainedCopy),
    )


def _from_schema_1(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return a calendar as schema 2 has it: five days were counted, and every copy kept."""
    return {**fields, "transfer_days": 5, "retained": RetainedCopy.KEEP.value}


CALENDAR: Final = Kind("calendar", 2, EntryClass.SETTING, _to_fields, _of_fields, (_from_schema_1,))


def calendar_of(entry: Entry) -> CalendarVersion:
    """Return the calendar that an entry holds."""
    return CalendarVersion(
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        draft=CALENDAR.said(entry).draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


def tidy(draft: CalendarDraft) -> CalendarDraft:
    """Return a draft with its hours as 08:00, where they can be read."""
    return replace(
        draft,
        begins=time_of(draft.begins) or draft.begins,
        ends=time_of(draft.ends) or draft.ends,
    )
