"""A pick: one of a short list, which stays folded until it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate
from typing_extensions import override

from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QWheelEvent

_CHEVRON = 16
_CHEVRON_RIGHT = 11
_LONGEST_WHOLE = 20  # letters that are shown whole; longer words give way to the page


class Pick(QComboBox):
    """One of several words; letters jump, arrows move."""

    def __init__(self, words: Iterable[str] = (), name: str = "") -> None:
        super().__init__()
        words = list(words)
        self.addItems(words)
        self.setAccessibleName(name)
        # On Linux a reader is told what is chosen as the name of a pick: one without a label beside
        # it would never say what it asks.
        self.setAccessibleDescription(name)
        # A long word must not push the page wider than its window; the list shows it whole.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        longest = max((len(one) for one in words), default=0)
        self.setMinimumContentsLength(min(longest, _LONGEST_WHOLE))
        # The plain delegate obeys the stylesheet's row height; the combo's own does not.
        self.setItemDelegate(QStyledItemDelegate(self))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme().px(_CHEVRON)
        ink = Meaning.INK2 if self.isEnabled() else Meaning.DISABLED_INK
        left = self.width() - side - _CHEVRON_RIGHT
        chevron = theme().icon(Icon.CHEVRON_DOWN, ink, side)
        QPainter(self).drawPixmap(left, (self.height() - side) // 2, chevron)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page scrolled under the mouse must not change an answer.
        event.ignore()
