"""A vault with its founder at her desk, on whatever accounts she uses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.doorstep import derive, derive_by_kit
from dsl_desk.services.vaults import Founded, create, open_desk
from tests.builders import PASSPHRASE, a_set_up
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock


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


def written_down(desk: Desk) -> dict[str, object]:
    part = desk.sitting.part(Compartment.SCHOOL)
    last = part.ledger.last(part.life.strand)
    assert last is not None
    assert last.body.kind == "way_in"
    return dict(last.body.fields)
