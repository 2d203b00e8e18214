"""Before set-up: the training vault, who may sit down in it, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.training import Seat
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.why import Why
    from dsl_desk.ui.work.worker import Worker

_COLUMN = 520


class TrainingPage(QWidget):
    """Makes the invented school on the worker's thread, then shows its passphrases.

    Signals:
        back_wanted(): back to set-up.
        training_wanted(): open it.
    """

    back_wanted = Signal()
    training_wanted = Signal()

    def __init__(self, worker: Worker[Entrance]) -> None:
        super().__init__()
        self.notice = FailureNotice()
        self.seats = Card()
        self.seats.hide()
        self.open = Button(self.tr("Open the training vault"), Kind.PRIMARY)
        self.back = Button(self.tr("Back"))
        self.open.clicked.connect(self.training_wanted)
        self.back.clicked.connect(self.back_wanted)
        self._told = Label(
            self.tr(
                "An invented school with a term of records. Its passphrases are no secret, so put "
                "no real person into it. It is another vault: nothing in it is seen from yours."
            ),
            meaning=Meaning.INK2,
        ).wrapped()
        self._lay_out()
        self.open.busy(self.tr("Making the invented school"))
        worker.ask(self, lambda entrance: entrance.training(), self._show, self.show_failure)

    def may_leave(self) -> bool:
        """Let the window close: nothing here would be lost."""
        return True

    def rest(self) -> None:
        """Keep what is said: nothing was typed here."""

    def show_why(self, why: Why) -> None:
        """Say nothing: before set-up there is nothing to lock."""

    def show_failure(self, error: DeskError) -> None:
        """Say what stopped it."""
        self.open.rest()
        self.open.setEnabled(False)
        self.notice.show_failure(error)

    def land(self) -> None:
        """Start where one goes on; until the school is made, it does nothing."""
        self.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, seats: tuple[Seat, ...]) -> None:
        self.open.rest()
        for seat in seats:
            who = Label(f"{seat.name}, {seat.role}", Voice.SECONDARY, Meaning.INK3).wrapped()
            words = Label(seat.passphrase, Voice.FINGERPRINT).wrapped()
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for label in (who, words):
                self.seats.column.addWidget(label)
        self.seats.show()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(9)
        buttons.addWidget(self.open)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(14)
        title = Label(self.tr("The training vault"), Voice.LOCK_TITLE).wrapped()
        for widget in (title, self._told, self.notice, self.seats):
            column.addWidget(widget)
        column.addLayout(buttons)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(Middle(column, _COLUMN))
