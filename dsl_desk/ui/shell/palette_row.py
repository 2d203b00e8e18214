"""How a row of the palette is painted: icon and words at the left, what it is at the right.

The first of a group carries the group's heading above it, so that every row is one to choose.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from dsl_desk.domain.finding import marks
from dsl_desk.ui.kit.chip import part_face
from dsl_desk.ui.kit.key_cap import cap_size, paint_cap
from dsl_desk.ui.kit.marked_text import paint_marked
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from dsl_desk.ui.shell.palette_item import PaletteItem

ROW = Qt.ItemDataRole.UserRole
_HIGH = 40
_HEADING = 32
_SIDE = 18
_EDGE = 3
_ICON = 20
_GAP = 10


@dataclass(frozen=True)
class Shown:
    """An item as it is shown: for which letters, and whether its group begins with it."""

    item: PaletteItem
    typed: str
    heads: bool


class PaletteRow(QStyledItemDelegate):
    """One thing to do, or to open."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = _HEADING if index.data(ROW).heads else 0
        return QSize(100, theme().px(_HIGH) + theme().px(heading) * bool(heading))

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        shown: Shown = index.data(ROW)
        painter.save()
        box = QRectF(option.rect)
        if shown.heads:
            box = _paint_heading(painter, box, shown.item.group.value)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_choice(painter, box)
        room = box.adjusted(_SIDE, 0, -_SIDE, 0)
        icon = theme().icon(shown.item.icon, Meaning.INK2, _ICON)
        painter.drawPixmap(round(room.left()), round(room.center().y() - _ICON / 2), icon)
        room.setRight(_paint_right(painter, room, shown.item) - _GAP)
        room.setLeft(room.left() + _ICON + _GAP)
        words, told = shown.item.words, shown.item.told
        wide = paint_marked(painter, room, words, marks(words, shown.typed))
        room.setLeft(room.left() + wide + _GAP)
        if told and room.width() > _ICON:
            paint_marked(painter, room, told, marks(told, shown.typed), Voice.SECONDARY)
        painter.restore()


def _paint_heading(painter: QPainter, box: QRectF, words: str) -> QRectF:
    """Paint what the group is called, and return where its first row goes."""
    high = theme().px(_HEADING)
    heading = QRectF(box.left() + _SIDE, box.top(), box.width(), high)
    painter.setFont(theme().font(Voice.SECONDARY_STRONG))
    painter.setPen(theme().colour(Meaning.INK3))
    painter.drawText(heading, Qt.AlignmentFlag.AlignVCenter, words)
    return box.adjusted(0, high, 0, 0)


def _paint_choice(painter: QPainter, box: QRectF) -> None:
    painter.fillRect(box, theme().colour(Meaning.ACCENT_SOFT))
    edge = QRectF(box.left(), box.top(), _EDGE, box.height())
    painter.fillRect(edge, theme().colour(Meaning.ACCENT))


def _paint_right(painter: QPainter, room: QRectF, item: PaletteItem) -> float:
    """Paint the keys, the day and the part, from the right; return where the words have to end."""
    right = room.right()
    if item.keys:
        size = cap_size(item.keys)
        right -= size.width()
        top = room.center().y() - size.height() / 2
        cap = QRectF(right, top, size.width(), size.height())
        paint_cap(painter, cap, item.keys, Meaning.INK2)
    if item.day:
        font = theme().font(Voice.SECONDARY)
        wide = QFontMetricsF(font).horizontalAdvance(item.day) + 1
        right -= wide
        painter.setFont(font)
        painter.setPen(theme().colour(Meaning.INK2))
        day = QRectF(right, room.top(), wide, room.height())
        painter.drawText(day, Qt.AlignmentFlag.AlignVCenter, item.day)
    if item.part is not None:
        face = part_face(item.part)
        size = face.size()
        right -= size.width() + (_GAP if item.day else 0)
        top = room.center().y() - size.height() / 2
        face.paint(painter, QRectF(right, top, size.width(), size.height()))
    return right
