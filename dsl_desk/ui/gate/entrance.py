"""What the lock screen asks of the vault: its face, a key, and, once, to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Role


class Entrance(Protocol):
    """Bound to one folder. Called on the worker's thread, so it may take its time."""

    def face(self) -> Face | None:
        """Return what may be shown before anybody unlocks, or None before set-up."""
        ...

    def derive(self, member_id: str, passphrase: str) -> bytes:
        """Return the member's key, or raise WrongPassphraseError."""
        ...

    def create(self, school: str, name: str, role: Role, passphrase: str) -> None:
        """Make the vault."""
        ...
