"""What stands above the one page of a call: that the rest is covered, and for how long."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.shell.top_bar import HEIGHT
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class CallBar(QFrame):
    """One line in the place of the top bar.

    Signals:
        lock_wanted(): lock now.
    """

    lock_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top-bar")
        self.setAccessibleName(self.tr("On a call"))
        self.setFixedHeight(HEIGHT)
        self.words = Label(
            self.tr("This page stays open. Everything else is covered."), Voice.SECONDARY
        )
        self.left = Label("", Voice.SECONDARY_STRONG).tabular()
        self.left.setAccessibleName(self.tr("Lock clock"))
        self.lock = Button(self.tr("Lock"), icon=Icon.LOCK_KEYHOLE, keys="Ctrl L")
        self.lock.clicked.connect(self.lock_wanted)
        room = QHBoxLayout(self)
        room.setContentsMargins(28, 0, 20, 0)
        room.setSpacing(10)
        room.addWidget(IconView(Icon.PHONE, Meaning.ACCENT, 18))
        room.addWidget(self.words)
        room.addStretch(1)
        room.addWidget(IconView(Icon.TIMER, Meaning.INK2, 16))
        room.addWidget(Label(self.tr("Locks in"), Voice.SECONDARY, Meaning.INK2))
        room.addWidget(self.left)
        room.addSpacing(6)
        room.addWidget(self.lock)
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Show how long until we lock."""
        minutes, rest = divmod(seconds, 60)
        self.left.setText(f"{minutes}:{rest:02}")
