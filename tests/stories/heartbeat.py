"""A heartbeat of the main thread: how long it ever failed to come back to its events.

It beats while a window is unlocked. Whatever keeps two beats apart is a stall: a page that is made,
a list that is filled, the other thread holding the interpreter, and what the story itself does
between two waits. So a figure is an upper bound, and is told, never made a gate. It is told twice:
by the clock, and by the processor's time of the main thread alone, which others on the same machine
do not lengthen.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter, thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

EVERY_MS = 1
GOAL_MS, IDEAL_MS = 50, 16
PROPERTY = "longest stall"


@dataclass(frozen=True)
class Stall:
    """How long it was by each measure, and which page was shown when it was over."""

    processor: float = 0.0
    wall: float = 0.0
    page: str = ""


class Heartbeat(QObject):
    """Beats every millisecond, and keeps the longest pause between two beats, by the processor."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = Stall()
        self._page: Callable[[], str] = str
        self._last = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._beat)

    def start(self, page: Callable[[], str]) -> None:
        """Begin to beat; `page` tells what is shown."""
        self._page, self._last = page, (thread_time(), perf_counter())
        self._timer.start()

    def stop(self) -> None:
        """Beat no more: what follows is not the program's."""
        self._timer.stop()

    def _beat(self) -> None:
        processor, wall = self._last
        busy = (thread_time() - processor) * 1000
        if busy > self.longest.processor:
            apart = (perf_counter() - wall) * 1000 - EVERY_MS
            self.longest = Stall(busy, apart, self._page())
        self._last = thread_time(), perf_counter()
