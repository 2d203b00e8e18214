"""Everything that can be brought, tried at every member's doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from itertools import product
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.member import Role
from dsl_desk.domain.way_errors import (
    DeviceSecretMissingError,
    WrongKeyFileError,
    WrongKitError,
    WrongPassphraseError,
)
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys import trying
from dsl_desk.keys.stretching import FLOOR, stretch
from dsl_desk.services import ways_in
from dsl_desk.services.doorstep import derive, derive_by_key_file, derive_by_kit
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.services.vaults import open_desk
from tests.builders import PASSPHRASE
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId
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


@dataclass
class Somebody:
    """A member with everything of theirs: passphrase, an account of their own, stick and kit."""

    member: MemberId
    passphrase: str
    code: str
    stick: Path
    account: FakeKeychain = field(default_factory=FakeKeychain)

    def move_in(self, house: House) -> None:
        """Come in by the kit once, enrol one's own account, and make a stick."""
        place = Doorstep(house.clock, self.account)
        key = derive_by_kit(house.folder, self.member, self.code)
        desk = open_desk(house.folder, self.member, key, place, FONTS)
        desk.ways_in.enrol_this_account(self.passphrase)
        desk.ways_in.make_key_file(self.passphrase, self.stick)
        desk.close()


def everybody(house: House, sticks: Path) -> list[Somebody]:
    """Let Owen and Hester join Maya, each with ways in of their own."""
    desk = open_desk(house.folder, house.member, house.founded.key, house.place, FONTS)
    people = [Somebody(house.member, PASSPHRASE, house.founded.kit.code, sticks / "Maya")]
    for name, role, passphrase in (
        ("Owen Larkspur", Role.DEPUTY_DSL, "the heron ate my second sandwich"),
        ("Hester Winterbourne", Role.HEAD, "seven quiet lanterns at harbour"),
    ):
        newcomer = Newcomer(name, role, FirstWay("", Way.KIT))
        added = desk.members.add(newcomer, "As the governors decided").answer
        people.append(Somebody(added.member.id, passphrase, added.kit.code, sticks / name))
    desk.close()
    for one in people:
        one.move_in(house)
    return people


def opens(house: House, member: MemberId, ask: Callable[[], bytes]) -> bool:
    """Tell whether something opens a member's desk, or is refused by name."""
    house.clock.advance(minutes=6)  # no try waits
    try:
        key = ask()
    except (WrongPassphraseError, DeviceSecretMissingError, WrongKeyFileError, WrongKitError):
        return False
    desk = open_desk(house.folder, member, key, house.place, FONTS)
    assert desk.member.id == member
    desk.close()
    return True


def test_that_of_all_that_can_be_brought_to_all_members_only_their_own_things_open(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    people = everybody(house, tmp_path)
    accounts = [*(one.account for one in people), FakeKeychain()]
    folder = house.folder
    for asked, speaker in product(people, people):
        for account in accounts:
            place = Doorstep(house.clock, account)
            ask = partial(derive, folder, asked.member, speaker.passphrase, place)
            right = asked is speaker and account is asked.account
            assert opens(house, asked.member, ask) == right
        for carrier in people:
            ask = partial(derive_by_key_file, folder, asked.member)
            ask = partial(ask, speaker.passphrase, carrier.stick, house.place)
            assert opens(house, asked.member, ask) == (asked is speaker is carrier)
        ask = partial(derive_by_kit, folder, asked.member, speaker.code)
        assert opens(house, asked.member, ask) == (asked is speaker)


def test_that_two_members_on_one_account_open_their_own_doors_only(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ways_in, "cost_here", lambda _clock: FLOOR)
    people = everybody(house, tmp_path)
    shared = people[0].account
    for one in people[1:]:
        key = derive_by_kit(house.folder, one.member, one.code)
        place = Doorstep(house.clock, shared)
        desk = open_desk(house.folder, one.member, key, place, FONTS)
        desk.ways_in.enrol_this_account(one.passphrase)
        desk.close()
    place = Doorstep(house.clock, shared)
    for asked, speaker in product(people, people):
        ask = partial(derive, house.folder, asked.member, speaker.passphrase, place)
        assert opens(house, asked.member, ask) == (asked is speaker)
