"""The entrance of one vault's folder, as the lock screen uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.face import Face
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.way_errors import KeychainError
from dsl_desk.services.faces import face_of
from dsl_desk.services.unentered import begin_again, may_begin_again, note_typed_back

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from dsl_desk.domain.drop import Left, LeftSort, Slip, Whom
    from dsl_desk.domain.drop_route import Receivers
    from dsl_desk.domain.keychain import KeychainTrouble
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.training import Seat
    from dsl_desk.domain.ways_in import Doorstep, Kit, Strength
    from dsl_desk.services.bringing_back import BroughtBack, FoundCopy
    from dsl_desk.services.dropping import Dropping
    from dsl_desk.services.vaults import Founded
    from dsl_desk.ui.gate.answers import SetUpAnswers
    from dsl_desk.ui.gate.knock import Knock

# No secret of ours has this name: asking for it only tells whether anybody answers.
_NOBODY = "is anybody there"


class FolderEntrance:
    """Bound to a folder. The keys are loaded when somebody types a passphrase, not before."""

    def __init__(self, folder: Path, place: Doorstep) -> None:
        self._folder = folder
        self._place = place

    def face(self) -> Face | None:
        """Return what may be shown before anybody unlocks."""
        return face_of(self._folder)

    def key_for(self, knock: Knock) -> bytes:
        """Return the member's key."""
        from dsl_desk.domain.ways_in import Way  # noqa: PLC0415 - see the class
        from dsl_desk.services import doorstep  # noqa: PLC0415 - see the class

        member = MemberId(knock.member)
        if knock.way is Way.KIT:
            return doorstep.derive_by_kit(self._folder, member, knock.words)
        if knock.file is not None:
            return doorstep.derive_by_key_file(
                self._folder, member, knock.words, knock.file, self._place
            )
        return doorstep.derive(self._folder, member, knock.words, self._place)

    def wait_for(self, member: str) -> float:
        """Return how many seconds this member's next try has to wait."""
        from dsl_desk.services.doorstep import wait_before  # noqa: PLC0415 - see the class

        return wait_before(self._folder, MemberId(member), self._place)

    def suggest(self) -> str:
        """Return a passphrase drawn by chance."""
        from dsl_desk.app.paths import resources  # noqa: PLC0415 - see the class
        from dsl_desk.services.doorstep import suggest_passphrase  # noqa: PLC0415 - see the class

        return suggest_passphrase(resources() / "words")

    def strength_of(self, passphrase: str, hints: Sequence[str]) -> Strength:
        """Return how hard a passphrase is to guess."""
        from dsl_desk.services.doorstep import strength_of  # noqa: PLC0415 - see the class

        return strength_of(passphrase, hints)

    def keychain_trouble(self) -> KeychainTrouble | None:
        """Ask the keychain for nothing, and see whether it answers."""
        try:
            self._place.keychain.read(_NOBODY)
        except KeychainError as error:
            return error.trouble
        return None

    def create(self, answers: SetUpAnswers) -> Founded:
        """Make the vault."""
        from dsl_desk.domain.ways_in import FirstWay  # noqa: PLC0415 - see the class
        from dsl_desk.services.vaults import SetUp, create  # noqa: PLC0415 - see the class

        first = FirstWay(answers.passphrase, answers.way, answers.key_file)
        plan = SetUp(answers.school, answers.name, answers.role, first)
        return create(self._folder, plan, self._place)

    def copies_in(self, folder: Path) -> tuple[FoundCopy, ...]:
        """Return the copies of vaults in a folder."""
        from dsl_desk.services.bringing_back import find_copies  # noqa: PLC0415 - see the class

        return find_copies(folder)

    def bring_back(self, copy: Path, progress: Progress) -> BroughtBack:
        """Put a copy in the place of the vault."""
        from dsl_desk.services.bringing_back import bring_back  # noqa: PLC0415 - see the class

        return bring_back(copy, self._folder, self._place.clock, progress)

    def today(self) -> date:
        """Return the day."""
        return self._place.clock.now().date()

    def receivers(self, whom: Whom) -> Receivers:
        """Return who would open what is left about somebody, by name."""
        return self._dropping().receivers(whom)

    def left(self, sort: LeftSort, whom: Whom, fields: Mapping[str, Json]) -> Left:
        """Return what is to be left, named before anything is written."""
        from dsl_desk.domain.drop import Left  # noqa: PLC0415 - see the class

        return Left.fresh(sort, whom, fields, self._place.clock.now())

    def leave(self, left: Left) -> Slip:
        """Seal it and leave it."""
        return self._dropping().leave(left)

    def _dropping(self) -> Dropping:
        from dsl_desk.services.dropping import Dropping  # noqa: PLC0415 - see the class

        return Dropping(self._folder, self._place.clock)

    def typed_back(self) -> None:
        """Note that the founder typed the kit back from its paper."""
        note_typed_back(self._folder)

    def may_begin_again(self) -> bool:
        """Tell whether nobody ever entered this vault, and only a kit would open it."""
        return may_begin_again(self._folder)

    def begin_again(self) -> None:
        """Clear away a vault that nobody ever entered."""
        begin_again(self._folder)

    def away_sheet(self) -> bytes:
        """Return the sheet for a day without the laptop."""
        from dsl_desk.app.paths import resources  # noqa: PLC0415 - see the class
        from dsl_desk.services.away import away_sheet  # noqa: PLC0415 - see the class

        return away_sheet(self.face() or Face("", ()), resources() / "fonts")

    def training(self) -> tuple[Seat, ...]:
        """Make the training vault of this account, unless it is there."""
        from dsl_desk.app.training_vault import training_seats  # noqa: PLC0415 - see the class

        return training_seats()

    def kit_on_paper(self, kit: Kit) -> bytes:
        """Return the kit as PDF."""
        from dsl_desk.app.paths import resources  # noqa: PLC0415 - see the class
        from dsl_desk.services.doorstep import kit_on_paper  # noqa: PLC0415 - see the class

        face = self.face() or Face("", ())
        return kit_on_paper(kit, face, resources() / "fonts")
