"""Tidying up at home: Python's cycle collector runs on the window's thread only.

The collector runs on whichever thread happens to allocate. A QObject that is part of a cycle
would then be destroyed by the vault's thread, and Qt crashes (seen in our own tests).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 20_000


class TidyAtHome(QObject):
    """Turns the automatic collector off and collects by a timer on this thread instead."""

    def __init__(self, parent: QObject | None = None, every_ms: int = _EVERY_MS) -> None:
        super().__init__(parent)
        gc.disable()
        # What start-up built lives as long as the process: no need to look at it again.
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(gc.collect)
        self._timer.start(every_ms)
