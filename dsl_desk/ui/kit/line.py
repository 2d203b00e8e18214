"""A line to write in: one row of words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from dsl_desk.ui.kit.manners import NamedOnTheWayIn
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_PADLOCK = 15
_PADLOCK_LEFT = 11
_PADLOCK_ROOM = 22


class Line(NamedOnTheWayIn, QLineEdit):
    """One row of words; a fixed one keeps its words and shows a padlock."""

    def __init__(self, words: str = "", example: str = "") -> None:
        super().__init__(words)
        self.setPlaceholderText(example)

    def fix(self) -> Line:
        """Make it read-only: what stands here was written down and stays. Return the line."""
        self.setReadOnly(True)
        self.setTextMargins(theme().px(_PADLOCK_ROOM), 0, 0, 0)
        return self

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.isReadOnly():
            side = theme().px(_PADLOCK)
            padlock = theme().icon(Icon.LOCK_KEYHOLE, Meaning.INK3, side)
            QPainter(self).drawPixmap(_PADLOCK_LEFT, (self.height() - side) // 2, padlock)
