"""The lock screen of a vault that was made and never entered: the code, or begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.gate.why import Why

_COLUMN = 480
BEGIN_AGAIN = Question(
    title="Set up again in its place?",
    sentence="Nothing was recorded in it. A code that is on paper opens nothing from then on.",
    act="Set up again",
    keep="Keep this vault",
    grave=True,
)


class ShutPage(QWidget):
    """Set-up ended before the desk was opened, and only the kit's code opens it.

    Signals:
        code_wanted(): somebody has the paper.
        begin_again_wanted(): nobody has; set-up begins again in its place.
    """

    code_wanted = Signal()
    begin_again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = FailureNotice()
        self.code = Button(self.tr("I have the code on paper"), Kind.PRIMARY)
        self.begin = Button(self.tr("Set up again"))
        self.code.clicked.connect(self.code_wanted)
        self.begin.clicked.connect(self.begin_again_wanted)
        told = Label(
            self.tr(
                "Set-up was ended before the desk was opened once. Nothing is recorded in this "
                "vault. Only the code of the recovery kit opens it, and that was shown once. If "
                "it is not on paper, set up again."
            ),
            meaning=Meaning.INK2,
        ).wrapped()
        buttons = QHBoxLayout()
        buttons.setSpacing(9)
        buttons.addWidget(self.code)
        buttons.addWidget(self.begin)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(16)
        title = Label(self.tr("This vault was never opened"), Voice.LOCK_TITLE).wrapped()
        for widget in (title, self.notice, told):
            column.addWidget(widget)
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
        """Say what stopped it."""
        self.begin.rest()
        self.notice.show_failure(error)

    def land(self) -> None:
        """Start where nothing can be lost."""
        self.code.setFocus(Qt.FocusReason.OtherFocusReason)
