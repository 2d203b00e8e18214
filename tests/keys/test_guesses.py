from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.disk_errors import DiskReadOnlyError
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import KeychainError, TooSoonError
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.keys.guesses import FILE, FREE, LONGEST_WAIT, Guesses, Tally
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock

MAYA, OWEN = MemberId("01" * 16), MemberId("02" * 16)
VAULT = "0a" * 16


@dataclass
class Door:
    """A folder and an account somebody guesses at; asked anew each time, as after a restart."""

    folder: Path
    clock: FakeClock
    keychain: FakeKeychain = field(default_factory=FakeKeychain)

    @property
    def guesses(self) -> Guesses:
        return Guesses(self.folder, VAULT, Doorstep(self.clock, self.keychain))

    def guess_wrong(self, times: int = 1, member: MemberId = MAYA) -> None:
        for _ in range(times):
            self.clock.advance(seconds=self.guesses.wait(member))
            self.guesses.knock(member)


@pytest.fixture
def door(tmp_path: Path, clock: FakeClock) -> Door:
    return Door(tmp_path, clock)


def test_that_four_wrong_ones_cost_no_waiting_and_from_the_fifth_it_doubles(door: Door) -> None:
    waits = []
    for _ in range(14):
        door.guess_wrong()
        waits.append(door.guesses.wait(MAYA))
    assert waits == [0, 0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300, 300]


def test_that_a_try_that_comes_too_soon_is_refused_and_not_counted(door: Door) -> None:
    door.guess_wrong(6)
    door.clock.advance(seconds=4)
    for _ in range(50):
        with pytest.raises(TooSoonError) as told:
            door.guesses.knock(MAYA)
        assert told.value.seconds == 6
    door.clock.advance(seconds=6)
    door.guesses.knock(MAYA)
    assert door.guesses.wait(MAYA) == 20


@given(st.lists(st.floats(0, 400), min_size=30, max_size=200))
def test_that_nobody_makes_more_than_ten_tries_in_any_five_minutes(pauses: list[float]) -> None:
    tries, now, tally = [], 0.0, Tally()
    for pause in pauses:
        now += min(pause, 1.0) + tally.wait_left(int(now * 1000)) * (pause < 350)
        if tally.wait_left(int(now * 1000)) == 0:
            tally = Tally(tally.count + 1, int(now * 1000))
            tries.append(now)
    assert all(sum(begun <= at < begun + 300 for at in tries) <= 10 for begun in tries)


def test_that_the_wait_ends_however_many_there_were(door: Door) -> None:
    door.guess_wrong(40)
    assert door.guesses.wait(MAYA) == LONGEST_WAIT
    door.clock.advance(seconds=LONGEST_WAIT)
    assert door.guesses.wait(MAYA) == 0


def test_that_a_clock_set_back_makes_nobody_wait_longer(door: Door) -> None:
    door.guess_wrong(12)
    door.clock.advance(days=-400)
    assert door.guesses.wait(MAYA) == LONGEST_WAIT
    door.clock.advance(days=800)
    assert door.guesses.wait(MAYA) == 0


def test_that_the_largest_count_that_can_be_kept_still_counts(door: Door) -> None:
    door.guesses.put_back(MAYA, Tally(2**32 - 1, 0))
    door.guess_wrong()
    assert door.guesses.wait(MAYA) == LONGEST_WAIT


def test_that_whoever_opens_begins_anew(door: Door) -> None:
    door.guess_wrong(7)
    door.guesses.opened(MAYA)
    assert door.guesses.wait(MAYA) == 0
    door.guess_wrong(FREE)
    assert door.guesses.wait(MAYA) == 0


def test_that_opening_at_once_writes_nothing_down(door: Door) -> None:
    door.guesses.opened(MAYA)
    assert list(door.folder.iterdir()) == []
    assert door.keychain.kept == {}


def test_that_one_member_s_slips_make_no_other_wait(door: Door) -> None:
    door.guess_wrong(9)
    assert door.guesses.wait(OWEN) == 0
    door.guess_wrong(6, OWEN)
    door.guesses.opened(OWEN)
    assert door.guesses.wait(MAYA) == 75  # 80, less the 5 that Owen waited
    door.guess_wrong()
    assert door.guesses.wait(MAYA) == 160


