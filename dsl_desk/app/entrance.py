"""The entrance of one vault's folder, as the lock screen uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.errors import KeychainError
from dsl_desk.domain.ids import MemberId
from dsl_desk.services.faces import face_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.ways_in import Doorstep


class FolderEntrance:
    """Bound to a folder. The keys are loaded when somebody types a passphrase, not before."""

    def __init__(self, folder: Path, place: Doorstep) -> None:
        self._folder = folder
        self._place = place

    def face(self) -> Face | None:
        """Return what may be shown before anybody unlocks."""
        return face_of(self._folder)

    def derive(self, member_id: str, passphrase: str) -> bytes:
        """Return the member's key."""
        from dsl_desk.services.doorstep import derive  # noqa: PLC0415 - see the class

        return derive(self._folder, MemberId(member_id), passphrase, self._place)

    def create(self, school: str, name: str, role: Role, passphrase: str) -> None:
        """Make the vault."""
        from dsl_desk.domain.ways_in import FirstWay, Way  # noqa: PLC0415 - see the class
        from dsl_desk.services.vaults import SetUp, create  # noqa: PLC0415 - see the class

        def plan(way: Way) -> SetUp:
            return SetUp(school, name, role, FirstWay(passphrase, way))

        try:
            create(self._folder, plan(Way.PASSPHRASE), self._place)
        except KeychainError:  # set-up's page will ask what to do instead, and warn
            create(self._folder, plan(Way.PASSPHRASE_ALONE), self._place)
