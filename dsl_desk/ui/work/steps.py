"""Steps of work on the vault's thread, told at home, and a way to stop between two of them."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

_WHOLE = 100


class Steps(QObject):
    """Handed to a service as its progress. The thread that steps is not the one that is told.

    `give_way`, asked on that thread, stops it too: somebody waits for something else.

    Signals:
        moved(float): how much is done, from 0 to 1; told when the percentage is another one.
    """

    moved = Signal(float)

    def __init__(
        self, parent: QObject | None = None, give_way: Callable[[], bool] = lambda: False
    ) -> None:
        super().__init__(parent)
        self._give_way = give_way
        self._stop = Event()
        self._told = -1

    def __call__(self, done: int, of: int, /) -> None:
        """Be told a step; raise StoppedError when somebody wants it stopped."""
        if self._stop.is_set() or self._give_way():
            raise StoppedError
        percent = done * _WHOLE // of if of else _WHOLE
        if percent != self._told:
            self._told = percent
            self.moved.emit(percent / _WHOLE)

    def stop(self) -> None:
        """Stop at the next step."""
        self._stop.set()