def test_that_a_try_stopped_by_something_else_does_not_count(door: Door) -> None:
    door.guess_wrong(3)
    before = door.guesses.knock(MAYA)
    door.guesses.put_back(MAYA, before)
    door.guess_wrong()
    assert door.guesses.wait(MAYA) == 0


@pytest.mark.parametrize("content", [None, b"", b"x" * 584, b"\0" * 10_000])
def test_that_a_file_removed_or_damaged_resets_nothing_the_keychain_remembers(
    door: Door, content: bytes | None
) -> None:
    door.guess_wrong(8)
    file = door.folder / FILE
    file.unlink() if content is None else file.write_bytes(content)
    assert door.guesses.wait(MAYA) == 40


def test_that_an_older_file_put_back_resets_nothing_the_keychain_remembers(door: Door) -> None:
    door.guess_wrong(5)
    old = (door.folder / FILE).read_bytes()
    door.guess_wrong(4)
    (door.folder / FILE).write_bytes(old)
    assert door.guesses.wait(MAYA) == 80


def test_that_a_keychain_that_was_emptied_resets_nothing_the_file_remembers(door: Door) -> None:
    door.guess_wrong(8)
    door.keychain.kept.clear()
    assert door.guesses.wait(MAYA) == 40


def test_that_another_account_s_tries_count_here_too(door: Door) -> None:
    door.guess_wrong(8)
    other = Door(door.folder, door.clock)
    assert other.guesses.wait(MAYA) == 40


def test_that_a_damaged_file_that_nobody_remembers_counts_as_the_first_that_waits(
    door: Door,
) -> None:
    door.guess_wrong(4)
    door.keychain.kept.clear()
    (door.folder / FILE).write_bytes(b"wiped")
    door.clock.advance(days=-4000)  # before the file was changed
    assert door.guesses.wait(MAYA) == 5
    door.clock.advance(days=8000)
    door.guesses.knock(MAYA)
    assert door.guesses.wait(MAYA) == 10


def test_that_a_keychain_that_fails_only_when_it_writes_stops_nobody(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_name: str, _secret: bytes) -> None:
        raise KeychainError(KeychainTrouble.FAILED)

    monkeypatch.setattr(door.keychain, "write", fail)
    door.guess_wrong(8)
    assert door.guesses.wait(MAYA) == 40


@pytest.mark.parametrize("trouble", KeychainTrouble)
def test_that_without_a_keychain_the_file_counts_alone(
    door: Door, trouble: KeychainTrouble
) -> None:
    door.keychain.trouble = trouble
    door.guess_wrong(8)
    assert door.guesses.wait(MAYA) == 40


def test_that_where_the_folder_cannot_be_written_the_keychain_counts_alone(door: Door) -> None:
    (door.folder / FILE).mkdir()
    door.guess_wrong(8)
    assert door.guesses.wait(MAYA) == 40


def test_that_a_try_that_nobody_can_remember_is_not_made(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(13, "")

    door.keychain.trouble = KeychainTrouble.NONE
    monkeypatch.setattr("dsl_desk.keys.guesses.os.open", refuse)
    with pytest.raises(DiskReadOnlyError):
        door.guesses.knock(MAYA)


def test_that_what_is_written_down_has_one_length_and_holds_no_name(door: Door) -> None:
    lengths = set()
    for number in range(30):
        door.guess_wrong(member=MemberId(f"{number + 1:032x}"))
        lengths.add((door.folder / FILE).stat().st_size)
        lengths.add(len(door.keychain.kept[f"tries {VAULT}"]))
    assert len(lengths) == 1
    assert max(lengths) <= 960  # what Windows keeps in one place
    assert (door.folder / FILE).stat().st_mode & 0o777 == 0o600


def test_that_the_most_tried_are_remembered_when_there_is_no_room_for_all(door: Door) -> None:
    door.guess_wrong(8)
    for number in range(30):
        door.guess_wrong(member=MemberId(f"{number + 100:032x}"))
    assert door.guesses.wait(MAYA) == 40
