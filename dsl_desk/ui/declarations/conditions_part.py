"""Conditions: those the policy has, each to be ticked, those of one's own, and the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.declaration_review import Condition
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.ui.declarations.policy_lines import clause_mark
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.tick import Tick

if TYPE_CHECKING:
    from dsl_desk.domain.policy.family_links import LinkPolicy

_WIDEST_DAY = 240


class ConditionsPart(Card):
    """Ticked at first: what the policy asks for by a clause.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self, policy: LinkPolicy) -> None:
        super().__init__()
        self._offered = policy.links.conditions
        self.ticks = [Tick(one.words) for one in self._offered]
        self.own = Lines(rows=2)
        self.fields = {
            "conditions": Field(self.tr("Conditions"), self._ticks(policy)),
            "own": Field(self.tr("Of your own"), self.own, self.tr("One to a line."), "(optional)"),
        }
        for name in ("conditions", "own"):
            self.column.addWidget(self.fields[name])
        for tick, one in zip(self.ticks, self._offered, strict=True):
            tick.setChecked(bool(one.clause))
            tick.clicked.connect(self.typed)
        self.own.textChanged.connect(self.typed)

    def conditions(self) -> tuple[Condition, ...]:
        """Return what is ticked, then what was added."""
        ticked = [
            one for one, tick in zip(self._offered, self.ticks, strict=True) if tick.isChecked()
        ]
        own = (line.strip() for line in self.own.text().splitlines())
        return (*ticked, *(Condition(line) for line in own if line))

    def kept(self) -> dict[str, str]:
        """Return what stands here, to be sealed."""
        ticked = [str(at) for at, tick in enumerate(self.ticks) if tick.isChecked()]
        return {"ticked": " ".join(ticked), "own": self.own.text()}

    def fill(self, ticked: str, own: str) -> None:
        """Put back what stood here; this is not typing."""
        chosen = set(ticked.split())
        for at, tick in enumerate(self.ticks):
            tick.setChecked(str(at) in chosen)
        self.own.setPlainText(own)

    def _ticks(self, policy: LinkPolicy) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for tick, one in zip(self.ticks, self._offered, strict=True):
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(tick, 1)
            if one.clause:
                row.addWidget(clause_mark(policy, one.clause))
            column.addLayout(row)
        group.setFocusProxy(self.ticks[0] if self.ticks else self.own)
        return group


class LookAgain(QWidget):
    """The day on which somebody looks at it again.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self, year_ends: str) -> None:
        super().__init__()
        self.line = Line(day_in_words(year_ends))
        self.line.setMaximumWidth(_WIDEST_DAY)
        hint = self.tr("Offered: the end of the school year. Today says so when it has come.")
        self.field = Field(self.tr("Look again on"), self.line, hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        self.line.textEdited.connect(self.typed)

    def day(self) -> str:
        """Return the day, or what was typed in its place."""
        return read_day(self.line.text())
