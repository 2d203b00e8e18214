"""What opens a vault from outside, and what each refusal is called."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.way_errors import (
    DeviceSecretMissingError,
    KeychainError,
    MemoryShortError,
    NoSuchWayError,
    TooSoonError,
    UnsafeCostError,
    WrongKeyFileError,
    WrongKitError,
    WrongPassphraseError,
)
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.keys import trying
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.kit_code import fresh_code
from dsl_desk.keys.stretching import FLOOR, stretch
from dsl_desk.keys.vouching import WAYS_IN, signed_page
from dsl_desk.services import doorstep
from dsl_desk.services.doorstep import derive, derive_by_key_file, derive_by_kit, wait_before
from dsl_desk.services.faces import face_of
from dsl_desk.services.opening import unlock
from dsl_desk.services.vaults import open_desk
from tests.builders import PASSPHRASE
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock


from tests.services.doorways import WRONG, House

pytestmark = pytest.mark.gate_story


@pytest.fixture(autouse=True)
def _stretch_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pay for each passphrase and recipe once: what opens is tested here, not the price."""
    monkeypatch.setattr(trying, "stretch", cache(stretch))


@pytest.fixture
def house(tmp_path: Path, clock: FakeClock) -> House:
    return House(tmp_path / "vault", clock).set_up()


def test_that_a_copy_of_the_files_without_the_device_secret_opens_to_no_passphrase(
    house: House,
) -> None:
    house.keychain.kept.clear()
    with pytest.raises(DeviceSecretMissingError):
        house.derive()


def test_that_another_account_of_the_same_vault_opens_to_no_passphrase(house: House) -> None:
    house.keychain.kept = {name: bytes(32) for name in house.keychain.kept if "device" in name}
    with pytest.raises(DeviceSecretMissingError):
        house.derive()
    assert wait_before(house.folder, house.member, house.place) == 0


@pytest.mark.parametrize("trouble", KeychainTrouble)
def test_that_a_keychain_that_does_not_answer_is_told_and_costs_no_try(
    house: House, trouble: KeychainTrouble
) -> None:
    house.keychain.trouble = trouble
    for _ in range(20):
        with pytest.raises(KeychainError) as told:
            house.derive()
        assert told.value.trouble is trouble
    house.keychain.trouble = None
    assert house.derive() == house.founded.key


def test_that_wrong_ones_are_told_how_long_to_wait_and_the_right_one_waits_too(
    house: House,
) -> None:
    waits = []
    for _ in range(6):
        house.clock.advance(seconds=wait_before(house.folder, house.member, house.place))
        with pytest.raises(WrongPassphraseError) as told:
            house.derive(WRONG)
        assert "mass" not in repr(told.value)
        waits.append(told.value.wait)
    assert waits == [0, 0, 0, 0, 5, 10]
    with pytest.raises(TooSoonError) as refused:
        house.derive()
    assert refused.value.seconds == 10
    house.clock.advance(seconds=10)
    assert house.derive() == house.founded.key
    assert wait_before(house.folder, house.member, house.place) == 0


def test_that_the_count_is_written_down_before_the_key_is_made(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_args: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(doorstep, "by_passphrase", killed)
    for _ in range(5):
        with pytest.raises(KeyboardInterrupt):
            house.derive(WRONG)
    assert wait_before(house.folder, house.member, house.place) == 5


@pytest.mark.parametrize("failure", [MemoryShortError, UnsafeCostError])
def test_that_what_was_no_guess_is_not_counted(
    house: House, monkeypatch: pytest.MonkeyPatch, failure: type[Exception]
) -> None:
    def stop(*_args: object) -> bytes:
        raise failure

    monkeypatch.setattr(doorstep, "by_passphrase", stop)
    for _ in range(10):
        with pytest.raises(failure):
            house.derive()
    assert wait_before(house.folder, house.member, house.place) == 0


@pytest.mark.parametrize("code", ["", "nonsense", "0QFQ8-KZAGF-M0A21-YRJ4F-TK004-ED9WX"])
def test_that_a_slip_in_a_code_is_told_as_one(house: House, code: str) -> None:
    with pytest.raises(WrongKitError) as told:
        derive_by_kit(house.folder, house.member, code)
    assert told.value.misread


def test_that_a_good_code_of_another_kit_opens_nothing(house: House) -> None:
    with pytest.raises(WrongKitError) as told:
        derive_by_kit(house.folder, house.member, fresh_code())
    assert not told.value.misread


def test_that_nobody_but_a_member_is_let_to_the_door(house: House) -> None:
    nobody = MemberId("09" * 16)
    for ask in (
        lambda: derive(house.folder, nobody, PASSPHRASE, house.place),
        lambda: derive_by_kit(house.folder, nobody, house.founded.kit.code),
        lambda: wait_before(house.folder, nobody, house.place),
    ):
        with pytest.raises(MemberMissingError):
            ask()


def test_that_with_a_key_file_the_passphrase_opens_without_any_keychain(
    tmp_path: Path, clock: FakeClock
) -> None:
    file = tmp_path / "stick.key"
    house = House(tmp_path / "vault", clock, FakeKeychain(KeychainTrouble.NONE))
    house.set_up(FirstWay(PASSPHRASE, Way.KEY_FILE, file))
    key = derive_by_key_file(house.folder, house.member, PASSPHRASE, file, house.place)
    assert house.opens(key)
    with pytest.raises(WrongPassphraseError):
        derive_by_key_file(house.folder, house.member, WRONG, file, house.place)
    with pytest.raises(NoSuchWayError):
        house.derive()
    file.write_bytes(file.read_bytes()[:-65] + b"0" * 64 + b"\n")
    with pytest.raises(WrongKeyFileError):
        derive_by_key_file(house.folder, house.member, PASSPHRASE, file, house.place)


def test_that_a_passphrase_alone_opens_with_or_without_a_keychain(
    tmp_path: Path, clock: FakeClock
) -> None:
    house = House(tmp_path / "vault", clock, FakeKeychain(KeychainTrouble.NONE))
    house.set_up(FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE))
    assert house.opens(house.derive())
    house.keychain.trouble = None
    assert house.opens(house.derive())
    assert not any(name.startswith("device") for name in house.keychain.kept)


