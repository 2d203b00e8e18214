"""The gallery: every component of the kit, in every state, together on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.gallery import controls, frames, rows, standing
from dsl_desk.ui.kit.reading_order import TabbedAsRead

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from dsl_desk.ui.gallery.section import Section

SIDES = 26
GUTTER = 28
SCROLL_BAR = 14
STACKS: tuple[tuple[Callable[[], Section], ...], ...] = (
    (
        controls.buttons,
        controls.fields,
        controls.people_and_times,
        controls.choices,
        controls.progress,
        controls.body_map,
    ),
    (standing.statuses, standing.parts, standing.duties),
    (frames.confirm, frames.toast, frames.empty, frames.training, frames.steps, frames.limits),
)
FOOT = (
    standing.timeline,
    standing.versions,
    standing.drawn_pages,
    frames.headers,
    frames.panels,
    frames.bars,
    rows.table,
)


class GalleryPage(TabbedAsRead, QWidget):
    """Three columns that scroll; two or one where the window is narrow."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("galleryPage")
        self.setAccessibleName("Gallery")
        self._stacks = [_stack([make() for make in makers]) for makers in STACKS]
        self._columns = [QVBoxLayout() for _stack_of in self._stacks]
        self.across = 0
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole = self._sheet()
        scroll.setWidget(self._whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._spread(len(self._stacks))

    def whole_height(self) -> int:
        """Return how high a window would have to be to show all of it at this width."""
        wanted = self._whole.heightForWidth(self._whole.width())
        return max(wanted, self._whole.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread(self._fitting())

    def _fitting(self) -> int:
        """Return how many columns there is room for, at this text size."""
        first, second, third = (stack.minimumSizeHint().width() for stack in self._stacks)
        room = self.width() - 2 * SIDES - SCROLL_BAR
        if first + second + third + 2 * GUTTER <= room:
            return 3
        return 2 if max(first, third) + second + GUTTER <= room else 1

    def _sheet(self) -> QWidget:
        sheet = QWidget()
        sheet.setObjectName("gallerySheet")
        whole = QVBoxLayout(sheet)
        whole.setContentsMargins(SIDES, 22, SIDES, 28)
        beside = QHBoxLayout()
        beside.setSpacing(GUTTER)
        for column in self._columns:
            beside.addLayout(column, stretch=1)
        whole.addLayout(beside)
        for make in FOOT:
            whole.addWidget(make())
        whole.addStretch(1)
        return sheet

    def _spread(self, across: int) -> None:
        """Lay the stacks out in so many columns."""
        if across == self.across:
            return
        self.across = across
        for column in self._columns:
            while column.takeAt(0):
                pass
        for number, stack in enumerate(self._stacks):
            self._columns[number % across].addWidget(stack)
        for number, column in enumerate(self._columns):
            column.addStretch(1)
            self._row_stretch(number, used=number < across)

    def _row_stretch(self, number: int, *, used: bool) -> None:
        row = self._columns[number].parent()
        if isinstance(row, QHBoxLayout):
            row.setStretch(number, 1 if used else 0)


def _stack(sections: Sequence[QWidget]) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for section in sections:
        column.addWidget(section)
    column.addStretch(1)
    return stack
