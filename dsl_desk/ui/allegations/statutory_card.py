"""The statutory report of child sexual abuse: whether it was made, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.allegation_words import STATUTORY_SOURCE
from dsl_desk.domain.moments import told_in_full
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStep


class StatutoryCard(Card):
    """Shown only where the school has switched it on."""

    def __init__(self, steps: tuple[AllegationStep, ...]) -> None:
        super().__init__()
        made = newest_of(steps, AllegationStepSort.STATUTORY_REPORT)
        if made is None:
            words = self.tr("Not made. It is for child sexual abuse, whoever it is said of.")
        else:
            words = f"Made {told_in_full(made.draft.at)} by {made.written.author}."
        self.state = Label(words, Voice.STRONG).wrapped()
        self.add = Button(self.tr("Add the report"))
        self.column.addWidget(Label(self.tr("Statutory report"), Voice.CARD_TITLE))
        self.column.addWidget(self.state)
        self.column.addWidget(Label(STATUTORY_SOURCE, Voice.META, Meaning.INK2).wrapped())
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.setVisible(made is None)
