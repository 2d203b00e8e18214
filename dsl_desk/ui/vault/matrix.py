"""The matrix: members down, parts across, a word in every cell. Arrows move, Enter works a cell."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.domain.rights import Right
from dsl_desk.ui.vault.key_cell import Cell, KeyCell, MemberCell
from dsl_desk.ui.vault.part_head import Corner, PartHead

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.services.members import MemberView


class Matrix(QScrollArea):
    """Scrolls sideways inside itself where the window is narrow; never up and down.

    Signals:
        key_wanted(KeyCell): give or take back this key.
        member_wanted(Member): something about this member.
    """

    key_wanted = Signal(object)
    member_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Who can open what"))
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.cells: list[list[Cell]] = []
        self.heads: list[PartHead] = []
        self._here = (0, 1)
        self._sheet = QWidget()

    def show_rights(self, members: Sequence[MemberView], counts: Mapping[Compartment, int]) -> None:
        """Show who holds what; the cell somebody stood on keeps the focus."""
        had_focus = any(cell.hasFocus() for row in self.cells for cell in row)
        parts = tuple(counts)
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(Corner(), 0, 0)
        self.heads = [PartHead(part, counts[part], _holders(members, part)) for part in parts]
        for column, head in enumerate(self.heads, start=1):
            grid.addWidget(head, 0, column)
        self.cells = [self._row(view, parts) for view in members]
        for number, row in enumerate(self.cells, start=1):
            for column, cell in enumerate(row):
                grid.addWidget(cell, number, column)
        grid.setColumnStretch(0, 3)
        for column in range(1, len(parts) + 1):
            grid.setColumnStretch(column, 2)
        self._sheet = sheet
        self.setWidget(sheet)
        sheet.show()  # a visible scroll area does not do that by itself
        self._stand(*self._here, focus=had_focus)
        self.updateGeometry()

    def cell(self, name: str, part: Compartment) -> KeyCell:
        """Return the cell of a member and a part."""
        return next(
            cell
            for row in self.cells
            for cell in row
            if isinstance(cell, KeyCell) and cell.member.name == name and cell.part is part
        )

    @override
    def sizeHint(self) -> QSize:
        inside = self._sheet.sizeHint()
        bar = self.horizontalScrollBar()
        room = bar.sizeHint().height() if inside.width() > self.width() else 0
        return QSize(inside.width(), inside.height() + room)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # the bar below takes room only where there is one

    def _row(self, view: MemberView, parts: Sequence[Compartment]) -> list[Cell]:
        name = MemberCell(view.member)
        name.clicked.connect(partial(self.member_wanted.emit, view.member))
        row: list[Cell] = [name]
        for part in parts:
            key = KeyCell(view.member, part, view.rights[part])
            key.clicked.connect(partial(self.key_wanted.emit, key))
            row.append(key)
        for cell in row:
            cell.step_wanted.connect(partial(self._step, cell))
            cell.arrived.connect(partial(self._arrive, cell))
        return row

    def _place(self, wanted: Cell) -> tuple[int, int]:
        return next(
            (number, column)
            for number, row in enumerate(self.cells)
            for column, cell in enumerate(row)
            if cell is wanted
        )

    def _step(self, cell: Cell, down: int, across: int) -> None:
        row, column = self._place(cell)
        self._stand(row + down, column + across, focus=True)

    def _arrive(self, cell: Cell) -> None:
        self._stand(*self._place(cell), focus=False)
        self.ensureWidgetVisible(cell, 8, 8)

    def _stand(self, row: int, column: int, *, focus: bool) -> None:
        """Let Tab come back to this cell; the others are reached by arrows."""
        if not self.cells:
            return
        row = min(max(row, 0), len(self.cells) - 1)
        column = min(max(column, 0), len(self.cells[row]) - 1)
        self._here = (row, column)
        for number, line in enumerate(self.cells):
            for place, cell in enumerate(line):
                here = (number, place) == self._here
                cell.setFocusPolicy(
                    Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus
                )
        if focus:
            self.cells[row][column].setFocus()


def _holders(members: Sequence[MemberView], part: Compartment) -> list[str]:
    return [view.member.name for view in members if view.rights[part] is not Right.NONE]
