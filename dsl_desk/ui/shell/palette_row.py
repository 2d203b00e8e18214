"""How a row of the palette is painted: words at the left, keys at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dsl_desk.ui.kit.key_cap import cap_size, paint_cap
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

ITEM = Qt.ItemDataRole.UserRole
_ROW = 40
_SIDE = 18
_EDGE = 3
_TOLD = 190  # what a found line is, at the right


class PaletteRow(QStyledItemDelegate):
    """One thing to do."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, theme().px(_ROW))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item = index.data(ITEM)
        box = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(box, theme().colour(Meaning.ACCENT_SOFT))
            edge = QRectF(box.left(), box.top(), _EDGE, box.height())
            painter.fillRect(edge, theme().colour(Meaning.ACCENT))
        painter.setFont(theme().font(Voice.MENU if chosen else Voice.BODY))
        painter.setPen(theme().colour(Meaning.INK))
        words = box.adjusted(_SIDE, 0, -_SIDE, 0)
        shown = QFontMetricsF(painter.font()).elidedText(
            item.words, Qt.TextElideMode.ElideRight, words.width() - (_TOLD if item.told else 0)
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        if item.told:
            painter.setFont(theme().font(Voice.SECONDARY))
            painter.setPen(theme().colour(Meaning.INK2))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            at_right = words.adjusted(words.width() - _TOLD + _EDGE, 0, 0, 0)
            painter.drawText(at_right, right, item.told)
            painter.restore()
            return
        size = cap_size(item.keys)
        left = box.right() - _SIDE - size.width()
        top = box.center().y() - size.height() / 2
        paint_cap(painter, QRectF(left, top, size.width(), size.height()), item.keys, Meaning.INK2)
        painter.restore()
