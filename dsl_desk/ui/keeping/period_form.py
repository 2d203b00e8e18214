"""Another number of years for one class, with the school's reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.retention import RetentionClass, what_is_wrong_with_years
from dsl_desk.domain.retention_period import PeriodDraft
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.retention import Rule

_ADVICE: Final = {
    ("years", "missing"): "Write a number of years, for example 25.",
    ("years", "not_years"): "Write a number of years from 1 to 120.",
    ("years", "not_in_years"): "This class is not kept by years.",
    ("reason", "missing"): "Write why the school keeps it for another time.",
    ("reason", "too_long"): "Use at most 200 characters here.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


class PeriodForm(Card):
    """Closed until it is wanted.

    Signals:
        finished(): Change was pressed.
        closed(): Not now was pressed.
    """

    finished = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.of = RetentionClass.CHILD_FILE
        self._title = Label("", Voice.CARD_TITLE).wrapped()
        self.years, self.reason = Line(), Line()
        self.fields = {
            "years": Field(self.tr("Years"), self.years),
            "reason": Field(self.tr("Why?"), self.reason),
        }
        self.save = Button(self.tr("Change it"), Kind.PRIMARY)
        self.not_now = Button(self.tr("Not now"))
        self.save.clicked.connect(self.finished)
        self.not_now.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.not_now)
        buttons.addWidget(self.save)
        self.column.setSpacing(12)
        self.column.addWidget(self._title)
        self.column.addWidget(SideBySide(*self.fields.values()))
        self.column.addLayout(buttons)
        self.hide()

    def ask_for(self, rule: Rule) -> None:
        """Open it for a class, with the years as they are."""
        self.of = rule.of
        self._title.say(f"{label(rule.of)}: for how many years?")
        self.setAccessibleName(self._title.words)
        self.years.setText(str(rule.terms[0].years))
        self.reason.clear()
        self.show_problems(())
        self.show()
        self.fields["years"].go()
        self.years.selectAll()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed as a number."""
        return what_is_wrong_with_years(self.years.text())

    def draft(self) -> PeriodDraft:
        """Return what stands in it."""
        return PeriodDraft(self.of, int(self.years.text()), self.reason.text())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each problem beside its field, and go to the first."""
        wrong = show_beside(
            self.fields, problems, lambda one: _ADVICE.get((one.field, one.code), _NOT_TEXT)
        )
        if wrong:
            wrong[0].control.setFocus()
