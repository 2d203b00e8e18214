"""What a holder does where somebody asks to see what is kept about them under seal. Passive."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.leaving import PaperSort
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class AskedToSee(Card):
    """A copy, judged record by record, and the schedule of what it withheld.

    Signals:
        wanted(PaperSort): make this one.
    """

    wanted = Signal(object)

    def __init__(self, told: str) -> None:
        super().__init__()
        self.copy = Button(self.tr("Make the copy"), icon=Icon.FILE_DOWN)
        self.copy.setObjectName("sealed-copy")
        self.schedule = Button(self.tr("Make the schedule"))
        self.schedule.setObjectName("sealed-schedule")
        self.copy.clicked.connect(lambda: self.wanted.emit(PaperSort.SEALED_COPY))
        self.schedule.clicked.connect(lambda: self.wanted.emit(PaperSort.SEALED_SCHEDULE))
        title = self.tr("When somebody asks to see what is kept")
        self.column.addWidget(Label(title, Voice.CARD_TITLE))
        self.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        row = QHBoxLayout()
        row.setSpacing(10)
        for button in (self.copy, self.schedule):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)
