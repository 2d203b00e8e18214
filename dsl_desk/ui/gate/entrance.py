"""What the lock screen asks of the vault: its face, a key, and, once, to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from dsl_desk.domain.drop import Left, LeftSort, Slip, Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.keychain import KeychainTrouble
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.training import Seat
    from dsl_desk.domain.ways_in import Kit, Strength
    from dsl_desk.services.bringing_back import BroughtBack, FoundCopy
    from dsl_desk.services.vaults import Founded
    from dsl_desk.ui.gate.answers import SetUpAnswers
    from dsl_desk.ui.gate.knock import Knock


class Entrance(Protocol):
    """Bound to one folder. Called on the worker's thread, so it may take its time."""

    def face(self) -> Face | None:
        """Return what may be shown before anybody unlocks, or None before set-up."""
        ...

    def key_for(self, knock: Knock) -> bytes:
        """Return the member's key, or say why what they brought opens nothing."""
        ...

    def wait_for(self, member: str) -> float:
        """Return how many seconds this member's next try has to wait."""
        ...

    def suggest(self) -> str:
        """Return a passphrase drawn by chance."""
        ...

    def strength_of(self, passphrase: str, hints: Sequence[str]) -> Strength:
        """Return how hard a passphrase is to guess."""
        ...

    def keychain_trouble(self) -> KeychainTrouble | None:
        """Return why this account's keychain does not answer, or None when it does."""
        ...

    def create(self, answers: SetUpAnswers) -> Founded:
        """Make the vault."""
        ...

    def copies_in(self, folder: Path) -> tuple[FoundCopy, ...]:
        """Return the copies of vaults in a folder, the newest first."""
        ...

    def bring_back(self, copy: Path, progress: Progress) -> BroughtBack:
        """Put a copy in the place of the vault; what stands there is kept beside it."""
        ...

    def today(self) -> date:
        """Return the day."""
        ...

    def receivers(self, whom: Whom) -> Receivers:
        """Return who would open what is left about somebody, by name; nobody: the LADO alone."""
        ...

    def left(self, sort: LeftSort, whom: Whom, fields: Mapping[str, Json]) -> Left:
        """Return what is to be left, with a name and a code of its own."""
        ...

    def leave(self, left: Left) -> Slip:
        """Seal it and leave it; the same again is never left twice."""
        ...

    def typed_back(self) -> None:
        """Note that the founder typed the kit back from its paper."""
        ...

    def may_begin_again(self) -> bool:
        """Tell whether nobody ever entered this vault, and only a kit would open it."""
        ...

    def begin_again(self) -> None:
        """Clear away a vault that nobody ever entered."""
        ...

    def away_sheet(self) -> bytes:
        """Return the sheet for a day without the laptop, as PDF."""
        ...

    def training(self) -> tuple[Seat, ...]:
        """Make the training vault, unless it is there; return who may sit down in it."""
        ...

    def kit_on_paper(self, kit: Kit) -> bytes:
        """Return the kit as PDF."""
        ...
