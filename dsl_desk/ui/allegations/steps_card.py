"""What was done about an allegation: newest first, each with its time, author and reason."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_questions import MARKED_ELSEWHERE, SPOKEN
from dsl_desk.domain.allegation_step import in_order
from dsl_desk.domain.allegation_texts import answers_of, held_in_words
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
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
        change_wanted(str): say otherwise what this step says, with the reason.
        compare_wanted(str): see what stood in it before.
        threshold_wanted(): answer the four questions otherwise; they have a page of their own.
    """

    add_wanted = Signal()
    change_wanted = Signal(str)
    compare_wanted = Signal(str)
    threshold_wanted = Signal()

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
            line.change.clicked.connect(partial(self._change, line.step))
            line.compare.clicked.connect(partial(self.compare_wanted.emit, line.step.written.id))
            self.column.addWidget(line)
        if not steps:
            nothing = self.tr("Nothing yet. Answer the four questions, and ring the LADO.")
            self.column.addWidget(Label(nothing, Voice.BODY, Meaning.INK2).wrapped())

    def _change(self, step: AllegationStep, _on: bool = False) -> None:  # noqa: FBT001, FBT002 a clicked button tells it
        if step.sort is AllegationStepSort.THRESHOLD:
            self.threshold_wanted.emit()
        else:
            self.change_wanted.emit(step.written.id)


class StepLine(QFrame):
    """One step: what, when, by whom; their words in serif."""

    def __init__(self, step: AllegationStep) -> None:
        super().__init__()
        self.setObjectName("cardLine")
        self.step = step
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
        column.addLayout(self._links(step))
        self.setAccessibleName(f"{self.title.words}. {when}. {written.author}. {draft.words}")

    def _links(self, step: AllegationStep) -> QHBoxLayout:
        self.change = Link(self.tr("Change"), Meaning.ACCENT, Voice.SECONDARY)
        self.compare = Link(self.tr("Compare"), Meaning.ACCENT, Voice.SECONDARY)
        links = QHBoxLayout()
        links.setSpacing(14)
        for link in (self.change, self.compare):
            link.setAccessibleName(f"{link.text()}: {self.title.words}")
            links.addWidget(link)
        links.addStretch(1)
        self.change.setVisible(step.sort not in MARKED_ELSEWHERE)
        self.compare.setVisible(step.written.version > 1)
        return links


def _title(draft: AllegationStepDraft) -> str:
    return f"{label(draft.sort)}: {draft.with_whom}" if draft.with_whom else label(draft.sort)


def _more(draft: AllegationStepDraft) -> list[str]:
    lines = (
        *_answered(draft),
        "Their advice is still to come." if draft.still_to_come else "",
        _held("May be done now", draft.may),
        _held("Not yet", draft.not_yet),
        f"Why: {draft.why}" if draft.why else "",
        f"Their reference: {draft.reference}" if draft.reference else "",
    )
    return [line for line in lines if line]


def _answered(draft: AllegationStepDraft) -> list[str]:
    given = answers_of(draft).items()
    return [f"{asked}{' ' if asked.endswith('?') else ': '}{said}" for asked, said in given]


def _held(words: str, some: tuple[Held, ...]) -> str:
    return f"{words}: {held_in_words(some)}." if some else ""
