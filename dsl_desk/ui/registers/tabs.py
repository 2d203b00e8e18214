"""The tabs of the registers: one word each, in as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 34
_SIDES = 9  # all of them stand in one line of a usual window
_LINE = 2
_RADIUS = 6


class Tabs(QWidget):
    """One tab is in front; arrows move between them.

    Signals:
        chosen(int): another tab came to the front.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = Flow(self, between=2)
        self._group = QButtonGroup(self)
        for number, word in enumerate(words):
            tab = Tab(word)
            self._group.addButton(tab, number)
            row.addWidget(tab)
        row.addWidget(QWidget())  # the last piece takes what is left of its line
        if words:
            self.choose(0)
        self._group.idToggled.connect(self._tell)

    def choose(self, number: int) -> None:
        """Bring a tab to the front."""
        self._group.button(number).setChecked(True)

    def choice(self) -> int:
        """Return the number of the tab in front."""
        return self._group.checkedId()

    def offer(self, numbers: Sequence[int]) -> None:
        """Show these tabs only."""
        for tab in self._group.buttons():
            tab.setVisible(self._group.id(tab) in numbers)

    def tab(self, number: int) -> QRadioButton:
        """Return one of the tabs."""
        button = self._group.button(number)
        assert isinstance(button, QRadioButton)  # noqa: S101 nothing else was put in
        return button

    def _tell(self, number: int, checked: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        if checked:
            self.chosen.emit(number)


class Tab(QRadioButton):
    """One word; a line under the one in front."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", _RADIUS)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetricsF(theme().font(Voice.SECONDARY_STRONG)).horizontalAdvance(self.text())
        return QSize(round(words) + 2 * _SIDES, theme().px(_HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        front = self.isChecked()
        painter.setFont(theme().font(Voice.SECONDARY_STRONG))
        lively = front or self.underMouse()
        painter.setPen(theme().colour(Meaning.ACCENT if lively else Meaning.INK2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        line = QRectF(0, self.height() - _LINE, self.width(), _LINE)
        painter.fillRect(line, theme().colour(Meaning.ACCENT if front else Meaning.LINE))
