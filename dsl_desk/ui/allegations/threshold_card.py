"""The harm threshold as the school has answered it: four lines, and the school's view of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_course import threshold_of
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.threshold import Criterion, SchoolsView, view_of
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStep

_INKS = {
    SchoolsView.RING: Meaning.AMBER,
    SchoolsView.RING_TO_ASK: Meaning.AMBER,
    SchoolsView.LOW_LEVEL: Meaning.INK,
    SchoolsView.UNANSWERED: Meaning.INK2,
}


class ThresholdCard(Card):
    """Worded as the school's view: whether the threshold is met is for the LADO to say."""

    def __init__(self, steps: tuple[AllegationStep, ...]) -> None:
        super().__init__()
        self.setObjectName("thresholdCard")
        threshold = threshold_of(steps)
        view = view_of(threshold)
        self.view = Label(label(view), Voice.STRONG, _INKS[view]).wrapped()
        newest = newest_of(steps, AllegationStepSort.THRESHOLD)
        words = self.tr("Change an answer") if newest else self.tr("Answer the four questions")
        self.button = Button(words)
        self.column.setSpacing(0)
        self.column.addWidget(Label(self.tr("Harm threshold"), Voice.CARD_TITLE))
        self.column.addSpacing(4)
        self.column.addWidget(self.view)
        self.column.addSpacing(6)
        for criterion in Criterion:
            given = threshold.answers.get(criterion)
            answer = label(given.answer) if given else self.tr("Not answered")
            self.column.addWidget(_line(label(criterion), answer, given.why if given else ""))
        self.column.addSpacing(12)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        note = self.tr("Some policies refer every allegation, whatever the answers: look at yours.")
        self.column.addSpacing(8)
        self.column.addWidget(Label(note, Voice.META, Meaning.INK3).wrapped())


def _line(question: str, answer: str, why: str) -> QFrame:
    line = QFrame()
    line.setObjectName("cardLine")
    line.setToolTip(why)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 9, 0, 9)
    row.setSpacing(12)
    row.addWidget(Label(question, Voice.SECONDARY).wrapped(), 1)
    row.addWidget(Label(answer, Voice.SECONDARY_STRONG), 0, Qt.AlignmentFlag.AlignTop)
    return line
