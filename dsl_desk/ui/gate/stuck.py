"""The lock screen of a vault that cannot even show its face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.gate.why import Why

_COLUMN = 480


class StuckPage(QWidget):
    """What is the matter, what to do, and two ways on.

    Signals:
        look_again_wanted(): somebody has put something right.
        copy_wanted(): a copy of the vault is to be brought back.
    """

    look_again_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, error: DeskError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = FailureNotice()
        self.notice.show_failure(error)
        self.again = Button(self.tr("Look again"), icon=Icon.REFRESH_CW)
        self.again.setObjectName("look-again")
        self.again.clicked.connect(self.look_again_wanted)
        self.copy = Button(self.tr("Bring back a copy"), icon=Icon.HARD_DRIVE)
        self.copy.clicked.connect(self.copy_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(16)
        column.addWidget(Label(self.tr("The vault stays locked"), Voice.LOCK_TITLE).wrapped())
        column.addWidget(self.notice)
        column.addLayout(buttons)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Middle(column, _COLUMN))

    def may_leave(self) -> bool:
        """Let the window close: nothing here would be lost."""
        return True

    def rest(self) -> None:
        """Keep what is said: nothing was typed here."""

    def show_why(self, why: Why) -> None:
        """Keep what is said: it matters more than why the screen is locked."""

    def show_failure(self, error: DeskError) -> None:
        """Say what is the matter now."""
        self.notice.show_failure(error)

    def land(self) -> None:
        """Start on the way out."""
        self.again.setFocus()
