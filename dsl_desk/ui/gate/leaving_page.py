"""The page on which anybody leaves something: the form, then the slip. Nothing is kept of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.drop_route import Receivers
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.gate.set_up_bar import SetUpBar
from dsl_desk.ui.gate.slip_view import SlipView
from dsl_desk.ui.gate.step_sheet import Sheet
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.drop import Left, Slip, Whom
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.leaving_form import LeavingForm
    from dsl_desk.ui.gate.why import Why
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker

QUIET_MS: Final = 5 * 60 * 1000
_WIDEST: Final = 800


class LeavingPage(QWidget):
    """Asks, seals, says when and by which code. It clears itself when nobody types.

    Signals:
        back_wanted(): back to the lock screen.
    """

    back_wanted = Signal()

    def __init__(self, form: LeavingForm, worker: Worker[Entrance], ask: Ask) -> None:
        super().__init__()
        self.form, self._worker, self._ask = form, worker, ask
        self._left: Left | None = None
        self._receivers = Receivers()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._go)
        self._quiet.start()
        self._title = Label(form.title, Voice.LOCK_TITLE).wrapped()
        self._words = Label(form.words, Voice.BODY, Meaning.INK2).wrapped()
        self.notice, self.slip, self.bar = FailureNotice(), SlipView(), SetUpBar()
        self.slip.hide()
        self.bar.back.setText(self.tr("Back to the lock screen"))
        self.bar.show_way(form.act, back=True)
        self.bar.left.say(self.tr("Clears itself after 5 minutes without typing"))
        self.bar.back_wanted.connect(self._step_back)
        self.bar.on_wanted.connect(self.send)
        form.typed.connect(self._typed)
        form.whom_changed.connect(self._ask_receivers)
        QShortcut(Shortcut.FINISH.keys, self).activated.connect(self.send)
        self._lay_out()

    def send(self) -> None:
        """Seal what was written and leave it, if nothing is missing."""
        self.notice.clear()
        whom = self.form.whom()
        if self.form.mend() or whom is None or not self.slip.isHidden():
            return
        self.bar.go_on.busy(self.tr("Sealing"))
        sort, fields, before = self.form.sort, dict(self.form.fields()), self._left
        # Tried again after a failure, the same words are the same leaving.
        same = before is not None and (before.whom, before.fields) == (whom, fields)
        job = (lambda _entrance: before) if same else lambda one: one.left(sort, whom, fields)
        self._worker.ask(self, job, self._leave, self.show_failure)

    def may_leave(self) -> bool:
        """Let the window close, unless words would be lost that somebody wants to keep."""
        if self.form.is_empty() or not self.slip.isHidden():
            return True
        question = Question(
            title=self.tr("Leave without sending?"),
            sentence=self.tr("What you wrote is not kept anywhere."),
            act=self.tr("Throw it away"),
            keep=self.tr("Keep writing"),
            grave=True,
        )
        return self._ask.confirm(self, question) is not None

    def rest(self) -> None:
        """Forget everything: somebody locked, or the screen is needed."""
        self._go()

    def show_why(self, why: Why) -> None:
        """Say nothing of the lock: this page has gone by then."""

    def show_failure(self, error: DeskError) -> None:
        """Say what stopped it. What was typed is still here."""
        self.bar.go_on.rest()
        self.notice.show_failure(error)

    def land(self) -> None:
        """Start at the first question."""
        self.form.land()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.bar.fit(self.width())
        super().resizeEvent(event)

    def _leave(self, left: Left) -> None:
        self._left = left
        self._worker.ask(self, lambda one: one.leave(left), self._left_it, self.show_failure)

    def _left_it(self, slip: Slip) -> None:
        self._left = None
        self.slip.show_slip(slip, self._receivers.names)
        self.form.clear()
        self.form.hide()
        self._title.say(self.tr("Sealed. Thank you."))
        self._words.say(self.tr("It lies here until the people it is for unlock."))
        self.slip.show()
        self.bar.go_on.rest()
        self.bar.go_on.hide()
        self.bar.left.say(self.tr("This goes by itself after 5 minutes"))
        self.bar.back.setFocus()
        self._quiet.start()

    def _typed(self) -> None:
        self._quiet.start()

    def _ask_receivers(self) -> None:
        whom = self.form.whom()
        if whom is None:
            self._show_receivers(whom, Receivers())
            return
        then = partial(self._show_receivers, whom)
        self._worker.ask(self, lambda one: one.receivers(whom), then, self.show_failure)

    def _show_receivers(self, whom: Whom | None, receivers: Receivers) -> None:
        if whom == self.form.whom():  # an answer to what was asked last
            self._receivers = receivers
            self.form.show_receivers(receivers)

    def _step_back(self) -> None:
        if self.may_leave():
            self._go()

    def _go(self) -> None:
        self._quiet.stop()
        self._left = None
        self.form.clear()
        self.back_wanted.emit()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(8, 0, 0, 0)  # in line with Back
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(14)
        for widget in (self.notice, self.form, self.slip):
            column.addWidget(widget)
        column.addStretch(1)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(Sheet(inside, _WIDEST), 1)
        room.addWidget(self.bar)
