"""A vault with its founder, and the account it was set up on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.ways_in import Doorstep, FirstWay
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive
from dsl_desk.services.vaults import Founded, create, open_desk
from tests.builders import PASSPHRASE, a_set_up
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId
    from tests.fakes.clock import FakeClock


WRONG = "amber kettle river mass"


@dataclass
class House:
    """A vault with its founder, and the account it was set up on."""

    folder: Path
    clock: FakeClock
    keychain: FakeKeychain = field(default_factory=FakeKeychain)
    founded: Founded = field(init=False)

    def set_up(self, first: FirstWay | None = None) -> House:
        plan = replace(a_set_up(), first=first or FirstWay(PASSPHRASE))
        self.founded = create(self.folder, plan, self.place, FLOOR)
        return self

    @property
    def place(self) -> Doorstep:
        return Doorstep(self.clock, self.keychain)

    @property
    def member(self) -> MemberId:
        return self.founded.member

    def derive(self, passphrase: str = PASSPHRASE) -> bytes:
        return derive(self.folder, self.member, passphrase, self.place)

    def opens(self, key: bytes) -> bool:
        desk = open_desk(self.folder, self.member, key, self.place, FONTS)
        desk.close()
        return True
