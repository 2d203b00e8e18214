"""The first way in, as set-up makes it: all of it or nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.way_errors import KeychainError, MemoryShortError
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys import trying
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import Cost, stretch
from dsl_desk.services import doorstep, vaults
from dsl_desk.services.doorstep import derive_by_kit
from dsl_desk.services.vaults import create
from tests.builders import PASSPHRASE, SCHOOL, a_set_up
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock


from tests.services.doorways import House

pytestmark = pytest.mark.gate_story


@pytest.fixture(autouse=True)
def _stretch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pay for each passphrase and recipe once: what opens is tested here, not the price."""
    monkeypatch.setattr(trying, "stretch", cache(stretch))


@pytest.fixture
def house(tmp_path: Path, clock: FakeClock) -> House:
    return House(tmp_path / "vault", clock).set_up()


def test_that_a_passphrase_opens_where_it_was_set_up_and_so_does_the_kit(house: House) -> None:
    assert house.derive() == house.founded.key
    assert house.opens(house.derive())
    key = derive_by_kit(house.folder, house.member, house.founded.kit.code.lower())
    assert key != house.founded.key
    assert house.opens(key)


def test_that_a_set_up_without_a_keychain_makes_nothing_so_that_it_can_ask_again(
    tmp_path: Path, clock: FakeClock
) -> None:
    house = House(tmp_path / "vault", clock, FakeKeychain(KeychainTrouble.LOCKED))
    with pytest.raises(KeychainError):
        house.set_up()
    assert not house.folder.exists()
    house.set_up(FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE))
    assert house.opens(house.derive())


@pytest.mark.parametrize("step", ["found", "first_doors.stretch"])
def test_that_a_set_up_that_fails_takes_its_key_file_away_again(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_args: object) -> None:
        raise MemoryShortError

    broken = "dsl_desk.services.vaults.found" if step == "found" else "dsl_desk.keys.trying.stretch"
    monkeypatch.setattr(broken, fail)
    house = House(tmp_path / "vault", clock)
    for first in (
        FirstWay(PASSPHRASE, Way.KEY_FILE, tmp_path / "stick.key"),
        FirstWay(PASSPHRASE),
    ):
        with pytest.raises(MemoryShortError):
            house.set_up(first)
        assert list(tmp_path.iterdir()) == []


def test_that_a_key_file_that_cannot_be_taken_back_hides_nothing_of_what_failed(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick.key"

    def fail(*_args: object) -> None:
        stick.unlink()
        stick.mkdir()  # nothing can be taken away there now
        raise MemoryShortError

    monkeypatch.setattr("dsl_desk.services.vaults.found", fail)
    with pytest.raises(MemoryShortError):
        House(tmp_path / "vault", clock).set_up(FirstWay(PASSPHRASE, Way.KEY_FILE, stick))


def test_that_no_vault_is_set_up_over_another_and_no_key_file_is_touched(
    house: House, tmp_path: Path
) -> None:
    with pytest.raises(VaultExistsError):
        house.set_up(FirstWay(PASSPHRASE, Way.KEY_FILE, tmp_path / "stick.key"))
    assert not (tmp_path / "stick.key").exists()


@pytest.mark.parametrize(
    ("first", "problem"),
    [
        (FirstWay(""), Problem("passphrase", "missing")),
        (FirstWay("x" * 14), Problem("passphrase", "too_short")),
        (FirstWay("x" * 1001), Problem("passphrase", "too_long")),
        (FirstWay("Fernhollow Maya Fernsby"), Problem("passphrase", "too_weak")),
        (FirstWay(PASSPHRASE, Way.KEY_FILE), Problem("key_file", "missing")),
    ],
)
def test_that_a_first_way_that_cannot_stay_is_told(
    tmp_path: Path, clock: FakeClock, first: FirstWay, problem: Problem
) -> None:
    with pytest.raises(DraftError) as told:
        House(tmp_path / "vault", clock).set_up(first)
    assert told.value.problems == (problem,)


def test_that_a_key_file_that_is_there_already_is_told(tmp_path: Path, clock: FakeClock) -> None:
    file = tmp_path / "stick.key"
    file.touch()
    for first in (FirstWay(PASSPHRASE, Way.KEY_FILE, file),):
        with pytest.raises(DraftError) as told:
            House(tmp_path / "vault", clock).set_up(first)
        assert told.value.problems == (Problem("key_file", "there_already"),)
    with pytest.raises(DraftError) as told:
        House(tmp_path / "vault", clock).set_up(FirstWay(PASSPHRASE, Way.PASSPHRASE, file))
    assert told.value.problems == (Problem("key_file", "missing"),)


def test_that_set_up_pays_the_price_of_this_computer(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    dear = Cost(80 * 1024, 4, 1)
    monkeypatch.setattr(vaults, "cost_here", lambda _clock: dear)
    folder = tmp_path / "vault"
    create(folder, a_set_up(), Doorstep(clock, FakeKeychain()))
    assert read_header_file(folder).members[0].doors[0].lock.recipe.cost == dear


def test_that_words_and_their_strength_are_told_at_the_doorstep() -> None:
    drawn = doorstep.suggest_passphrase(FONTS.parent / "words")
    assert doorstep.strength_of(drawn, (SCHOOL,)).enough
    assert not doorstep.strength_of(SCHOOL, (SCHOOL,)).enough
