"""What is measured on: a training vault of some size, made once by the services themselves."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import MAYA
from dsl_desk.app.demo.term import Wanted, made
from dsl_desk.app.paths import resources
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import open_desk

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.services.desk import Desk

_PROFILE: Final = "shire"


@dataclass(frozen=True)
class GroundVault:
    """A vault, its first member, and how long it took to make."""

    folder: Path
    entries: int
    seconds: float
    member: MemberId
    key: bytes = field(repr=False)
    place: Doorstep

    def unlock(self) -> Desk:
        """Open it as the desk does."""
        return open_desk(self.folder, self.member, self.key, self.place, resources() / "fonts")


def laid(folder: Path, entries: int) -> GroundVault:
    """Make a training vault of at least so many entries."""
    place = this_place()
    begun = time.perf_counter()
    yesterday = (datetime.now(UTC) - timedelta(days=1)).date()
    wanted = Wanted(folder, entries, _PROFILE, 1, yesterday)
    said = made(wanted, resources(), place.keychain, lambda _written: None)
    return _ground(folder, MAYA, said[MAYA], entries, time.perf_counter() - begun)


def standing(folder: Path, name: str, passphrase: str) -> GroundVault:
    """Return a training vault that stands already. What is measured is written into it, too."""
    ground = _ground(folder, name, passphrase, 0, 0.0)
    desk = ground.unlock()
    try:
        return replace(ground, entries=sum(desk.vault.counts().values()))
    finally:
        desk.close()


def _ground(folder: Path, name: str, passphrase: str, entries: int, seconds: float) -> GroundVault:
    face, place = face_of(folder), this_place()
    if face is None:
        raise VaultMissingError
    member = next((one.id for one in face.members if one.name == name), None)
    if member is None:
        raise MemberMissingError
    key = derive(folder, member, passphrase, place)
    return GroundVault(folder, entries, seconds, member, key, place)
