"""Asking the policy while somebody types: soon after, never often, and only the newest draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from dsl_desk.ui.forms.policy_panel import Speaks, slips_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

D = TypeVar("D")
SOON_MS: Final = 150
_ALONE: Final = "No policy is chosen: law and guidance alone are asked"


class AskingPolicy(QObject, Generic[D]):
    """One question at a time; what was typed meanwhile is asked about next.

    Signals:
        told(Speaks): what is asked of the draft as it was.
    """

    told = Signal(object)

    def __init__(
        self, worker: Worker[Desk], page: QWidget, speaks: Callable[[D, Desk], Speaks]
    ) -> None:
        super().__init__(page)
        self._worker, self._page, self._speaks = worker, page, speaks
        self._newest: D | None = None
        self._waits = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._ask)

    def follow(self, draft: D) -> None:
        """Ask about this draft, soon."""
        self._newest = draft
        self._begin()

    def stop(self) -> None:
        """Ask no more: the form is left."""
        self._newest = None
        self._soon.stop()

    def _begin(self) -> None:
        if self._newest is not None and not self._waits and not self._soon.isActive():
            self._soon.start()

    def _ask(self) -> None:
        draft, self._newest = self._newest, None
        # A window that is being closed has nobody to answer it any more.
        if draft is not None and self._page.isVisible():
            self._waits = True
            self._worker.ask(self, partial(self._speaks, draft), self._tell, self._keep_quiet)

    def _tell(self, speaks: Speaks) -> None:
        self._waits = False
        self.told.emit(speaks)
        self._begin()

    def _keep_quiet(self, _error: DeskError) -> None:
        """Leave what stands there: damage is told where it is read, and recording goes on."""
        self._waits = False
        self._begin()


def speaks(asked: tuple[Asked, ...], unseen: tuple[Compartment, ...], desk: Desk) -> Speaks:
    """Return what is asked, under the policy in force now."""
    return Speaks(asked, slips_of(asked), unseen, desk.policy.mark().words() or _ALONE)
