"""Stand-in windows that obey orders and tell facts by named pipes in the vault's folder."""

from __future__ import annotations

import json
import os
import re
import time
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget
from typing_extensions import override

from dsl_desk.app.fronts import DeskFront, GateFront
from dsl_desk.domain.vault_errors import SpoolDamagedError
from dsl_desk.storage.spool import Spool
from tests.app.stand_in import KEY, MEMBER

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication


class Orders(QObject):
    """Hears the test. Emits on the window's thread.

    Signals:
        came(str): an order, a word and perhaps a text after it.
    """

    came = Signal(str)

    def __init__(self, vault: Path) -> None:
        super().__init__()
        self._vault = vault
        self._orders = vault / f"orders-{os.getpid()}"
        os.mkfifo(self._orders)
        self._facts = os.open(vault / "facts", os.O_WRONLY)

    def listen(self) -> None:
        Thread(target=self._listen, daemon=True).start()

    def tell(self, what: str, text: str = "") -> None:
        fact = {"what": what, "pid": os.getpid(), "text": text, "at": time.monotonic_ns()}
        os.write(self._facts, json.dumps(fact).encode() + b"\n")

    def _listen(self) -> None:
        # Read and write: so the pipe never ends, whoever comes and goes at the other end.
        with os.fdopen(os.open(self._orders, os.O_RDWR), buffering=1) as orders:
            while True:
                self.came.emit(orders.readline().rstrip())


class StandInGate(GateFront):
    def __init__(self, _app: QApplication, vault: Path) -> None:
        super().__init__()
        self._label = _Label(self)
        self._orders = Orders(vault)
        self._orders.came.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._orders.listen()

    @override
    def rehearse(self) -> None:
        self._label.grab()

    @override
    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        self._label.showFullScreen()
        self._orders.tell("Why", json.dumps([why, facts]))

    @Slot(str)
    def _obey(self, order: str) -> None:
        if order == "unlock":
            self.key_ready.emit(MEMBER, bytearray(KEY))
        elif order == "quit":
            self.quit_wanted.emit()


class StandInDesk(DeskFront):
    def __init__(self, _app: QApplication, vault: Path) -> None:
        super().__init__()
        self._window = _Window(self)
        self._text = QTextEdit(self._window)
        self._deaf = False
        self._slow = 0.0  # seconds in which it makes its window
        self._vault = vault
        lock = QShortcut(QKeySequence("Ctrl+L"), self._window)
        lock.activated.connect(lambda: self.lock_wanted.emit("asked"))
        self._orders = Orders(vault)
        self._orders.came.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._orders.listen()

    @override
    def enter(self, member: str, key: bytes) -> None:
        if self._slow:
            self._orders.tell("Opening")
            Event().wait(self._slow)
        self._spool = Spool(self._vault / "spool", key)
        try:
            drafts = self._spool.unseal()
        except SpoolDamagedError as error:
            self.refused.emit(error)
            return
        self._text.setPlainText(drafts.get("note", {}).get("text", ""))
        self._window.showMaximized()
        self._orders.tell("Drafts", self._text.toPlainText())

    @override
    def seal(self) -> None:
        if not self._deaf:
            self._spool.seal({"note": {"text": self._text.toPlainText()}})

    @Slot(str)
    def _obey(self, order: str) -> None:
        word, _, text = order.partition(" ")
        if word == "type":
            self._text.setPlainText(text)
            self._orders.tell("Typed")
        elif word == "lock":
            self._orders.tell("Pressed")
            QTest.keyClick(self._window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        elif word == "quit":
            self.quit_wanted.emit()
        elif word == "open-slowly":
            self._slow = float(text)
            self._orders.tell("Slow")
        else:
            self._misbehave(word)

    def _misbehave(self, word: str) -> None:
        self._orders.tell("Misbehaving")
        if word == "hang":
            Event().wait()
        elif word == "freeze":  # one endless step that never lets another Python thread run
            re.match(r"(a+)+$", "a" * 64 + "b")
        elif word == "go-deaf":
            self.lock_wanted.emit("asked")
            Event().wait()
        elif word == "crash":
            os.abort()
        elif word == "work":
            Thread(target=_work_for_ever, daemon=True).start()


class _Window(QWidget):
    """Says that the desk is open when keys reach it: a shortcut needs an active window."""

    def __init__(self, desk: StandInDesk) -> None:
        super().__init__()
        self._desk = desk
        self._told = False

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and not self._told:
            self._told = True
            self._desk.opened.emit()
        return super().event(event)


class _Label(QLabel):
    def __init__(self, gate: StandInGate) -> None:
        super().__init__("Locked")
        self._gate = gate

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._gate.painted.emit()


def _work_for_ever() -> None:
    number = 0
    while True:
        number = (number * 31 + 7) % 1_000_003
