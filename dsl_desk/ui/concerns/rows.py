"""Rows of short answers, as many as are wanted: a plan for each child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.concern_choices import BodyPlace
from dsl_desk.domain.concern_parts import Plan
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = tuple(BodyPlace)


class PlanRow(QWidget):
    """One child, the risk, and the plan; each child's stands apart."""

    def __init__(self) -> None:
        super().__init__()
        self._was = PersonRef("")
        self.who = Line(example=self.tr("Which child"))
        self.risk = Line(example=self.tr("The risk"))
        self.plan = Line(example=self.tr("What is planned for them"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for line, stretch in ((self.who, 2), (self.risk, 3), (self.plan, 3)):
            line.setAccessibleName(line.placeholderText())
            row.addWidget(line, stretch)

    def answer(self) -> Plan:
        """Return what stands in the row; a name nobody changed still means the same child."""
        name = self.who.text()
        who = self._was if name == self._was.name else PersonRef(name)
        return Plan(who, self.risk.text(), self.plan.text())

    def show_answer(self, plan: Plan) -> None:
        """Show a plan."""
        self._was = plan.who
        self.who.setText(plan.who.name)
        self.risk.setText(plan.risk)
        self.plan.setText(plan.plan)


class Rows(QWidget):
    """Rows, and a button for one more.

    Signals:
        edited(): somebody typed or chose.
    """

    edited = Signal()

    def __init__(self, more: str) -> None:
        super().__init__()
        self.more = Button(more, Kind.QUIET).sized(Size.SMALL)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.more)

    def put_above(self, widget: QWidget) -> None:
        """Put something above all rows."""
        self._column.insertWidget(0, widget, alignment=Qt.AlignmentFlag.AlignLeft)

    def put(self, row: QWidget) -> None:
        """Put a row under the others."""
        self._column.insertWidget(self._column.count() - 1, row)

    def drop(self, rows: Sequence[QWidget]) -> None:
        """Take rows out."""
        for row in rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()


class PlanRows(Rows):
    """The risk and the plan for each child."""

    def __init__(self) -> None:
        super().__init__("Add a child's plan")
        self.rows: list[PlanRow] = []
        self.more.clicked.connect(self._add_and_go)

    def add(self) -> PlanRow:
        """Add an empty row, and return it."""
        row = PlanRow()
        for line in (row.who, row.risk, row.plan):
            line.textEdited.connect(self.edited)
        self.rows.append(row)
        self.put(row)
        return row

    def _add_and_go(self) -> None:
        self.add().who.setFocus()

    def answer(self) -> tuple[Plan, ...]:
        """Return the rows in which something is said."""
        return tuple(
            row.answer()
            for row in self.rows
            if row.who.text().strip() or row.risk.text().strip() or row.plan.text().strip()
        )

    def show_answer(self, plans: Sequence[Plan]) -> None:
        """Show these and no others."""
        self.drop(self.rows)
        self.rows = []
        for plan in plans:
            self.add().show_answer(plan)
