"""The lock screen's window. It holds no record, and after the key is handed over it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.gate.side import Side
from dsl_desk.ui.gate.tries import Tries
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.gate.why import Tone, Why, why_of
from dsl_desk.ui.kit.reading_order import TabbedAsRead
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.kit.shortcut import Shortcut

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from dsl_desk.domain.face import Face
    from dsl_desk.ui.gate.copies import CopiesPage
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.knock import Knock
    from dsl_desk.ui.gate.leaving_page import LeavingPage
    from dsl_desk.ui.gate.leavings import Leaving
    from dsl_desk.ui.gate.set_up import SetUpPage
    from dsl_desk.ui.gate.shut_page import ShutPage
    from dsl_desk.ui.gate.stuck import StuckPage
    from dsl_desk.ui.gate.training_page import TrainingPage
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.worker import Worker

    GatePage = (
        UnlockPage | SetUpPage | StuckPage | CopiesPage | ShutPage | LeavingPage | TrainingPage
    )

USUAL = QSize(1366, 730)
_SIDE_SHARE = 0.404


class GateWindow(TabbedAsRead, QMainWindow):
    """Two halves: anybody with a worry at the left, members at the right.

    Signals:
        key_ready(str, object): member id and 32 key bytes; the passphrase was right.
        quit_wanted(): the window was closed.
        training_wanted(): the training vault is to be opened instead.
        painted(): a picture of the whole window was drawn.
        broke(BaseException): a bug.
    """

    key_ready = Signal(str, object)
    quit_wanted = Signal()
    training_wanted = Signal()
    painted = Signal()
    broke = Signal(object)

    _bar: QWidget | None = None

    def __init__(self, entrance: Entrance, ask: Ask | None = None) -> None:
        super().__init__()
        self.setObjectName("gate")
        self.setWindowTitle("DSL Desk")
        self.setMinimumSize(720, 480)  # scaled displays are small; what does not fit scrolls
        self.resize(USUAL)
        self._entrance, self._asking = entrance, ask
        self._worker: Worker[Entrance] | None = None
        self._tries = Tries(self, self._thread, lambda: self.page)
        QShortcut(Shortcut.PASSPHRASE.keys, self).activated.connect(self._land)
        self.side = Side(
            self.tr("Any member of staff can tell us"),
            self.tr(
                "Tell the safeguarding lead yourself, as soon as you can. What you leave here is "
                "sealed as you send it, and only the people it is for can open it."
            ),
        )
        self.side.leaving_wanted.connect(self._leave)
        self._face: Face | None = None
        self._pages = Sheets()
        self._pages.setAccessibleName(self.tr("Lock screen"))
        self._right = QVBoxLayout()
        self._lay_out()
        self.page: GatePage
        self._show_first_page()

    def _lay_out(self) -> None:
        inside = QWidget()
        room = QHBoxLayout(inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self.side)
        self._right.setSpacing(0)
        self._right.addWidget(self._pages, 1)
        room.addLayout(self._right, 1)
        self.setCentralWidget(inside)

    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        """Stand before everything and say why. Whatever was typed here before is gone."""
        self.page.rest()
        self.page.show_why(why_of(why, at, facts))
        self.showMaximized()
        self.raise_()
        self.activateWindow()
        self.page.land()

    def end(self) -> None:
        """Let the background thread go (tests and the tour; a process just ends)."""
        self._tries.leave_off()
        if self._worker is not None:
            self._worker.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.page.may_leave():
            event.ignore()
            return
        self.quit_wanted.emit()
        super().closeEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.side.setFixedWidth(round(min(640, self.width() * _SIDE_SHARE)))
        super().resizeEvent(event)

    def _show_first_page(self) -> None:
        # Read here and now: the face is one small page, and an empty screen would be a riddle.
        try:
            face = self._entrance.face()
        except DeskError as error:
            self._show_stuck(error)
            return
        if face is None:
            self._show_set_up()
        elif self._entrance.may_begin_again():
            self._show_shut(face)
        else:
            self._show_unlock(face)

    def _show_unlock(self, face: Face) -> None:
        unlock = UnlockPage()
        unlock.show_face(face)
        unlock.unlock_wanted.connect(self._unlock)
        unlock.wait_wanted.connect(self._tries.ask_soon)
        unlock.file_wanted.connect(self._choose_key_file)
        unlock.copy_wanted.connect(self._show_copies)
        self.side.show_school(face.school, face.members)
        self._face = face
        if face.training and self._bar is None:
            from dsl_desk.ui.kit.training_bar import TrainingBar  # noqa: PLC0415  # seldom needed

            self._bar = TrainingBar(shown=True)
            self._right.insertWidget(0, self._bar)
        self._show(unlock)

    # What is seldom shown is loaded when it is shown: the lock screen is waited for every day.

    def _show_set_up(self) -> None:
        from dsl_desk.ui.gate.set_up import SetUpPage  # noqa: PLC0415  # see above

        page = SetUpPage(self._thread(), self._ask())
        page.key_ready.connect(self.key_ready)
        page.copy_wanted.connect(self._show_copies)
        page.training_wanted.connect(self._show_training)
        self._show(page)
        self.side.hide()

    def _show_training(self) -> None:
        from dsl_desk.ui.gate.training_page import TrainingPage  # noqa: PLC0415  # see above

        page = TrainingPage(self._thread())
        page.back_wanted.connect(self._look_again)
        page.training_wanted.connect(self.training_wanted)
        self._show(page)
        page.land()

    def _leave(self, leaving: Leaving) -> None:
        """Show the form of what somebody wants to leave: nobody has to unlock for that."""
        from dsl_desk.ui.gate.leaving_page import LeavingPage  # noqa: PLC0415  # see above

        if self._face is not None and isinstance(self.page, UnlockPage):
            page = LeavingPage(
                leaving.form(self._face, self._entrance.today()),
                self._thread(),
                self._ask(),
            )
            page.back_wanted.connect(self._look_again)
            self._show(page)
            self.side.show_points(page.form.points)
            page.land()

    def _show_shut(self, face: Face) -> None:
        from dsl_desk.ui.gate.shut_page import ShutPage  # noqa: PLC0415  # see above

        shut = ShutPage()
        shut.code_wanted.connect(lambda: self._have_code(face))
        shut.begin_again_wanted.connect(lambda: self._begin_again(shut))
        self._show(shut)

    def _have_code(self, face: Face) -> None:
        self._show_unlock(face)
        self.page.land()

    def _begin_again(self, shut: ShutPage) -> None:
        from dsl_desk.ui.gate.shut_page import BEGIN_AGAIN  # noqa: PLC0415  # see above

        if self._ask().confirm(self, BEGIN_AGAIN) is not None:
            shut.begin.busy(self.tr("Clearing the place"))
            self._thread().ask(
                self,
                lambda entrance: entrance.begin_again(),
                lambda _done: self._look_again(),
                self._fail,
            )

    def _show_stuck(self, error: DeskError) -> None:
        from dsl_desk.ui.gate.stuck import StuckPage  # noqa: PLC0415  # see above

        stuck = StuckPage(error)
        stuck.look_again_wanted.connect(self._look_again)
        stuck.copy_wanted.connect(self._show_copies)
        self._show(stuck)

    def _show_copies(self) -> None:
        from dsl_desk.ui.gate.copies import CopiesPage  # noqa: PLC0415  # see above

        page = CopiesPage(self._thread(), self._ask())
        page.back_wanted.connect(self._look_again)
        page.brought_back.connect(self._ask_for_kit)
        self._show(page)
        page.land()

    def _look_again(self) -> None:
        self._show_first_page()
        self._land()

    def _ask_for_kit(self, words: str) -> None:
        """Ask for the kit: this account is new to the vault, or its keychain does not know it."""
        self._show_first_page()
        self.page.show_why(Why(words, Tone.READ_FIRST))
        if isinstance(self.page, UnlockPage):
            self.page.ask_for_kit()
        self.page.land()

    def _show(self, page: GatePage) -> None:
        # What was there goes: the form of set-up still holds the passphrase.
        while (before := self._pages.front()) is not None:
            self._pages.take_out(before)
            before.deleteLater()
        self.page = page
        self.side.show()
        self.side.offer(leaving=isinstance(page, UnlockPage))
        self._pages.put(page)
        self._pages.bring(page)

    def _thread(self) -> Worker[Entrance]:
        # Made when first needed: the first picture of the gate must not wait for it.
        if self._worker is None:
            from dsl_desk.ui.work.worker import Worker  # noqa: PLC0415  # see above

            entrance = self._entrance
            self._worker = Worker(lambda: entrance, self)
            self._worker.broke.connect(self.broke)
        return self._worker

    def _land(self) -> None:
        self.page.land()

    def _ask(self) -> Ask:
        if self._asking is None:
            from dsl_desk.ui.kit.ask import AskOnScreen  # noqa: PLC0415  # see above

            self._asking = AskOnScreen()
        return self._asking

    def _unlock(self, knock: Knock) -> None:
        self._tries.leave_off()
        self._thread().ask(
            self,
            lambda entrance: entrance.key_for(knock),
            lambda key: self.key_ready.emit(knock.member, key),
            self._fail,
        )

    def _choose_key_file(self) -> None:
        file = self._ask().which_file(self, self.tr("Choose your key file"), "")
        if file is not None and isinstance(self.page, UnlockPage):
            self.page.take_file(file)

    def _fail(self, error: DeskError) -> None:
        self.page.show_failure(error)
