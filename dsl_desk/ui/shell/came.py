"""Sees that a parcel was double-clicked, before the desk was unlocked or while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from dsl_desk.ui.shell.spot import A_PARCEL_CAME, WAYS_IN, called_in

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.system.at_the_door import AtTheDoor
    from dsl_desk.ui.shell.window import DeskWindow

_LOOK_EVERY_MS: Final = 1000


class Came(QObject):
    """Leads to a parcel that waits: once in a sitting, and again after the next unlocking."""

    def __init__(self, window: DeskWindow, door: AtTheDoor) -> None:
        super().__init__(window)
        self._window, self._door = window, door
        self._led_to: set[Path] = set()
        self._clock = QTimer(self, interval=_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Lead to the first that nobody was led to, unless something else has to come before."""
        here = self._window.stack.spot
        if here == WAYS_IN or called_in(here.what):  # choosing a passphrase, or a call going on
            return
        fresh = [file for file in self._door.waiting() if file not in self._led_to]
        if fresh:
            self._led_to |= set(fresh)
            self._window.go(A_PARCEL_CAME)
            self._window.raise_()
            self._window.activateWindow()
