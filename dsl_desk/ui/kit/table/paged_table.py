"""A table and its pager in one card: it asks for a page, the page of the app brings the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dsl_desk.ui.kit.table.pager import Pager
from dsl_desk.ui.kit.table.rows_model import Column, Row, RowsModel
from dsl_desk.ui.kit.table.table_view import TableView, Widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.ui.kit.table.pages import Pages


class PagedTable(QFrame, Generic[Row]):
    """Rows of facts, a page at a time. Ctrl Home and Ctrl End lead to the first and last page.

    Signals:
        opened(object): this row is to be opened
        page_wanted(int): bring the page of this number, counted from 0, to `show_page`
    """

    opened = Signal(object)
    page_wanted = Signal(int)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        name: str,
        widths: Widths | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pagedTable")
        self.model: RowsModel[Any] = RowsModel(columns, self)
        self.view = TableView(self.model, name, widths)
        self.view.setAccessibleName(name)
        self.pager = Pager()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.view, stretch=1)
        column.addWidget(self.pager)
        self.view.opened.connect(self.opened)
        self.view.page_wanted.connect(self.pager.step)
        self.pager.page_wanted.connect(self.page_wanted)
        self._add_key("Ctrl+Home", first=True)
        self._add_key("Ctrl+End", first=False)

    def show_page(self, rows: Sequence[Row], pages: Pages) -> None:
        """Show these rows, and where among all of them they stand."""
        self.pager.show_pages(pages)
        self.model.show_rows(rows)
        self.view.setAccessibleDescription(pages.words())

    def _add_key(self, keys: str, *, first: bool) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.pager.go(0 if first else self._last()))

    def _last(self) -> int:
        return self.pager.pages.count - 1
