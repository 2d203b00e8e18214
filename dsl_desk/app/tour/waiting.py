"""Waiting for facts while the window goes on living: the tour is nobody's impatient finger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_LOOK_MS = 5
_LONGEST_MS = 90_000  # two cores with six others at work draw slowly
_SETTLE_MS = 40
_LAST_TURNS = 5
_TWICE = 2  # idle once more after all was shown


class TourStuckError(RuntimeError):
    """A page did not get where the tour expected it. A bug of ours, so no DeskError."""


def until(fact: Callable[[], object], longest_ms: int = _LONGEST_MS) -> None:
    """Return as soon as the fact holds."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if fact() else None)
    look.start(_LOOK_MS)
    QTimer.singleShot(longest_ms, loop.quit)
    loop.exec()
    look.stop()
    if not fact():
        raise TourStuckError


def settle() -> None:
    """Let layouts and queued answers come to rest before a picture."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLE_MS, loop.quit)
    loop.exec()
    # What came home at the last moment is shown, measured and painted in turns of its own.
    for _ in range(_LAST_TURNS):
        QCoreApplication.processEvents()


def at_rest(worker: Worker[Desk]) -> None:
    """Wait until a page has all it asked for: an answer may bring a question of its own."""
    idle = 0
    while idle < _TWICE:
        until(lambda: worker.is_idle)
        settle()
        idle = idle + 1 if worker.is_idle else 0
