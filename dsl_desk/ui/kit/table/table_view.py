"""The table: rows to move in with the keyboard, in columns whose widths are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.table.room import Wish, widths_in
from dsl_desk.ui.kit.table.row_delegate import ROW, RowDelegate
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from dsl_desk.ui.kit.table.rows_model import Column, RowsModel

HEADER = 34
NARROWEST = 56
WIDEST = 360  # what a column takes by itself; people may drag it wider
Move = QAbstractItemView.CursorAction


class Widths(Protocol):
    """Where column widths are kept, per page and never per record."""

    def recall(self, page: str) -> Mapping[str, int]:
        """Return the widths by column title; empty when none were kept."""
        ...

    def remember(self, page: str, widths: Mapping[str, int]) -> None:
        """Keep the widths of this page."""
        ...


class TableView(QTableView):
    """Whole rows are chosen. Enter or a double click opens; letters jump; Home and End too.

    Signals:
        opened(object): this row is to be opened
        page_wanted(int): the key went past this page: -1 for the one before, 1 for the next
    """

    opened = Signal(object)
    page_wanted = Signal(int)

    def __init__(
        self,
        model: RowsModel[Any],
        page: str = "",
        widths: Widths | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self._rows, self._page, self._widths = model, page, widths
        self._kept = dict(widths.recall(page)) if widths else {}
        self._fitted = False
        self._fitting: dict[str, int] = {}
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._dress()
        self._size()
        self.horizontalHeader().sectionResized.connect(self._remember)
        self.doubleClicked.connect(self._open)
        model.modelReset.connect(self._show_new_rows)

    def _dress(self) -> None:
        self.setProperty("ring", "none")  # the delegate rings the row instead
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(24)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _size(self) -> None:
        """Set what grows with the text."""
        self.verticalHeader().setDefaultSectionSize(theme().px(ROW))
        self.horizontalHeader().setFixedHeight(theme().px(HEADER))

    def _fit(self) -> None:
        """Set the widths that were kept, else wide enough for the first rows seen; once."""
        self._fitting = {
            column.title: max(column.width, min(self.sizeHintForColumn(number), WIDEST))
            for number, column in enumerate(self._rows.columns)
        }
        self._make_room()

    def _make_room(self) -> None:
        """Give each column its width in the room there is; what was dragged stays as it is."""
        self._fitted = False  # what follows is our own fitting
        columns = self._rows.columns
        widths = widths_in(self.viewport().width(), [self._wish_of(column) for column in columns])
        for number, width in enumerate(widths):
            self.setColumnHidden(number, not width)
            if width:
                self.setColumnWidth(number, width)
        self._fitted = True

    def _wish_of(self, column: Column[Any]) -> Wish:
        kept = self._kept.get(column.title)
        least = column.width if kept is None else kept
        return Wish(kept or self._fitting[column.title], least, column.gives)

    def _remember(self, number: int, _before: int, width: int) -> None:
        """Keep a width that somebody dragged (our own fitting is no wish of theirs)."""
        if not self._fitted or number == len(self._rows.columns) - 1:
            return  # the last column takes what the window leaves
        self._kept[self._rows.columns[number].title] = width
        if self._widths:
            self._widths.remember(self._page, self._kept)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._rows.row(index.row()))

    def _show_new_rows(self) -> None:
        if self._rows.rowCount():
            if not self._fitted:
                self._fit()
            self.selectRow(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        step = self._step_past(Qt.Key(event.key()))
        if step:
            self.page_wanted.emit(step)
            return
        super().keyPressEvent(event)

    @override
    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        ends = {Move.MoveHome: 0, Move.MoveEnd: self._rows.rowCount() - 1}
        if action in ends and self._rows.rowCount():
            return self._rows.index(ends[action], 0)
        return super().moveCursor(action, modifiers)

    @override
    def keyboardSearch(self, search: str) -> None:
        # Letters look in the first column, wherever the invisible cell cursor stands.
        current = self.currentIndex()
        if current.isValid() and current.column():
            self.setCurrentIndex(current.siblingAtColumn(0))
        super().keyboardSearch(search)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting and event.size().width() != event.oldSize().width():
            self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._size()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._delegate.hovered = -1
        self.viewport().update()

    def _hover(self, point: QPoint) -> None:
        self._delegate.hovered = self.indexAt(point).row()
        self.viewport().update()

    def _step_past(self, key: Qt.Key) -> int:
        """Return which page a key leads to: -1, 1, or 0 for this one."""
        row, last = self.currentIndex().row(), self._rows.rowCount() - 1
        if key == Qt.Key.Key_PageUp and row <= 0:
            return -1
        return 1 if key == Qt.Key.Key_PageDown and row == last else 0
