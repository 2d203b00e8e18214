"""Beside a copy being made: its marks with their reasons, and the tick that nobody is to cover."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.evidence.answers import advice_on
from dsl_desk.ui.evidence.mark_list import MarkList
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.sharing_marks import CopyDraft


class CopyPanel(QWidget):
    """Passive, but for what is typed in it."""

    def __init__(self) -> None:
        super().__init__()
        self.marks = MarkList()
        self.nobody = Tick(self.tr("Nobody else is in it. Nothing is covered"))
        self.letters = Tick(self.tr("Single letters draw, and O shows the original"))
        self.letters.setObjectName("letter-keys")
        self._field = Field(self.tr("If there is no cover"), self.nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(16)
        column.addWidget(self.marks)
        column.addWidget(self._field)
        column.addWidget(self.letters)
        column.addStretch(1)

    def draft(self) -> CopyDraft:
        """Return what is on the copy, as it would be saved."""
        draft = self.marks.draft
        return replace(draft, nothing_to_cover=self.nobody.isChecked() and not draft.covers)

    def show_draft(self, draft: CopyDraft) -> None:
        """Show what is on the copy now."""
        self.marks.show_draft(draft)
        self._field.setVisible(not draft.covers)

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show what is missing beside what it is missing from; return it for the bottom bar."""
        self.marks.show_problems(problems)
        self._field.clear_error()
        for problem in problems:
            if problem.field == "nothing_to_cover":
                self._field.show_error(advice_on(problem))
        fields = [row.field for row in self.marks.rows] + [self._field]
        return [NeedsLook(field.label, field.control) for field in fields if field.error()]
