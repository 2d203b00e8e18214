"""What was searched for a request, as it is written down. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.services.subject_requests import Standing


class SearchedCard(Card):
    """What was searched so far, how many records say the name, and the act of writing it down.

    Signals:
        wanted(): write down what was searched.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.found = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.button = Button(self.tr("Write down what was searched"))
        self.button.setObjectName("write-searched")
        self.button.clicked.connect(self.wanted)
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("What was searched"), Voice.CARD_TITLE))
        self.column.addWidget(self.words)
        self.column.addWidget(self.found)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.addLayout(row)

    def show_standing(self, standing: Standing) -> None:
        """Show what is written down, and what a search for the words of the name finds besides."""
        said = standing.request.draft.said("searched")
        self.words.say(said or self.tr("Nothing is written down yet."))
        known = bool(standing.request.draft.people.get("about"))
        lost = self.tr(
            "This person was typed and not chosen: change the request and choose them, or nothing "
            "is found by their record. "
        )
        records = "1 place says" if standing.by_words == 1 else f"{standing.by_words:,} places say"
        told = (
            f"{records} the name in its words. Search for it to see whether one is missing below."
        )
        self.found.say(told if known else f"{lost}{told}")
