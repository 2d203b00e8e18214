"""The LADO directory: shipped unchecked, changed and confirmed by the school, right by the hour."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.lado_directory import Authority
from dsl_desk.domain.policy.changes import STATUTORY_REPORT, Changes, Woken
from dsl_desk.domain.rung import number_now
from dsl_desk.domain.working_days import Calendar
from dsl_desk.services.lado_directory import shipped_authorities
from tests.builders import an_entry_id
from tests.conftest import FONTS

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk

LADO = FONTS.parent / "lado"
_LAYOUTS = sorted((LADO / "layouts").glob("*.toml"))
OPEN = Authority(
    "ours",
    "Merrowshire LADO",
    "01632 960 017",
    opens="09:00",
    closes="17:00",
    after_hours="Duty team",
    after_hours_telephone="01632 960 999",
)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


def test_that_the_isle_of_wight_comes_first_with_its_two_stages_and_unchecked(desk: Desk) -> None:
    first, *others = desk.lado.all()
    assert first.name == "Isle of Wight LADO"
    assert [stage.name[:7] for stage in first.stages] == ["Initial", "LADO no"]
    assert first.needs_checking(date(2026, 11, 19))
    assert not any(one.confirmed_on for one in (first, *others))
    assert desk.lado.ours() is None
    assert desk.lado.number_now() is None


def test_that_a_number_is_confirmed_by_whom_and_when_and_again_each_term(desk: Desk) -> None:
    confirmed = desk.lado.confirm(desk.lado.all()[0]).answer
    assert (confirmed.confirmed_by, confirmed.confirmed_on) == ("Maya Fernsby", "2026-11-19")
    assert desk.lado.ours() == confirmed
    assert not confirmed.needs_checking(date(2027, 3, 19))
    assert confirmed.needs_checking(date(2027, 3, 20))
    number = desk.lado.number_now()
    assert number is not None
    assert number.telephone == "01962 876364"


def test_that_a_change_is_not_confirmed_by_being_made(desk: Desk) -> None:
    confirmed = desk.lado.confirm(OPEN).answer
    assert desk.lado.all()[-1] == confirmed
    changed = desk.lado.change(confirmed).answer
    assert changed.needs_checking(date(2026, 11, 19))
    assert len(desk.lado.all()) == 3
    with pytest.raises(DraftError) as error:
        desk.lado.change(Authority("x", "", "", opens="half past"))
    assert [one.field for one in error.value.problems] == ["name", "telephone", "opens"]


def test_that_the_statutory_report_sleeps_until_the_school_wakes_it(desk: Desk) -> None:
    assert not desk.lado.statutory_report()
    desk.lado.confirm(OPEN)
    source = Woken(STATUTORY_REPORT, "The commencement regulations, read on gov.uk today")
    entry = an_entry_id(desk.sitting.clock)
    desk.policy.change(None, Changes(woken=(source,)), "It is in force", entry)
    assert desk.lado.statutory_report()
    assert desk.lado.ours() is not None


def test_that_whoever_holds_no_key_to_school_knows_what_was_shipped(desk: Desk) -> None:
    desk.lado.confirm(OPEN)
    desk.sitting.leave(Compartment.SCHOOL)
    assert [one.key for one in desk.lado.all()] == ["isle-of-wight", "another"]


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        ("2026-11-19T09:00", "Merrowshire LADO"),
        ("2026-11-19T16:59", "Merrowshire LADO"),
        ("2026-11-19T17:00", "Duty team"),
        ("2026-11-21T11:00", "Duty team"),
        ("2026-07-01T08:30", "Merrowshire LADO"),  # half past nine in summer
    ],
)
def test_that_the_duty_team_is_shown_by_itself_after_hours(now: str, rings: str) -> None:
    calendar = Calendar(frozenset())
    assert number_now(OPEN, at(now), calendar).name == rings


def test_that_without_hours_or_a_duty_team_the_one_number_is_shown() -> None:
    calendar = Calendar(frozenset())
    always = Authority("a", "A LADO", "01632 960 018", after_hours_telephone="01632 960 019")
    assert number_now(always, at("2026-11-19T03:00"), calendar).name == "A LADO"
    assert number_now(always, at("2026-11-21T03:00"), calendar).after_hours
    alone = Authority("a", "A LADO", "01632 960 018", opens="09:00", closes="17:00")
    assert not number_now(alone, at("2026-11-21T03:00"), calendar).after_hours


def test_that_a_file_that_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    assert shipped_authorities(tmp_path / "nowhere") == ()
    (tmp_path / "broken.toml").write_text("name = ", encoding="utf-8")
    (tmp_path / "empty.toml").write_text("", encoding="utf-8")
    (tmp_path / "fields.toml").write_text("", encoding="utf-8")
    assert shipped_authorities(tmp_path) == ()


@pytest.mark.parametrize("layout", _LAYOUTS, ids=lambda path: str(path.stem))
def test_that_every_layout_asks_what_the_superset_holds_and_nothing_twice(layout: Path) -> None:
    known = tomllib.loads((LADO / "fields.toml").read_text("utf-8"))["fields"]
    asked = tomllib.loads(layout.read_text("utf-8"))["fields"]
    assert set(asked) <= set(known)
    assert len(set(asked)) == len(asked)


def test_that_there_are_four_layouts_and_every_authority_names_one() -> None:
    names = {path.stem for path in _LAYOUTS}
    assert len(names) == 4
    assert {one.layout for one in shipped_authorities(LADO)} <= names
