"""The head of a page: its title, one line about it, and at the right who can open it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.spoken import told_together
from dsl_desk.ui.kit.together import Together
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

TOP = Qt.AlignmentFlag.AlignTop


class PageHeader(QWidget):
    """Title and subtitle left; what belongs at the right (a part chip, buttons) is put there.

    A page change gives the title the focus, so that a reader says it together with the part.
    """

    def __init__(self, title: str, subtitle: str = "", right: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName("pageHeader")
        self.title = Label(title, Voice.TITLE, Meaning.INK).wrapped()
        self.title.setObjectName("pageTitle")
        self.title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.setProperty("ring", "none")  # it is read out, not worked
        self.subtitle = Label(subtitle, Voice.BODY, Meaning.INK2).wrapped()
        self.subtitle.setObjectName("pageSubtitle")
        self._right: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._row.addLayout(words, stretch=1)
        if right is not None:
            self.put_right(right)
        self.say(title, subtitle)

    def put_right(self, widget: QWidget) -> None:
        """Put a widget at the right, after those that stand there."""
        self._right.append(widget)
        self._row.addWidget(widget, alignment=TOP)
        self.say(self.title.words, self.subtitle.words)

    def say(self, title: str, subtitle: str) -> None:
        """Show this title and subtitle."""
        self.title.say(title)
        self.subtitle.say(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        beside = (one for one in self._right if not isinstance(one, Together))
        told = told_together(title, *(one.accessibleName() for one in beside), subtitle)
        self.title.setAccessibleName(told.rstrip("."))

    def say_again(self) -> None:
        """Compose what readers hear once more: something at the right says something else."""
        self.say(self.title.words, self.subtitle.words)

    def take_focus(self) -> None:
        """Give the title the focus: a reader announces the page."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
