"""The school's calendar: written with a reason, and asked by every clock that counts days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.school_calendar import CalendarDraft, Days, Stretch
from dsl_desk.services.bank_holidays import bank_holidays_in
from dsl_desk.services.calendars import calendar_in
from tests.builders import an_entry_id
from tests.conftest import FONTS
from tests.registers import a_draft
from tests.services.staffroom import ALBAN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WHY = "The governors set the dates"
AUTUMN = CalendarDraft(
    terms=(Stretch("Autumn 2", "2026-11-02", "2026-12-18"),),
    inset=(Stretch("INSET", "2026-11-20", "2026-11-20"),),
)


def test_that_a_school_that_wrote_nothing_has_the_bank_holidays(desk: Desk) -> None:
    calendar = desk.calendars.in_force()
    assert not calendar.is_working_day(date(2026, 12, 25))
    assert calendar.is_school_day(date(2026, 12, 23))
    assert desk.calendars.newest() is None
    assert desk.calendars.versions() == ()


def test_that_the_calendar_is_a_version_with_its_reason(desk: Desk, clock: FakeClock) -> None:
    told = desk.calendars.change(replace(AUTUMN, begins="8"), WHY, an_entry_id(clock))
    assert told.things == {Thing.SETTINGS}
    assert told.answer.draft.begins == "08:00"
    clock.advance(minutes=1)
    longer = replace(AUTUMN, inset=())
    entry = an_entry_id(clock)
    desk.calendars.change(longer, " No INSET day after all ", entry)
    assert desk.calendars.change(longer, WHY, entry).answer.version == 2
    first, second = desk.calendars.versions()
    assert (second.version, second.reason, second.draft) == (2, "No INSET day after all", longer)
    assert first.draft.inset == AUTUMN.inset
    assert desk.calendars.in_force().school == longer


def test_that_a_calendar_without_a_reason_or_with_a_day_that_is_none_is_refused(
    desk: Desk, clock: FakeClock
) -> None:
    wrong = CalendarDraft(terms=(Stretch("Autumn", "soon", "later"),), ends="07:00")
    with pytest.raises(DraftError) as told:
        desk.calendars.change(wrong, "", an_entry_id(clock))
    assert told.value.problems == (
        Problem("terms", "not_a_stretch"),
        Problem("ends", "before_it_began"),
        Problem("reason", "missing"),
    )


def test_that_an_inset_day_moves_the_day_somebody_looks_again(desk: Desk, clock: FakeClock) -> None:
    look = a_draft(RegisterName.TAKE_DOWNS)
    before = desk.registers.record(look, an_entry_id(clock)).answer
    desk.calendars.change(AUTUMN, WHY, an_entry_id(clock))
    clock.advance(seconds=1)
    after = desk.registers.record(look, an_entry_id(clock)).answer
    assert before.draft.answers["next_check"] == "2026-11-23"
    assert after.draft.answers["next_check"] == "2026-11-24"
    assert not desk.calendars.is_school_day(date(2026, 11, 20))
    assert desk.calendars.in_force().after(date(2026, 11, 19), 1, Days.WORKING) == date(
        2026, 11, 20
    )


def test_that_whoever_holds_no_key_to_school_has_the_bank_holidays(vault: TrainingVault) -> None:
    room = Staffroom(vault).add_everybody()
    with room.desk() as desk:
        desk.calendars.change(AUTUMN, WHY, an_entry_id(vault.clock))
    with room.desk(ALBAN) as desk:
        assert desk.calendars.in_force().school == CalendarDraft()
        with pytest.raises(NotEntitledError):
            desk.calendars.change(AUTUMN, WHY, an_entry_id(vault.clock))


def test_that_the_dated_days_are_those_the_library_knows() -> None:
    ours = calendar_in(FONTS.parent)
    years = sorted({day.year for day in ours.holidays})
    assert years == [2026, 2027, 2028]
    theirs = {day for year in years for day in bank_holidays_in(year) if day.weekday() < 5}
    assert ours.holidays == theirs


def test_that_a_year_after_the_data_has_its_bank_holidays_too(desk: Desk) -> None:
    calendar = desk.calendars.in_force()
    assert not calendar.is_working_day(date(2031, 12, 25))
    assert calendar.is_working_day(date(2031, 12, 24))
    assert calendar_in(FONTS.parent).is_working_day(date(2031, 12, 25))
