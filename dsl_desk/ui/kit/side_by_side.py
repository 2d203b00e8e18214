"""Answers side by side while there is room, one under the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BETWEEN = 16
_TWO_FROM = 960  # width of the window; below it forms have one column (look.md 8)


class SideBySide(QWidget):
    """A row of fields, of equal width or by parts; it decides by what they need, at any size."""

    def __init__(self, *fields: QWidget, parts: tuple[int, ...] = (), level: bool = False) -> None:
        super().__init__()
        self._fields = fields
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        # The row's own least width is that of all fields together: we know better.
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        for number, field in enumerate(fields):
            part = parts[number] if parts else 1
            # Level ones are as high as the highest, like cards; fields keep their own height.
            where = Qt.AlignmentFlag(0) if level else Qt.AlignmentFlag.AlignTop
            self._row.addWidget(field, part, where)

    @override
    def minimumSizeHint(self) -> QSize:
        widest = max(field.minimumSizeHint().width() for field in self._fields)
        return QSize(widest, self._row.minimumSize().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        together = sum(field.minimumSizeHint().width() + _BETWEEN for field in self._fields)
        fits = together - _BETWEEN <= self.width() and self.window().width() >= _TWO_FROM
        across = QBoxLayout.Direction.LeftToRight
        self._row.setDirection(across if fits else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)
