"""One's own ways in, changed from inside; each change written down and signed."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    DeviceSecretMissingError,
    DiskFullError,
    DraftError,
    KeychainError,
    KitWantedError,
    LastWayError,
    MemoryShortError,
    NoSuchWayError,
    Problem,
    TooSoonError,
    WrongKitError,
    WrongPassphraseError,
)
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.roll_act import RollAct
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way, WayAct
from dsl_desk.keys import trying
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import FLOOR, stretch
from dsl_desk.services import new_doors, roll_book, ways_in
from dsl_desk.services.doorstep import derive, derive_by_key_file, derive_by_kit, type_back
from dsl_desk.services.vaults import Founded, create, open_desk
from tests.builders import PASSPHRASE, a_set_up
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.keys.stretching import Cost
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

pytestmark = pytest.mark.gate_story
NEW = "the heron ate my second sandwich"


class House:
    """A vault with its founder, her desk at home and whatever accounts she uses."""

    def __init__(self, folder: Path, clock: FakeClock, first: FirstWay) -> None:
        self.folder, self.clock = folder, clock
        self.keychain = FakeKeychain()
        plan = replace(a_set_up(), first=first)
        self.founded: Founded = create(folder, plan, self.place, FLOOR)
        self.open: list[Desk] = []

    @property
    def place(self) -> Doorstep:
        return Doorstep(self.clock, self.keychain)

    def desk(self, key: bytes | None = None, keychain: FakeKeychain | None = None) -> Desk:
        """Come in, once whoever was inside has left."""
        self.leave()
        place = Doorstep(self.clock, keychain or self.keychain)
        key = key or self.founded.key
        self.open.append(open_desk(self.folder, self.founded.member, key, place, FONTS))
        return self.open[0]

    def by_kit(self, keychain: FakeKeychain | None = None) -> Desk:
        key = derive_by_kit(self.folder, self.founded.member, self.founded.kit.code)
        return self.desk(key, keychain)

    def leave(self) -> None:
        while self.open:
            self.open.pop().close()

    def derive(self, passphrase: str = PASSPHRASE, keychain: FakeKeychain | None = None) -> bytes:
        place = Doorstep(self.clock, keychain or self.keychain)
        return derive(self.folder, self.founded.member, passphrase, place)

    def ways(self) -> list[Way]:
        doors = read_header_file(self.folder).members[0].doors
        return [door.lock.way for door in doors]


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


def written_down(desk: Desk) -> dict[str, object]:
    part = desk.sitting.part(Compartment.SCHOOL)
    last = part.ledger.last(part.life.strand)
    assert last is not None
    assert last.body.kind == "way_in"
    return dict(last.body.fields)


def test_that_a_changed_passphrase_opens_and_the_old_one_does_not(house: House) -> None:
    desk = house.desk()
    changed = desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    assert changed.things == {Thing.VAULT}
    assert written_down(desk) == {"did": "passphrase_changed", "line": 2}
    house.desk(house.derive(NEW))
    with pytest.raises(WrongPassphraseError):
        house.derive(PASSPHRASE)
    house.by_kit()


def test_that_each_change_is_a_signed_line_of_the_roll_and_the_vault_stays_whole(
    house: House, tmp_path: Path
) -> None:
    desk = house.desk()
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
        roll = read_header_file(house.folder).roll
        assert written_down(desk) == {"did": act.value, "line": number}
        assert len(roll) == number
        assert roll[-1].said.act is RollAct.WAYS_IN
        assert roll[-1].author == house.founded.member
    lost = next(way.id for way in desk.ways_in.list() if way.way is Way.PASSPHRASE_ALONE)
    desk.ways_in.forget(lost)
    assert written_down(desk) == {"did": "forgotten", "line": 7}
    again = house.desk(house.derive(NEW))
    again.vault.check(lambda _checked, _total: None)


def test_that_whoever_does_not_know_the_old_passphrase_changes_nothing(house: House) -> None:
    page = (house.folder / "vault.json").read_bytes()
    desk = house.desk()
    wrong = "not the old passphrase"
    for call in (
        partial(desk.ways_in.change_passphrase, wrong, NEW),
        partial(desk.ways_in.enrol_this_account, wrong),
        partial(desk.ways_in.rely_on_passphrase_alone, wrong),
        partial(desk.ways_in.make_key_file, wrong, house.folder / "stick"),
    ):
        with pytest.raises(WrongPassphraseError):
            call()
    assert (house.folder / "vault.json").read_bytes() == page
    assert not (house.folder / "stick").exists()


def test_that_guessing_at_an_open_desk_has_to_wait_as_well(house: House) -> None:
    desk = house.desk()
    for _ in range(4):
        with pytest.raises(WrongPassphraseError):
            desk.ways_in.change_passphrase("not the old passphrase", NEW)
    with pytest.raises(WrongPassphraseError) as told:
        desk.ways_in.change_passphrase("not the old passphrase", NEW)
    assert told.value.wait == 5
    with pytest.raises(TooSoonError):
        desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    house.clock.advance(seconds=5)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)


@pytest.mark.parametrize(
    ("new", "code"),
    [("", "missing"), ("short", "too_short"), ("Fernhollow Maya Fernsby", "too_weak")],
)
def test_that_a_weak_new_passphrase_changes_nothing(house: House, new: str, code: str) -> None:
    with pytest.raises(DraftError) as told:
        house.desk().ways_in.change_passphrase(PASSPHRASE, new)
    assert told.value.problems == (Problem("passphrase", code),)
    house.derive(PASSPHRASE)


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


def test_that_a_page_that_cannot_be_written_leaves_the_old_ways_and_no_key_file(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "")

    desk = house.desk()
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
    assert written_down(desk)["line"] == len(read_header_file(house.folder).roll) + 1
    house.derive(PASSPHRASE)
    house.by_kit()


def test_that_what_cannot_be_written_down_is_not_done(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (house.folder / "vault.json").read_bytes()
    desk = house.desk()

    def full(*_args: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(type(desk.sitting), "writing", full)
    with pytest.raises(DiskFullError):
        desk.ways_in.make_kit()
    assert (house.folder / "vault.json").read_bytes() == page


def test_that_too_little_memory_at_an_open_desk_is_no_guess(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_args: object) -> None:
        raise MemoryShortError

    desk = house.desk()
    with monkeypatch.context() as broken:
        broken.setattr(trying, "stretch", short)
        for _ in range(10):
            with pytest.raises(MemoryShortError):
                desk.ways_in.change_passphrase(PASSPHRASE, NEW)
    desk.ways_in.change_passphrase(PASSPHRASE, NEW)


def test_that_somebody_without_a_key_to_school_is_told_by_the_roll_alone(house: House) -> None:
    desk = house.desk()
    own = desk.ways_in._own
    insider = desk.ways_in._insider
    ways_in.WaysIn(replace(desk.sitting, parts={}), own.book, insider).make_kit()
    assert len(read_header_file(house.folder).roll) == 2


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
