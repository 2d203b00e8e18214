"""Frozen rows as Qt wants to see them: real text in every cell, for eyes and readers alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from dsl_desk.ui.kit.table.room import Gives
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from dsl_desk.ui.theme.icon import Icon

Row = TypeVar("Row")
Place = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: its title, what it shows of a row, and how that looks and is read aloud."""

    title: str
    value: Callable[[Row], str]
    spoken: Callable[[Row], str] | None = None  # where the eye reads more than the words say
    icon: Callable[[Row], Icon] | None = None
    align: Qt.AlignmentFlag = LEFT
    voice: Voice = Voice.BODY
    meaning: Meaning = Meaning.INK
    ink: Callable[[Row], Meaning] | None = None  # where it tells something of the row
    width: int = 140
    gives: Gives = Gives.NOTHING


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows frozen rows; a new page of rows takes the place of the old one."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Put these rows in the place of those shown."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, number: int) -> Row:
        """Return the row that stands at this line of the page."""
        return self._rows[number]

    @override
    def rowCount(self, parent: Place = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Place = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    # Any: Qt's own signature; a role decides what kind of thing comes back.
    @override
    def data(self, index: Place, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.value(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {(column.spoken or column.value)(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return None
