"""A member's kit, and the accounts they come in from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.member import Role
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
from dsl_desk.services.doorstep import derive_by_key_file, derive_by_kit, type_back
from dsl_desk.services.vaults import open_desk
from tests.builders import PASSPHRASE
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain
from tests.services.staffroom import ALBAN, WHY, Staffroom, a_newcomer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock


from tests.services.own_house import NEW, House, written_down

pytestmark = pytest.mark.gate_story


def test_that_a_new_kit_ends_the_old_one(own_house: House) -> None:
    desk = own_house.desk()
    made = desk.ways_in.make_kit()
    assert made.things == {Thing.VAULT}
    kit = made.answer
    assert (kit.member, kit.made_at) == ("Maya Fernsby", own_house.clock.now())
    assert kit.code not in repr(kit)
    assert "Maya" not in repr(kit)
    with pytest.raises(WrongKitError) as told:
        own_house.by_kit()
    assert not told.value.misread
    own_house.desk(derive_by_kit(own_house.folder, own_house.founded.member, kit.code))
    assert own_house.ways().count(Way.KIT) == 1


def test_that_a_new_kit_is_printed_and_typed_back(own_house: House) -> None:
    own = own_house.desk().ways_in
    kit = own.make_kit().answer
    assert own.kit_on_paper(kit).startswith(b"%PDF-")
    type_back(kit, kit.code.lower().replace("-", " "))
    for typed, misread in ((kit.code[:-1], True), (own_house.founded.kit.code, False)):
        with pytest.raises(WrongKitError) as told:
            type_back(kit, typed)
        assert told.value.misread is misread


def test_that_a_kit_lets_a_forgotten_passphrase_be_chosen_anew(own_house: House) -> None:
    desk = own_house.by_kit()
    wanted = [desk.ways_in.passphrase_wanted]
    desk.ways_in.choose_passphrase(NEW)
    assert [*wanted, desk.ways_in.passphrase_wanted] == [True, False]
    assert written_down(desk) == {"did": "recovered", "line": 2}
    own_house.desk(own_house.derive(NEW))
    with pytest.raises(WrongPassphraseError):
        own_house.derive(PASSPHRASE)


def test_that_only_a_kit_lets_a_passphrase_be_chosen_without_the_old_one(own_house: House) -> None:
    desk = own_house.desk()
    assert not desk.ways_in.passphrase_wanted
    with pytest.raises(KitWantedError):
        desk.ways_in.choose_passphrase(NEW)
    own_house.derive(PASSPHRASE)


def test_that_a_kit_and_the_passphrase_enrol_another_account(own_house: House) -> None:
    other = FakeKeychain()
    with pytest.raises(DeviceSecretMissingError):
        own_house.derive(keychain=other)
    desk = own_house.by_kit(other)
    assert [way.here for way in desk.ways_in.list()] == [False, False]
    desk.ways_in.enrol_this_account(PASSPHRASE)
    assert not desk.ways_in.passphrase_wanted
    assert [(w.way, w.here) for w in desk.ways_in.list()] == [
        (Way.PASSPHRASE, True),
        (Way.PASSPHRASE, False),
        (Way.KIT, False),
    ]
    own_house.desk(own_house.derive(keychain=other), other)
    own_house.desk(own_house.derive())


def test_that_to_enrol_an_account_twice_leaves_one_door_of_it(own_house: House) -> None:
    desk = own_house.desk()
    desk.ways_in.enrol_this_account(PASSPHRASE)
    desk.ways_in.enrol_this_account(PASSPHRASE)
    assert own_house.ways() == [Way.PASSPHRASE, Way.KIT]
    own_house.desk(own_house.derive())


def test_that_a_change_reaches_every_account_and_every_key_file(
    own_house: House, tmp_path: Path
) -> None:
    other = FakeKeychain()
    own_house.by_kit(other).ways_in.enrol_this_account(PASSPHRASE)
    desk = own_house.desk(own_house.derive())
    desk.ways_in.make_key_file(PASSPHRASE, tmp_path / "stick")
    desk.ways_in.rely_on_passphrase_alone(PASSPHRASE)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    for keychain in (own_house.keychain, other, FakeKeychain()):
        own_house.desk(own_house.derive(NEW, keychain), keychain)
    member, stick = own_house.founded.member, tmp_path / "stick"
    own_house.desk(derive_by_key_file(own_house.folder, member, NEW, stick, own_house.place))
    with pytest.raises(WrongPassphraseError):
        derive_by_key_file(own_house.folder, member, PASSPHRASE, stick, own_house.place)
    with pytest.raises(WrongPassphraseError):
        own_house.derive(PASSPHRASE, other)


def test_that_an_account_without_a_keychain_is_not_enrolled(own_house: House) -> None:
    page = (own_house.folder / "vault.json").read_bytes()
    other = FakeKeychain(KeychainTrouble.NONE)
    desk = own_house.by_kit(other)
    with pytest.raises(KeychainError):
        desk.ways_in.enrol_this_account(PASSPHRASE)
    assert (own_house.folder / "vault.json").read_bytes() == page
    assert [way.here for way in desk.ways_in.list()] == [False, False]


@pytest.mark.usefixtures("cheap")
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


def test_that_a_lost_laptop_is_forgotten_and_opens_no_more(own_house: House) -> None:
    other = FakeKeychain()
    own_house.by_kit(other).ways_in.enrol_this_account(PASSPHRASE)
    desk = own_house.desk(own_house.derive())
    lost = [w for w in desk.ways_in.list() if w.way is Way.PASSPHRASE and not w.here]
    desk.ways_in.forget(lost[0].id)
    with pytest.raises(DeviceSecretMissingError):
        own_house.derive(keychain=other)
    own_house.desk(own_house.derive())


def test_that_the_last_way_in_stays_and_an_unknown_one_is_told(own_house: House) -> None:
    desk = own_house.desk()
    with pytest.raises(NoSuchWayError):
        desk.ways_in.forget("00" * 12)
    kit = next(way.id for way in desk.ways_in.list() if way.way is Way.KIT)
    desk.ways_in.forget(kit)
    with pytest.raises(LastWayError):
        desk.ways_in.forget(desk.ways_in.list()[0].id)
    assert own_house.ways() == [Way.PASSPHRASE]


def test_that_a_kit_is_not_believed_to_be_on_paper_before_it_was_typed_back(
    own_house: House,
) -> None:
    inside = own_house.desk()
    own = inside.ways_in
    kit = own.make_kit().answer
    assert [way.typed_back for way in own.list()] == [True, False]
    with pytest.raises(WrongKitError):
        own.confirm_kit(own_house.founded.kit.code)  # the old paper
    assert own.confirm_kit(kit.code.lower()).things == {Thing.VAULT}
    own.confirm_kit(kit.code)  # once is enough
    assert written_down(inside)["did"] == "kit_typed_back"
    again = own_house.desk()
    assert [way.typed_back for way in again.ways_in.list()] == [True, True]
    again.vault.check(lambda _done, _of: None)


def test_that_the_kit_of_a_new_member_is_confirmed_by_whoever_adds_them(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        added = desk.members.add(a_newcomer("Lena Harebell", Role.DEPUTY_DSL), WHY).answer
        desk.ways_in.confirm_kit(added.kit.code)
        key = derive_by_kit(school.vault.folder, added.member.id, added.kit.code)
    desk = open_desk(school.vault.folder, added.member.id, key, school.vault.place, FONTS)
    assert [way.typed_back for way in desk.ways_in.list()] == [True]
    desk.close()


def test_that_who_holds_no_key_to_school_is_not_told_what_nobody_can_know(
    school: Staffroom,
) -> None:
    with school.desk(ALBAN) as desk:
        kit = desk.ways_in.make_kit().answer
        desk.ways_in.confirm_kit(kit.code)
        assert [way.typed_back for way in desk.ways_in.list()] == [True]
