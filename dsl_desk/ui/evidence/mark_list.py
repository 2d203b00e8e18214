"""What is on the copy, beside it: each cover with its reason, each note with its words."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.sharing_marks import CopyDraft, CoverReason, MarkSort
from dsl_desk.domain.words import label
from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.sharing_marks import Mark

_REASONS = tuple(CoverReason)
_SHORT = 9
_HOW = (
    "Choose what to draw, then drag over the picture. With the keys: C cover, X crop, A arrow, "
    "N note; arrows move it, Shift and arrows stretch it, Delete removes it, Ctrl Z undoes."
)


class MarkRow(Card):
    """One mark: its number, its reason or words, and Remove.

    Signals:
        said(Mark): another reason or other words.
        remove_wanted(): take it away.
        touched(): somebody is at this row.
    """

    said = Signal(object)
    remove_wanted = Signal()
    touched = Signal()

    def __init__(self, mark: Mark, number: int) -> None:
        super().__init__(Tone.INSET)
        self.mark = mark
        name = f"{label(mark.sort)} {number}"
        self.reason = Pick([label(each) for each in _REASONS], self.tr("Why is it covered?"))
        self.reason.setMinimumContentsLength(_SHORT)  # a drawer in a small window is narrow
        self.reason.setCurrentIndex(_REASONS.index(mark.reason))
        self.words = Line()
        self.words.setText(mark.words)
        asked: QWidget = self.reason if mark.sort is MarkSort.COVER else self.words
        self.field = Field(name, asked)
        self.remove = Button(self.tr("Remove"), icon=Icon.TRASH_2).sized(Size.SMALL)
        self.remove.setAccessibleName(f"Remove {name}")
        self.remove.clicked.connect(self.remove_wanted)
        self.reason.activated.connect(self._tell)
        self.reason.activated.connect(lambda _at: self.touched.emit())
        self.words.textEdited.connect(self._tell)
        row = QHBoxLayout()
        row.setSpacing(10)
        asks = mark.sort in (MarkSort.COVER, MarkSort.NOTE)
        row.addWidget(self.field if asks else Label(name, Voice.STRONG), 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.setContentsMargins(14, 10, 14, 12)
        self.column.addLayout(row)

    def _tell(self, _any: object) -> None:
        reason = _REASONS[self.reason.currentIndex()]
        self.mark = replace(self.mark, reason=reason, words=self.words.text())
        self.said.emit(self.mark)


class MarkList(QWidget):
    """A row for each mark. Rows stay while marks are only moved, so that nobody loses the focus.

    Signals:
        said(CopyDraft): reasons or words changed.
        remove_wanted(int), touched(int): which row.
    """

    said = Signal(object)
    remove_wanted = Signal(int)
    touched = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.draft = CopyDraft()
        self.rows: list[MarkRow] = []
        self._empty = Label(self.tr(_HOW), Voice.SECONDARY, Meaning.INK2).wrapped()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(self._empty)

    def show_draft(self, draft: CopyDraft) -> None:
        """Show what is on the copy now."""
        before, self.draft = self.draft, draft
        if [_told(mark) for mark in before.marks] == [_told(mark) for mark in draft.marks]:
            for row, mark in zip(self.rows, draft.marks, strict=True):
                row.mark = mark
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [MarkRow(mark, draft.number_of(at)) for at, mark in enumerate(draft.marks)]
        for at, row in enumerate(self.rows):
            row.said.connect(partial(self._say, at))
            row.remove_wanted.connect(partial(self.remove_wanted.emit, at))
            row.touched.connect(partial(self.touched.emit, at))
            self._column.addWidget(row)

    def choose(self, at: int) -> None:
        """Let the row of one mark stand out."""
        for number, row in enumerate(self.rows):
            row.set_tone(Tone.ACCENT if number == at else Tone.INSET)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is missing beside its mark, and go to the first."""
        codes = {problem.field: problem for problem in problems}
        first: MarkRow | None = None
        for at, row in enumerate(self.rows):
            problem = codes.get(f"mark_{at}")
            row.field.clear_error()
            if problem is not None:
                row.field.show_error(advice_on(problem))
                first = first or row
        if first is not None:
            first.field.go()

    def _say(self, at: int, mark: Mark) -> None:
        self.draft = self.draft.with_mark_at(at, mark)
        self.said.emit(self.draft)


def _told(mark: Mark) -> tuple[object, ...]:
    return mark.sort, mark.reason, mark.words
