"""A school whose people are members, each with a key that no passphrase makes."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.ways_in import FirstWay, Way
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.kit import kit_key
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.services.vaults import open_desk
from tests.conftest import FONTS, TrainingVault
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.moulds import Founded, Grown, poured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.header import Header
    from dsl_desk.services.desk import Desk

MAYA, OWEN, HESTER, ALBAN = "Maya Fernsby", "Owen Larkspur", "Hester Winterbourne", "Alban Rushmere"
ROLES = {OWEN: Role.DEPUTY_DSL, HESTER: Role.HEAD, ALBAN: Role.CHAIR}
WHY = "As the governors decided"


def a_newcomer(name: str, role: Role) -> Newcomer:
    """Somebody who begins with a kit alone: its key needs no stretching."""
    return Newcomer(name, role, FirstWay("", Way.KIT))


class Staffroom:
    """Everybody by name; Maya is the founder."""

    def __init__(self, vault: TrainingVault) -> None:
        self.vault = vault
        self.ids: dict[str, MemberId] = {MAYA: vault.member}
        self.keys: dict[str, bytes] = {MAYA: vault.key}

    @property
    def page(self) -> Header:
        return read_header_file(self.vault.folder)

    @contextmanager
    def desk(self, name: str = MAYA) -> Iterator[Desk]:
        desk = open_desk(
            self.vault.folder, self.ids[name], self.keys[name], self.vault.place, FONTS
        )
        try:
            yield desk
        finally:
            desk.close()

    def add(self, desk: Desk, name: str, role: Role | None = None) -> MemberId:
        newcomer = a_newcomer(name, role or ROLES[name])
        added = desk.members.add(newcomer, WHY).answer
        self.ids[name] = added.member.id
        row = self.page.row(added.member.id)
        assert row is not None
        self.keys[name] = kit_key(added.kit.code, row.doors[0].lock)
        return self.ids[name]

    def add_everybody(self) -> Staffroom:
        """Bring in everybody: a copy of such a school where nothing has happened yet."""
        grown = poured(self.vault.folder, self.vault.place, _everybody)
        if grown is None:
            return self._take_everybody_in()
        self.ids.update(grown.ids)
        self.keys.update(grown.keys)
        return self

    def _take_everybody_in(self) -> Staffroom:
        with self.desk() as desk:
            for name in ROLES:
                self.add(desk, name)
            desk.members.appoint(Post(Role.DSL, self.ids[MAYA], self.ids[OWEN]), WHY)
            desk.members.appoint(Post(Role.HEAD, self.ids[HESTER], self.ids[OWEN]), WHY)
            desk.members.appoint(Post(Role.CHAIR, self.ids[ALBAN]), WHY)
        return self


def _everybody(laid: Founded) -> Grown:
    """Take everybody in for real, and keep what became of files, people and keychain."""
    keychain = FakeKeychain()
    vault = TrainingVault(laid.folder, laid.member, laid.key, FakeClock(), keychain)
    school = Staffroom(vault)
    school._take_everybody_in()
    return Grown(laid.folder, school.ids, school.keys, keychain.kept)
