"""The form of a concern filled with what stands there, and why it is changed: passive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.concerns.form import ConcernForm
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.token_field import Finder


class AmendForm(QWidget):
    """Every answer as it stands, to be put right, and the reason above them.

    Signals:
        typed(): somebody typed or chose.
    """

    typed = Signal()

    def __init__(self, of: Concern, today: Callable[[], date], finder: Finder) -> None:
        super().__init__()
        self._of = of
        self.reason = Line()
        self.answers = ConcernForm(today, finder)
        self.answers.show_draft(of.draft)
        self._why = Field(
            self.tr("Why is it changed?"),
            self.reason,
            self.tr("For example: Wren looked at her phone, it was twenty to nine."),
        )
        # Which part of the vault it is kept in hangs on this answer, and no version moves it.
        self._about = Field(self.tr("What is it about?"), self.answers.first.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        for widget in (self._why, self._about, self.answers):
            column.addWidget(widget)
        self.reason.textEdited.connect(self._note_reason)
        self.answers.first.about.chosen.connect(self._about.clear_error)
        self.answers.typed.connect(self.typed)

    def draft(self) -> ConcernDraft:
        """Return what it says from now on; how far it has come is not asked here."""
        was = self._of.draft
        return replace(self.answers.draft(), state=was.state, outcome=was.outcome)

    def kept(self) -> Mapping[str, str]:
        """Return everything that stands in it, and what it is a change of."""
        return {**self.answers.kept(), "reason": self.reason.text(), "of": self._of.entry.id}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self.answers.fill(fields)
        self.reason.setText(fields.get("reason", ""))

    def start_again(self) -> None:
        """Show what stands in the record, and nothing that was typed."""
        self.answers.show_draft(self._of.draft)
        self.reason.clear()

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them in reading order."""
        by_field = {problem.field: problem for problem in problems}
        wrong = []
        first = (
            ("reason", self._why, self.reason),
            ("about", self._about, self.answers.first.about.segment()),
        )
        for name, field, takes_focus in first:
            if name in by_field:
                field.show_error(advice_on(by_field[name]))
                wrong.append(NeedsLook(field.label, takes_focus))
            else:
                field.clear_error()
        return [*wrong, *self.answers.show_problems(problems)]

    def go(self) -> None:
        """Put the focus where one begins."""
        self._why.go()

    def _note_reason(self) -> None:
        self._why.clear_error()
        self.typed.emit()
