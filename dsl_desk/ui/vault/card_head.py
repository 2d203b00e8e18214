"""The head of a card: its title, how it stands, and what can be done at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.ui.kit.chip import StatusChip

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class CardHead(QWidget):
    """A title, a chip beside it or at the right, a note, and a button."""

    def __init__(self, title: str, chip: StatusChip | None = None, note: str = "") -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(10)
        self.row.addWidget(Label(title, Voice.CARD_TITLE), 0, _MIDDLE)
        if chip is not None:
            self.row.addWidget(chip, 0, _MIDDLE)
        self.row.addStretch(1)
        self.note = Sentence(note, Voice.SECONDARY, Meaning.INK2)
        self.row.addWidget(self.note, 0, _MIDDLE)

    def put_right(self, widget: QWidget) -> None:
        """Put a control at the right end."""
        self.row.addWidget(widget, 0, _MIDDLE)


class Fact(QWidget):
    """One line of a card: an icon, what is so, and in smaller words what goes with it."""

    def __init__(self, icon: QWidget, words: str = "", beside: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.words = Label(words).wrapped()
        self.beside = Label(beside, Voice.SECONDARY, Meaning.INK3).wrapped()
        column.addWidget(self.words)
        column.addWidget(self.beside)
        row.addLayout(column, 1)

    def say(self, words: str, beside: str = "") -> None:
        """Say something else."""
        self.words.say(words)
        self.beside.say(beside)
        self.beside.setVisible(bool(beside))
