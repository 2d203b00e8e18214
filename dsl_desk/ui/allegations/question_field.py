"""Where a question of the table is answered: a pick where it has choices, else a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.typed_times import day_of
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.allegation_questions import Question

_UNANSWERED = "Not answered"


class Answering(QObject):
    """One question and its control. Nothing is chosen before somebody chooses.

    Signals:
        typed(): it is answered otherwise.
    """

    typed = Signal()

    def __init__(self, question: Question, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today if question.day else None
        choices = question.choices
        self._values = ["", *(str(one.value) for one in choices)] if choices else []
        self._pick = Pick([_UNANSWERED, *(label(one) for one in choices)]) if choices else None
        self._line = None if choices else Line()
        if self._pick is not None:
            self._pick.activated.connect(self.typed)
        if self._line is not None:
            self._line.textEdited.connect(self.typed)

    @property
    def control(self) -> QWidget:
        """What is shown."""
        return self._pick or self._line or Line()

    def answer(self) -> str:
        """Return the answer as an entry keeps it."""
        if self._pick is not None:
            return self._values[self._pick.currentIndex()]
        typed = self._line.text() if self._line is not None else ""
        day = day_of(typed, self._today()) if self._today is not None else None
        return typed if day is None else day.isoformat()

    def show_answer(self, answer: str) -> None:
        """Show an answer; this is not typing."""
        if self._pick is not None:
            known = answer in self._values
            self._pick.setCurrentIndex(self._values.index(answer) if known else 0)
        if self._line is not None:
            self._line.setText(day_in_words(answer))
