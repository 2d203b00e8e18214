"""What the school's policy says of these links and asks about them, each with its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.declaration_standing import DeclarationView
    from dsl_desk.domain.policy.family_links import LinkPolicy


class PolicyLines(QWidget):
    """A line for each rule that the links touch: its words, and the mark of its clause."""

    def __init__(self, view: DeclarationView) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.words: list[str] = []
        for rule in view.rules:
            marks = [clause_mark(view.policy, rule.clause)] if rule.clause else []
            self._say(f"{label(rule.stance)}. {rule.words}", marks)
        for asked in () if view.may_review else view.asked:  # else its duties stand below
            self._say(asked.words, [ClauseMark(one, asked.words) for one in asked.clauses])

    def _say(self, words: str, marks: Sequence[ClauseMark]) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        icon = IconView(Icon.SCROLL_TEXT, Meaning.INK3, 16)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped(), 1)
        for mark in marks:
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.words.append(words)
        self._column.addLayout(row)


def clause_mark(policy: LinkPolicy, clause: str) -> ClauseMark:
    """Return the mark of a clause, with its words where this school has them."""
    said = policy.clauses.get(clause)
    return ClauseMark(clause) if said is None else ClauseMark(said.mark, said.words)