def test_that_a_passphrase_alone_opens_where_the_keychain_fails_or_knows_nobody(
    house: House,
) -> None:
    desk = open_desk(house.folder, house.member, house.founded.key, house.place, FONTS)
    desk.ways_in.rely_on_passphrase_alone(PASSPHRASE)
    desk.close()
    enrolled = house.derive()
    house.keychain.trouble = KeychainTrouble.SLOW
    alone = house.derive()
    assert alone != enrolled
    assert house.opens(alone)
    house.keychain = FakeKeychain()
    assert house.derive() == alone


def test_that_a_member_whose_kit_was_taken_away_has_no_code(house: House) -> None:
    desk = open_desk(house.folder, house.member, house.founded.key, house.place, FONTS)
    desk.ways_in.forget(next(way.id for way in desk.ways_in.list() if way.way is Way.KIT))
    desk.close()
    with pytest.raises(WrongKitError) as told:
        derive_by_kit(house.folder, house.member, house.founded.kit.code)
    assert not told.value.misread


def test_that_a_member_may_come_in_by_the_kit_each_time_and_has_no_passphrase(
    tmp_path: Path, clock: FakeClock
) -> None:
    house = House(tmp_path / "vault", clock, FakeKeychain(KeychainTrouble.NONE))
    house.set_up(FirstWay("", Way.KIT))
    assert house.opens(derive_by_kit(house.folder, house.member, house.founded.kit.code))
    with pytest.raises(NoSuchWayError):
        house.derive("")


def test_that_the_lock_screen_knows_what_to_ask_each_member_for(
    house: House, tmp_path: Path, clock: FakeClock
) -> None:
    face = face_of(house.folder)
    assert face is not None
    assert face.ways == {house.member: (Way.PASSPHRASE, Way.KIT)}
    other = House(tmp_path / "other", clock).set_up(FirstWay("", Way.KIT))
    face = face_of(other.folder)
    assert face is not None
    assert face.ways == {other.member: (Way.KIT,)}
    desk = open_desk(other.folder, other.member, other.founded.key, other.place, FONTS)
    assert desk.face == face
    desk.close()


def test_that_a_lowered_price_is_refused_before_anything_is_derived(house: House) -> None:
    header = read_header_file(house.folder)
    row = header.members[0]
    person = unlock(row, house.founded.key)
    lock = row.doors[0].lock
    cheap = replace(lock, recipe=replace(lock.recipe, cost=replace(FLOOR, memory=8)))
    doors = (replace(row.doors[0], lock=cheap), *row.doors[1:])
    page = replace(header, members=(replace(row, doors=doors),))
    write_header_file(house.folder, signed_page(page, person, house.clock, WAYS_IN))
    with pytest.raises(UnsafeCostError):
        house.derive()


def test_that_a_door_from_another_vault_opens_nothing_even_when_its_page_is_signed(
    house: House, tmp_path: Path
) -> None:
    other = House(tmp_path / "other", house.clock, house.keychain).set_up()
    foreign = read_header_file(other.folder).members[0].doors
    header = read_header_file(house.folder)
    row = header.members[0]
    person = unlock(row, house.founded.key)
    page = replace(header, members=(replace(row, doors=foreign),))
    write_header_file(house.folder, signed_page(page, person, house.clock, WAYS_IN))
    with pytest.raises(DeviceSecretMissingError):  # its mark is of another secret
        house.derive()
    with pytest.raises(WrongKitError):
        derive_by_kit(house.folder, house.member, other.founded.kit.code)
