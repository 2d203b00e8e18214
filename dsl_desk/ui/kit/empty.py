"""The empty state: what is not here yet, and how it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from dsl_desk.ui.theme.icon import Icon

RADIUS = 10.0
DASH = (3.0, 3.0)
ICON = 24
MIDDLE = Qt.AlignmentFlag.AlignHCenter


class EmptyState(QWidget):
    """An icon, what is not here, how it starts, and at most one button.

    Signals:
        start_wanted(): the button was pressed
    """

    start_wanted = Signal()

    def __init__(self, icon: Icon, title: str, sentence: str, start: str = "") -> None:
        super().__init__()
        self.setObjectName("emptyState")
        self.setAccessibleName(f"{title}. {sentence}")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(IconView(icon, Meaning.INK3, ICON), alignment=MIDDLE)
        column.addSpacing(8)
        for words, voice, ink in (
            (title, Voice.CARD_TITLE, Meaning.INK),
            (sentence, Voice.BODY, Meaning.INK2),
        ):
            label = Label(words, voice, ink).wrapped()
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        if start:
            column.addSpacing(8)
            button = Button(start).sized(Size.SMALL)
            button.setObjectName("emptyStart")
            button.clicked.connect(self.start_wanted)
            column.addWidget(button, alignment=MIDDLE)
        column.addStretch(1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(theme().colour(Meaning.BUTTON_EDGE), 1)
        edge.setDashPattern(DASH)
        painter.setPen(edge)
        painter.setBrush(theme().colour(Meaning.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
