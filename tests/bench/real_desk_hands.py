"""Somebody at the real desk: types into the real form, works, presses Ctrl+L."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from dsl_desk.ui.shell.spot import NEW_CONCERN
from tests.app.stand_in_windows import Orders
from tests.bench.real_windows import work_for_ever

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.app.real_desk import RealDesk
    from dsl_desk.ui.shell.window import DeskWindow


class Hands(QObject):
    """Obeys the orders of a benchmark, once the desk is open."""

    def __init__(self, front: RealDesk, vault: Path) -> None:
        super().__init__(front)
        self._front = front
        self._orders = Orders(vault)
        self._orders.came.connect(self._obey)
        front.opened.connect(self._look)
        self._orders.listen()

    @Slot()
    def _look(self) -> None:
        self._window.go(NEW_CONCERN)
        self._orders.tell("Drafts", self._words.toPlainText())

    @Slot(str)
    def _obey(self, order: str) -> None:
        word, _, text = order.partition(" ")
        if word == "type":
            self._type(text)
        elif word == "work":
            work_for_ever()
        elif word == "lock":
            self._lock()

    def _type(self, text: str) -> None:
        self._words.selectAll()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, text)
            QApplication.sendEvent(self._words, key)
        self._orders.tell("Typed")

    def _lock(self) -> None:
        if not self._window.isActiveWindow():  # a shortcut needs an active window
            QTimer.singleShot(5, self._lock)
            return
        self._orders.tell("Pressed")
        QTest.keyClick(self._words, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    @property
    def _window(self) -> DeskWindow:
        assert self._front.window is not None
        return self._front.window

    @property
    def _words(self) -> QPlainTextEdit:
        words = self._window.findChild(QPlainTextEdit, "concern-words")
        assert words is not None
        return words
