"""How a row of a table is painted: words on a hairline, soft when chosen, ringed in focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dsl_desk.ui.kit.table.rows_model import Column, RowsModel
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

Place = QModelIndex | QPersistentModelIndex
SIDE = 12
ICON = 15
AFTER_ICON = 8
BAR = 3
RING = 2
ROW = 36


class RowDelegate(QStyledItemDelegate):
    """Paints cells in the column's own voice and ink."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Place) -> QSize:
        column = self._column(index)
        words = QFontMetrics(theme().font(column.voice)).horizontalAdvance(_words(index))
        icon = theme().px(ICON) + AFTER_ICON if column.icon else 0
        return QSize(words + icon + 2 * SIDE + 2, theme().px(ROW))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Place) -> None:
        # Any: the stubs of this Qt leave the option's own members out.
        seen: Any = option
        box: QRect = seen.rect
        chosen = bool(seen.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, self._fill(index, chosen=chosen))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme().colour(Meaning.LINE))
        if chosen and index.column() == 0:
            bar = QRect(box.left(), box.top(), BAR, box.height())
            painter.fillRect(bar, theme().colour(Meaning.ACCENT))
        self._paint_words(painter, box.adjusted(SIDE, 0, -SIDE, 0), index)
        if chosen and seen.widget is not None and seen.widget.hasFocus():
            self._paint_ring(painter, box, index)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, index: Place) -> None:
        column = self._column(index)
        told = column.ink(self._row(index)) if column.ink else None
        if column.icon is not None:
            hue = told or Meaning.INK2
            picture = theme().icon(column.icon(self._row(index)), hue, theme().px(ICON))
            size = picture.deviceIndependentSize()
            top = box.top() + (box.height() - size.height()) / 2
            painter.drawPixmap(QPointF(box.left(), top), picture)
            box = box.adjusted(int(size.width()) + AFTER_ICON, 0, 0, 0)
        font = theme().font(column.voice)
        painter.setFont(font)
        painter.setPen(theme().colour(told or column.meaning))
        cut = QFontMetrics(font).elidedText(_words(index), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, column.align, cut)

    def _paint_ring(self, painter: QPainter, box: QRect, index: Place) -> None:
        """Paint this cell's share of a ring around the whole row."""
        first = index.column() == 0
        last = index.column() == self._model(index).columnCount() - 1
        painter.setPen(QPen(theme().colour(Meaning.FOCUS), RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = QRectF(box).adjusted(1 if first else -RING, 1, -1 if last else RING, -1)
        painter.drawRect(ring)

    def _fill(self, index: Place, *, chosen: bool) -> QColor:
        if chosen:
            return theme().colour(Meaning.ACCENT_SOFT)
        hovered = index.row() == self.hovered
        return theme().colour(Meaning.INSET if hovered else Meaning.SURFACE)

    def _column(self, index: Place) -> Column[Any]:
        return self._model(index).columns[index.column()]

    def _row(self, index: Place) -> object:
        return self._model(index).row(index.row())

    def _model(self, index: Place) -> RowsModel[Any]:
        model = index.model()
        assert isinstance(model, RowsModel)  # noqa: S101 - this delegate is made for it alone
        return model


def _words(index: Place) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole))
