"""A side panel folded to one line: what it asks, what is next, and Show all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.sentence import Sentence
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

ICON = 18


class FoldedPanel(QFrame):
    """One line, such as 'Your policy asks 2 things now. Next: tell the coordinator'.

    Signals:
        open_wanted(): Show all was pressed
    """

    open_wanted = Signal()

    def __init__(self, icon: Icon = Icon.SCROLL_TEXT) -> None:
        super().__init__()
        self.setObjectName("foldedPanel")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(6)
        row.addWidget(IconView(icon, Meaning.ACCENT, ICON))
        row.addSpacing(4)
        self._asks = Sentence("", Voice.STRONG, Meaning.INK)
        self._next = Sentence("", Voice.BODY, Meaning.INK)
        row.addWidget(self._asks)
        row.addWidget(self._next)
        row.addStretch(1)
        self.button = Button(self.tr("Show all"), keys="F6").sized(Size.SMALL)
        self.button.setObjectName("showAll")
        self.button.clicked.connect(self.open_wanted)
        row.addWidget(self.button)

    def say(self, asks: str, following: str = "") -> None:
        """Say what the panel holds, and what comes next."""
        self._asks.say(asks)
        self._next.say(following)
        self.setAccessibleName(f"{asks} {following}".strip())
        self.button.setAccessibleDescription(self.accessibleName())
