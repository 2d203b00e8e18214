"""A member's kit, and the accounts they come in from."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.way_errors import (
    DeviceSecretMissingError,
    KeychainError,
    KitWantedError,
    LastWayError,
    NoSuchWayError,
    WrongKitError,
    WrongPassphraseError,
)
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.keys import trying
from dsl_desk.keys.stretching import FLOOR, stretch
from dsl_desk.services import ways_in
from dsl_desk.services.doorstep import derive_by_key_file, derive_by_kit, type_back
from tests.builders import PASSPHRASE
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.keys.stretching import Cost
    from tests.fakes.clock import FakeClock


from tests.services.own_house import NEW, House, written_down

pytestmark = pytest.mark.gate_story


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pay the floor, and for each passphrase and recipe once."""

    def floor(_clock: Clock) -> Cost:
        return FLOOR

    monkeypatch.setattr(ways_in, "cost_here", floor)
    monkeypatch.setattr(trying, "stretch", cache(stretch))


@pytest.fixture
def house(tmp_path: Path, clock: FakeClock) -> Iterator[House]:
    house = House(tmp_path / "vault", clock, FirstWay(PASSPHRASE))
    yield house
    house.leave()


def test_that_a_new_kit_ends_the_old_one(house: House) -> None:
    desk = house.desk()
    made = desk.ways_in.make_kit()
    assert made.things == {Thing.VAULT}
    kit = made.answer
    assert (kit.member, kit.made_at) == ("Maya Fernsby", house.clock.now())
    assert kit.code not in repr(kit)
    assert "Maya" not in repr(kit)
    with pytest.raises(WrongKitError) as told:
        house.by_kit()
    assert not told.value.misread
    house.desk(derive_by_kit(house.folder, house.founded.member, kit.code))
    assert house.ways().count(Way.KIT) == 1


def test_that_a_new_kit_is_printed_and_typed_back(house: House) -> None:
    own = house.desk().ways_in
    kit = own.make_kit().answer
    assert own.kit_on_paper(kit).startswith(b"%PDF-")
    type_back(kit, kit.code.lower().replace("-", " "))
    for typed, misread in ((kit.code[:-1], True), (house.founded.kit.code, False)):
        with pytest.raises(WrongKitError) as told:
            type_back(kit, typed)
        assert told.value.misread is misread


def test_that_a_kit_lets_a_forgotten_passphrase_be_chosen_anew(house: House) -> None:
    desk = house.by_kit()
    wanted = [desk.ways_in.passphrase_wanted]
    desk.ways_in.choose_passphrase(NEW)
    assert [*wanted, desk.ways_in.passphrase_wanted] == [True, False]
    assert written_down(desk) == {"did": "recovered", "line": 2}
    house.desk(house.derive(NEW))
    with pytest.raises(WrongPassphraseError):
        house.derive(PASSPHRASE)


def test_that_only_a_kit_lets_a_passphrase_be_chosen_without_the_old_one(house: House) -> None:
    desk = house.desk()
    assert not desk.ways_in.passphrase_wanted
    with pytest.raises(KitWantedError):
        desk.ways_in.choose_passphrase(NEW)
    house.derive(PASSPHRASE)


def test_that_a_kit_and_the_passphrase_enrol_another_account(house: House) -> None:
    other = FakeKeychain()
    with pytest.raises(DeviceSecretMissingError):
        house.derive(keychain=other)
    desk = house.by_kit(other)
    assert [way.here for way in desk.ways_in.list()] == [False, False]
    desk.ways_in.enrol_this_account(PASSPHRASE)
    assert not desk.ways_in.passphrase_wanted
    assert [(w.way, w.here) for w in desk.ways_in.list()] == [
        (Way.PASSPHRASE, True),
        (Way.PASSPHRASE, False),
        (Way.KIT, False),
    ]
    house.desk(house.derive(keychain=other), other)
    house.desk(house.derive())


def test_that_to_enrol_an_account_twice_leaves_one_door_of_it(house: House) -> None:
    desk = house.desk()
    desk.ways_in.enrol_this_account(PASSPHRASE)
    desk.ways_in.enrol_this_account(PASSPHRASE)
    assert house.ways() == [Way.PASSPHRASE, Way.KIT]
    house.desk(house.derive())


def test_that_a_change_reaches_every_account_and_every_key_file(
    house: House, tmp_path: Path
) -> None:
    other = FakeKeychain()
    house.by_kit(other).ways_in.enrol_this_account(PASSPHRASE)
    desk = house.desk(house.derive())
    desk.ways_in.make_key_file(PASSPHRASE, tmp_path / "stick")
    desk.ways_in.rely_on_passphrase_alone(PASSPHRASE)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    for keychain in (house.keychain, other, FakeKeychain()):
        house.desk(house.derive(NEW, keychain), keychain)
    member, stick = house.founded.member, tmp_path / "stick"
    house.desk(derive_by_key_file(house.folder, member, NEW, stick, house.place))
    with pytest.raises(WrongPassphraseError):
        derive_by_key_file(house.folder, member, PASSPHRASE, stick, house.place)
    with pytest.raises(WrongPassphraseError):
        house.derive(PASSPHRASE, other)


def test_that_an_account_without_a_keychain_is_not_enrolled(house: House) -> None:
    page = (house.folder / "vault.json").read_bytes()
    other = FakeKeychain(KeychainTrouble.NONE)
    desk = house.by_kit(other)
    with pytest.raises(KeychainError):
        desk.ways_in.enrol_this_account(PASSPHRASE)
    assert (house.folder / "vault.json").read_bytes() == page
    assert [way.here for way in desk.ways_in.list()] == [False, False]


def test_that_who_comes_by_the_kit_each_day_may_choose_a_first_passphrase(
    tmp_path: Path, clock: FakeClock
) -> None:
    house = House(tmp_path / "vault", clock, FirstWay("", Way.KIT))
    desk = house.by_kit()
    assert not desk.ways_in.passphrase_wanted
    with pytest.raises(DraftError):
        desk.ways_in.enrol_this_account("Fernhollow Maya Fernsby")
    desk.ways_in.enrol_this_account(PASSPHRASE)
    house.desk(house.derive())
    house.leave()


def test_that_a_lost_laptop_is_forgotten_and_opens_no_more(house: House) -> None:
    other = FakeKeychain()
    house.by_kit(other).ways_in.enrol_this_account(PASSPHRASE)
    desk = house.desk(house.derive())
    lost = [w for w in desk.ways_in.list() if w.way is Way.PASSPHRASE and not w.here]
    desk.ways_in.forget(lost[0].id)
    with pytest.raises(DeviceSecretMissingError):
        house.derive(keychain=other)
    house.desk(house.derive())


def test_that_the_last_way_in_stays_and_an_unknown_one_is_told(house: House) -> None:
    desk = house.desk()
    with pytest.raises(NoSuchWayError):
        desk.ways_in.forget("00" * 12)
    kit = next(way.id for way in desk.ways_in.list() if way.way is Way.KIT)
    desk.ways_in.forget(kit)
    with pytest.raises(LastWayError):
        desk.ways_in.forget(desk.ways_in.list()[0].id)
    assert house.ways() == [Way.PASSPHRASE]
