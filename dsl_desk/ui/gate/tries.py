"""How long a member's next try has to wait: asked once the lock screen's picture stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from dsl_desk.ui.gate.unlock import UnlockPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.work.worker import Worker

_AFTER_THE_PICTURE_MS = 400


class Tries(QObject):
    """Asks the vault, whose answer loads the keys: the first picture must not wait for it."""

    def __init__(
        self, owner: QObject, thread: Callable[[], Worker[Entrance]], page: Callable[[], QWidget]
    ) -> None:
        super().__init__(owner)
        self._thread, self._page = thread, page
        self._waiting_for = ""
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_THE_PICTURE_MS)
        self._soon.timeout.connect(self._ask)

    def ask_soon(self, member: str) -> None:
        """Ask for this member in a moment."""
        self._waiting_for = member
        self._soon.start()

    def leave_off(self) -> None:
        """Ask no more: somebody tries, or the window ends."""
        self._soon.stop()

    def _ask(self) -> None:
        member = self._waiting_for

        def show(seconds: float) -> None:
            page = self._page()
            if isinstance(page, UnlockPage):
                page.show_wait(member, seconds)

        self._thread().ask(
            self,
            lambda entrance: entrance.wait_for(member),
            show,
            lambda _error: None,  # what stands in the way is said when somebody tries
        )
