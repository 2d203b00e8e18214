"""On a call: one page stays open longer than the clock allows, and everything else is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.ui.shell.call_bar import CallBar
from dsl_desk.ui.shell.spot import called_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.shell.lock_clock import LockClock
    from dsl_desk.ui.shell.spot import Spot


class OnCall(QObject):
    """Covers and uncovers, and says whether the page may be left.

    While somebody works at the page it is left as any other. Once nobody has touched the desk for
    as long as locks it otherwise, the page is all there is: leaving it locks.

    Signals:
        lock_wanted(str): lock, because only the call kept the desk open.
    """

    lock_wanted = Signal(str)

    def __init__(self, clock: LockClock, covered: Sequence[QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._clock, self._covered = clock, covered
        self._on = False
        self.bar = CallBar()
        clock.left.connect(self.bar.show_left)

    def be_at(self, spot: Spot) -> None:
        """Cover or uncover: we are at this spot now."""
        on = bool(called_in(spot.what))
        if on == self._on:
            return
        self._on = on
        if on:
            self._clock.begin_call()
        else:
            self._clock.end_call()
        self.bar.setVisible(on)
        for widget in self._covered:
            widget.setVisible(not on)

    def may_leave(self) -> bool:
        """Tell whether anything but the page of the call may be shown; if not, lock."""
        if self._clock.overstayed:
            self.lock_wanted.emit("idle")
            return False
        return True
