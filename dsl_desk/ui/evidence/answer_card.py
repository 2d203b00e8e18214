"""Two short forms beside a decision: another person's answer to it, and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from dsl_desk.domain.viewing_standing import Agreed, AnswerDraft
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.viewing import Viewing


class AnswerCard(Card):
    """Agree, or do not; with words, and never as the one who looks.

    Signals:
        finished(): its button was pressed.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__(Tone.ACCENT)
        self.setObjectName("answer")
        self.yes = ChoiceCard("I agree", "They may look, within these limits and no further.")
        self.no = ChoiceCard("I do not agree", "Nobody looks. The decision and your words stay.")
        group = QButtonGroup(self)
        for card in (self.yes, self.no):
            group.addButton(card)
        self.words = Lines(rows=2)
        self.field = Field(self.tr("Why?"), self.words)
        self.button = Button(self.tr("Sign my answer"), Kind.PRIMARY)
        self.button.setObjectName("sign-answer")
        self.button.clicked.connect(self.finished)
        self._wrong = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self._wrong.hide()
        self.column.setSpacing(12)
        self.column.addWidget(Label(self.tr("Do you agree to this look?"), Voice.CARD_TITLE))
        self.column.addWidget(self._wrong)
        self.column.addWidget(SideBySide(self.yes, self.no))
        self.column.addWidget(self.field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def draft(self, viewing: Viewing) -> AnswerDraft:
        """Return the answer as it stands."""
        agreed = Agreed.YES if self.yes.isChecked() else Agreed.UNANSWERED
        agreed = Agreed.NO if self.no.isChecked() else agreed
        return AnswerDraft(viewing.id, viewing.version, agreed, self.words.text())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what needs a look."""
        show_beside({"words": self.field}, problems, advice_on)
        choice = [each for each in problems if each.field == "agreed"]
        self._wrong.say(advice_on(choice[0]) if choice else "")
        self._wrong.setVisible(bool(choice))


class FoundCard(Card):
    """What was found, be it nothing; then nobody looks any more.

    Signals:
        finished(): its button was pressed.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("found")
        self.words = Lines(rows=3)
        hint = "What confirms it, and what refutes it. “Nothing that matters” is an answer."
        self.field = Field(self.tr("What did you find?"), self.words, hint)
        self.button = Button(self.tr("Close the decision"), Kind.PRIMARY)
        self.button.setObjectName("close-decision")
        self.button.clicked.connect(self.finished)
        self.column.setSpacing(12)
        self.column.addWidget(self.field)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what needs a look."""
        show_beside({"found": self.field}, problems, advice_on)
