"""What the gate's and the desk's process expect of their windows: the seam to ui.

app/wiring.py makes the real ones; the process tests make small ones of their own.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class GateFront(QObject):
    """The lock screen, as its process sees it. Built hidden; `cover` shows it.

    Signals:
        painted(): a paint event of the window has been answered.
        key_ready(str, object): member id and 32 key bytes (a bytearray is wiped after use).
        quit_wanted(): the person leaves the program.
        training_wanted(): the person wants the training vault instead of this one.
    """

    painted = Signal()
    key_ready = Signal(str, object)
    quit_wanted = Signal()
    training_wanted = Signal()

    def rehearse(self) -> None:
        """Draw the picture to nowhere, so that the first real one is quick."""
        raise NotImplementedError

    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        """Show the window over everything, saying why and since when it is locked."""
        raise NotImplementedError


class DeskFront(QObject):
    """The unlocked app, as its process sees it. Built keyless and hidden; `enter` opens it.

    Signals:
        opened(): the vault is open and the window has been painted.
        refused(object): the DeskError for which it stays shut.
        lock_wanted(str): lock, and why.
        quit_wanted(): the person leaves the program.
    """

    opened = Signal()
    refused = Signal(object)
    lock_wanted = Signal(str)
    quit_wanted = Signal()

    def enter(self, member: str, key: bytes) -> None:
        """Open the vault for this member and show the window; answers with a signal."""
        raise NotImplementedError

    def seal(self) -> None:
        """Put everything unsaved into the spool. Has 150 ms, whatever else is going on."""
        raise NotImplementedError
