"""One's own passphrase, changed from inside; each change written down and signed."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.way_errors import MemoryShortError, TooSoonError, WrongPassphraseError
from dsl_desk.domain.ways_in import Way, WayAct
from dsl_desk.keys import trying
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import new_doors, roll_book, ways_in
from tests.builders import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.keys.stretching import Cost
    from tests.fakes.clock import FakeClock


from tests.services.own_house import NEW, House, written_down

pytestmark = pytest.mark.gate_story


def test_that_a_changed_passphrase_opens_and_the_old_one_does_not(own_house: House) -> None:
    desk = own_house.desk()
    changed = desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    assert changed.things == {Thing.VAULT}
    assert written_down(desk) == {"did": "passphrase_changed", "line": 2}
    own_house.desk(own_house.derive(NEW))
    with pytest.raises(WrongPassphraseError):
        own_house.derive(PASSPHRASE)
    own_house.by_kit()


def test_that_each_change_is_a_signed_line_of_the_roll_and_the_vault_stays_whole(
    own_house: House, tmp_path: Path
) -> None:
    desk = own_house.desk()
    own = desk.ways_in
    steps: tuple[tuple[WayAct, Callable[[], object]], ...] = (
        (WayAct.PASSPHRASE_CHANGED, partial(own.change_passphrase, PASSPHRASE, NEW)),
        (WayAct.KIT_MADE, own.make_kit),
        (WayAct.ENROLLED, partial(own.enrol_this_account, NEW)),
        (WayAct.KEY_FILE_MADE, partial(own.make_key_file, NEW, tmp_path / "stick")),
        (WayAct.ALONE, partial(own.rely_on_passphrase_alone, NEW)),
    )
    for number, (act, do) in enumerate(steps, start=2):
        do()
        roll = read_header_file(own_house.folder).roll
        assert written_down(desk) == {"did": act.value, "line": number}
        assert len(roll) == number
        assert roll[-1].said.act is RollAct.WAYS_IN
        assert roll[-1].author == own_house.founded.member
    lost = next(way.id for way in desk.ways_in.list() if way.way is Way.PASSPHRASE_ALONE)
    desk.ways_in.forget(lost)
    assert written_down(desk) == {"did": "forgotten", "line": 7}
    again = own_house.desk(own_house.derive(NEW))
    again.vault.check(lambda _checked, _total: None)


def test_that_whoever_does_not_know_the_old_passphrase_changes_nothing(own_house: House) -> None:
    page = (own_house.folder / "vault.json").read_bytes()
    desk = own_house.desk()
    wrong = "not the old passphrase"
    for call in (
        partial(desk.ways_in.change_passphrase, wrong, NEW),
        partial(desk.ways_in.enrol_this_account, wrong),
        partial(desk.ways_in.rely_on_passphrase_alone, wrong),
        partial(desk.ways_in.make_key_file, wrong, own_house.folder / "stick"),
    ):
        with pytest.raises(WrongPassphraseError):
            call()
    assert (own_house.folder / "vault.json").read_bytes() == page
    assert not (own_house.folder / "stick").exists()


def test_that_guessing_at_an_open_desk_has_to_wait_as_well(own_house: House) -> None:
    desk = own_house.desk()
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            desk.ways_in.change_passphrase("not the old passphrase", NEW)
    with pytest.raises(WrongPassphraseError) as told:
        desk.ways_in.change_passphrase("not the old passphrase", NEW)
    assert told.value.wait == 5
    with pytest.raises(TooSoonError):
        desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    own_house.clock.advance(seconds=5)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)


@pytest.mark.parametrize(
    ("new", "code"),
    [("", "missing"), ("short", "too_short"), ("Fernhollow Maya Fernsby", "too_weak")],
)
def test_that_a_weak_new_passphrase_changes_nothing(own_house: House, new: str, code: str) -> None:
    with pytest.raises(DraftError) as told:
        own_house.desk().ways_in.change_passphrase(PASSPHRASE, new)
    assert told.value.problems == (Problem("passphrase", code),)
    own_house.derive(PASSPHRASE)


def test_that_a_page_that_cannot_be_written_leaves_the_old_ways_and_no_key_file(
    own_house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "")

    desk = own_house.desk()
    monkeypatch.setattr(roll_book, "write_header_file", full)
    calls: tuple[Callable[[], object], ...] = (
        partial(desk.ways_in.change_passphrase, PASSPHRASE, NEW),
        desk.ways_in.make_kit,
        partial(desk.ways_in.make_key_file, PASSPHRASE, tmp_path / "stick"),
    )
    for call in calls:
        with pytest.raises(DiskFullError):
            call()
    assert not (tmp_path / "stick").exists()
    # What was written down names a line that the roll does not have: nothing came of it.
    assert written_down(desk)["line"] == len(read_header_file(own_house.folder).roll) + 1
    own_house.derive(PASSPHRASE)
    own_house.by_kit()


def test_that_what_cannot_be_written_down_is_not_done(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (own_house.folder / "vault.json").read_bytes()
    desk = own_house.desk()

    def full(*_args: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(type(desk.sitting), "writing", full)
    with pytest.raises(DiskFullError):
        desk.ways_in.make_kit()
    assert (own_house.folder / "vault.json").read_bytes() == page


def test_that_too_little_memory_at_an_open_desk_is_no_guess(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_args: object) -> None:
        raise MemoryShortError

    desk = own_house.desk()
    with monkeypatch.context() as broken:
        broken.setattr(trying, "stretch", short)
        for _ in range(10):
            with pytest.raises(MemoryShortError):
                desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)


def test_that_somebody_without_a_key_to_school_is_told_by_the_roll_alone(own_house: House) -> None:
    desk = own_house.desk()
    own = desk.ways_in._own
    insider = desk.ways_in._insider
    ways_in.WaysIn(replace(desk.sitting, parts={}), own.book, insider).make_kit()
    assert len(read_header_file(own_house.folder).roll) == 2


def test_that_the_price_of_this_computer_is_measured_with_its_memory(
    clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def tuned(_clock: Clock, memory: int) -> Cost:
        asked.append(memory)
        return FLOOR

    monkeypatch.setattr(new_doors, "tuned_cost", tuned)
    assert new_doors.cost_here(clock) == FLOOR
    assert asked[0] > 256 * 1024 * 1024
