"""What was done about an allegation: newest first, each with its time, author and reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_questions import SPOKEN, questions_of
from dsl_desk.domain.allegation_step import in_order
from dsl_desk.domain.allegation_words import QUESTION_WORDS
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.threshold import Criterion, threshold_in
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.question_field import in_words
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_choices import Held
    from dsl_desk.domain.allegation_step import AllegationStep, AllegationStepDraft


class StepsCard(Card):
    """The log. Nothing in it is edited; a change shows its number and its reason.

    Signals:
        add_wanted(): write down another step.
    """

    add_wanted = Signal()

    def __init__(self, steps: tuple[AllegationStep, ...]) -> None:
        super().__init__()
        self.setObjectName("stepsCard")
        self.add = Button(self.tr("Add what was done"), icon=Icon.PLUS)
        self.add.clicked.connect(self.add_wanted)
        self.column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("What was done"), Voice.CARD_TITLE), 1)
        head.addWidget(self.add)
        self.column.addLayout(head)
        self.column.addSpacing(8)
        self.lines = [StepLine(step) for step in reversed(in_order(steps))]
        for line in self.lines:
            self.column.addWidget(line)
        if not steps:
            nothing = self.tr("Nothing yet. Answer the four questions, and ring the LADO.")
            self.column.addWidget(Label(nothing, Voice.BODY, Meaning.INK2).wrapped())


class StepLine(QFrame):
    """One step: what, when, by whom; their words in serif."""

    def __init__(self, step: AllegationStep) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        draft, written = step.draft, step.written
        when = told_in_full(draft.at)
        head = QHBoxLayout()
        head.setSpacing(12)
        self.title = Label(_title(draft), Voice.STRONG).wrapped()
        head.addWidget(self.title, 1)
        by = Label(f"{when} · {written.author}", Voice.META, Meaning.INK3).tabular()
        head.addWidget(by, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(3)
        column.addLayout(head)
        voice = Voice.VERBATIM if draft.sort in SPOKEN else Voice.BODY
        if draft.words:
            column.addWidget(Label(draft.words, voice).wrapped())
        for line in _more(draft):
            column.addWidget(Label(line, Voice.SECONDARY, Meaning.INK2).wrapped())
        if written.version > 1:
            changed = f"Version {written.version}: {written.body.reason}"
            column.addWidget(Label(changed, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.setAccessibleName(f"{self.title.words}. {when}. {written.author}. {draft.words}")


def _title(draft: AllegationStepDraft) -> str:
    return f"{label(draft.sort)}: {draft.with_whom}" if draft.with_whom else label(draft.sort)


def _more(draft: AllegationStepDraft) -> list[str]:
    lines = (
        *_answers(draft),
        "Their advice is still to come." if draft.still_to_come else "",
        _held("May be done now", draft.may),
        _held("Not yet", draft.not_yet),
        f"Why: {draft.why}" if draft.why else "",
        f"Their reference: {draft.reference}" if draft.reference else "",
    )
    return [line for line in lines if line]


def _answers(draft: AllegationStepDraft) -> list[str]:
    if draft.sort is AllegationStepSort.THRESHOLD:
        given = threshold_in(draft.answers).answers
        return [f"{label(one)}: {label(given[one].answer)}. {given[one].why}" for one in Criterion]
    said = []
    for question in questions_of(draft.sort):
        answer = draft.answer(question.name)
        if answer:
            words = label(question.choices(answer)) if question.choices else in_words(answer)
            said.append(f"{QUESTION_WORDS[question.name]} {words}")
    return said


def _held(words: str, some: tuple[Held, ...]) -> str:
    return f"{words}: {', '.join(label(one).lower() for one in some)}." if some else ""
