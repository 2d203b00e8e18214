"""One thing that needs doing: the whole row opens the record, the button does the next act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from dsl_desk.ui.today.need_words import RowWords

_SIDES = 16
_WHEN = 132
_VERB = 136  # the longest of them, so that they stand under one another
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NeedRow(QFrame):
    """Icon, what and about whom, when, one verb.

    Signals:
        opened(): the record behind it is wanted.
        act_wanted(): the button was pressed.
    """

    opened = Signal()
    act_wanted = Signal()

    def __init__(self, words: RowWords, *, first: bool) -> None:
        super().__init__()
        self.setObjectName("needRow" if first else "cardLine")
        self.setAccessibleName(words.spoken())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("ring_radius", 8)
        self.button = Button(words.verb)
        self.button.setAccessibleName(f"{words.verb}: {words.title}")
        self.button.setMinimumWidth(theme().px(_VERB))
        self.button.clicked.connect(self.act_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDES, 11, _SIDES - 2, 11)
        row.setSpacing(16)
        ink = Meaning.RED if words.late else Meaning.INK2
        row.addWidget(IconView(words.icon, ink, 18))
        row.addWidget(_two(words.title, Voice.STRONG, words.detail), 1)
        if words.when:
            when = _two(words.when, Voice.SECONDARY_STRONG, words.when_more, late=words.late)
            when.setFixedWidth(theme().px(_WHEN))
            row.addWidget(when, 0, Qt.AlignmentFlag.AlignVCenter)  # its two lines stay together
        row.addWidget(self.button)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self.opened.emit()
        super().mouseReleaseEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.opened.emit()
            return
        super().keyPressEvent(event)


def _two(upper: str, voice: Voice, lower: str, *, late: bool = False) -> QWidget:
    """Return two lines under each other."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Label(upper, voice, Meaning.RED if late else Meaning.INK).wrapped())
    if lower:
        column.addWidget(Label(lower, Voice.SECONDARY, Meaning.INK2).wrapped())
    return both
