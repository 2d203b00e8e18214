"""A row that goes on in the next line where there is no more room, as words do."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class Flow(QLayout):
    """Pieces one after the other; the last one takes what is left of its line."""

    def __init__(self, parent: QWidget, around: int = 0, between: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._between = between
        self._high: dict[int, int] = {}  # by width, until a piece changes: Qt asks many times
        self.setContentsMargins(around, around, around, around)

    @override
    def addItem(self, arg__1: QLayoutItem) -> None:
        self._items.append(arg__1)

    def put_before_last(self, piece: QWidget) -> None:
        """Put a piece in before the last one."""
        self.addWidget(piece)
        self._items.insert(len(self._items) - 2, self._items.pop())
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, arg__1: int) -> int:
        if arg__1 not in self._high:
            self._high[arg__1] = self._place(QRect(0, 0, arg__1, 0), move=False)
        return self._high[arg__1]

    @override
    def invalidate(self) -> None:
        self._high.clear()
        super().invalidate()

    @override
    def setGeometry(self, arg__1: QRect) -> None:
        super().setGeometry(arg__1)
        self._place(arg__1, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        around = self.contentsMargins()
        return size + QSize(around.left() + around.right(), around.top() + around.bottom())

    def _place(self, room: QRect, *, move: bool) -> int:
        inside = room.marginsRemoved(self.contentsMargins())
        at, lowest = inside.topLeft(), inside.top()
        for item in self._items:
            size = item.sizeHint()
            last = item is self._items[-1]
            needed = item.minimumSize().width() if last else size.width()
            if at.x() > inside.left() and at.x() + needed > inside.right() + 1:
                at = QPoint(inside.left(), lowest + self._between)
            if last:
                size.setWidth(max(inside.right() + 1 - at.x(), needed))
            size.setWidth(min(size.width(), max(inside.width(), 1)))
            if move:
                item.setGeometry(QRect(at, size))
            lowest = max(lowest, at.y() + size.height())
            at = QPoint(at.x() + size.width() + self._between, at.y())
        return lowest + self.contentsMargins().bottom() - room.top()
