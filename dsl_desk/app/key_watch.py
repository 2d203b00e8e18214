"""The desk's wait for a key: a thread that reads the pair's own pipe and takes the vault's lock."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.app.handover import take_over
from dsl_desk.domain.vault_errors import VaultInUseError
from dsl_desk.services.places import open_lock
from dsl_desk.system import locks
from dsl_desk.system.clock import SystemClock
from dsl_desk.system.frames import FrameError

if TYPE_CHECKING:
    from pathlib import Path

# The desk before us may have its last moments still; the lock is free when they are over.
_PATIENCE = 1.0


class KeyWatch(QObject):
    """Reads one key, once. A gate that ends without one is the supervisor's business, not ours.

    Signals:
        came(object): the HandedKey, with the vault's lock taken.
        locked_out(object): VaultInUseError, somebody else has the vault open.
    """

    came = Signal(object)
    locked_out = Signal(object)

    def __init__(self, key_end: int, vault: Path) -> None:
        super().__init__()
        self._key_end = key_end
        self._vault = vault
        self._lock: locks.SingleOpener | None = None  # held until this process ends

    def listen(self) -> None:
        """Begin to wait; connect the signals before."""
        Thread(target=self._wait, name="key", daemon=True).start()

    def _wait(self) -> None:
        try:
            handed = take_over(self._key_end)
        except FrameError:
            return  # the gate was killed in the middle of it
        if handed is None:
            return
        try:
            self._lock = locks.take(open_lock(self._vault), SystemClock(), _PATIENCE)
        except VaultInUseError as error:
            self.locked_out.emit(error)
        else:
            self.came.emit(handed)
