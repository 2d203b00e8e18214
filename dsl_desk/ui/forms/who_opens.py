"""The chip of a part of the vault, with the people who hold its key now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.kit.chip import PartChip

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


class WhoOpens(PartChip):
    """Asks the roll, so that it says the same as the matrix of the Vault page.

    Signals:
        told(): it says something else now; whoever speaks it has to say it again.
    """

    told = Signal()

    def __init__(self, worker: Worker[Desk], part: Compartment = Compartment.CHILDREN) -> None:
        super().__init__(part, ())
        self._worker = worker

    def read_again(self) -> None:
        """Read who holds the key."""
        part = self.part
        self._worker.ask(self, lambda desk: desk.members.who_can_open(part), self._show, self._keep)

    def be_of(self, part: Compartment) -> None:
        """Speak of another part from now on."""
        if part is not self.part:
            self.part = part
            self.read_again()

    def _show(self, who: tuple[str, ...]) -> None:
        self.show_who(who)
        self.told.emit()

    def _keep(self, _error: DeskError) -> None:
        """Leave it as it is: the page itself says what failed, or that we hold no key."""
