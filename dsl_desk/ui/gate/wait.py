"""The wait after several wrong passphrases, counted down in words."""

from __future__ import annotations

import math

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal

_LOOK_MS = 250
_MINUTE = 60


class Wait(QObject):
    """Counts down to the next try.

    Signals:
        moved(str): so long is left, in words; nothing when it is over.
    """

    moved = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._until = QDeadlineTimer()
        self._said = ""
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell)

    @property
    def is_on(self) -> bool:
        """Whether the next try still has to wait."""
        return self._look.isActive()

    def begin(self, seconds: float) -> None:
        """Wait so long from now on; nothing to wait for ends it."""
        self._until.setRemainingTime(math.ceil(seconds * 1000))
        self._said = ""
        if seconds > 0:
            self._look.start()
        self._tell()

    def stop(self) -> None:
        """Wait no longer: somebody else is about to unlock."""
        self._look.stop()
        self._said = ""

    def _tell(self) -> None:
        left = math.ceil(max(0, self._until.remainingTime()) / 1000)
        if left <= 0:
            self._look.stop()
        words = in_words(left)
        if words != self._said or not left:
            self._said = words
            self.moved.emit(words)


def in_words(seconds: int) -> str:
    """Return a length of time as somebody says it; nothing for none."""
    minutes, rest = divmod(seconds, _MINUTE)
    said = [_many(minutes, "minute"), _many(rest, "second")]
    return " ".join(part for part in said if part)


def _many(number: int, unit: str) -> str:
    if not number:
        return ""
    return f"1 {unit}" if number == 1 else f"{number} {unit}s"
