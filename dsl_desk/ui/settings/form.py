"""The shape of the small forms of this page: a title, questions, one button, a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class Form(Card):
    """One thing to do. What it asks goes into `column` before `end` is called.

    Signals:
        done(): the button was pressed and nothing is left to do.
        left(): somebody does not want it after all.
    """

    done = Signal()
    left = Signal()

    def __init__(self, title: str, lead: str, act: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.column.setSpacing(12)
        self.column.addWidget(Label(title, Voice.CARD_TITLE).wrapped())
        self.column.addWidget(Label(lead, Voice.BODY, Meaning.INK2).wrapped())
        self.act = Button(act, Kind.PRIMARY)
        self.leave = Button(self.tr("Not now"))
        self.act.clicked.connect(self.try_it)
        self.leave.clicked.connect(self.left)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.act)
        row.addWidget(self.leave)
        row.addStretch(1)

    def end(self) -> None:
        """Put the buttons under the questions."""
        self.column.addWidget(self._buttons)

    def try_it(self) -> None:
        """Send it, unless something is missing."""
        if not self.act.is_busy() and not self.show_faults():
            self.done.emit()

    def show_faults(self) -> bool:
        """Say beside each answer what is to do about it; return whether anything is."""
        return False

    def refuse(self, words: str) -> None:
        """Say why it was not done."""
        self.act.rest()
        self.act.setAccessibleDescription(words)

    def clear(self) -> None:
        """Forget what was typed."""
        self.act.rest()

    def go(self) -> None:
        """Put the focus where the form begins."""
        self.act.setFocus()
