"""The lock screen's window. It holds no record, and after the key is handed over it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.gate.side import Side
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.gate.why import why_of

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from dsl_desk.ui.gate.answers import SetUpAnswers
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.gate.set_up import SetUpPage
    from dsl_desk.ui.gate.stuck import StuckPage
    from dsl_desk.ui.work.worker import Worker

    GatePage = UnlockPage | SetUpPage | StuckPage

SMALLEST = QSize(1024, 600)
USUAL = QSize(1366, 730)
_SIDE_SHARE = 0.404


class GateWindow(QMainWindow):
    """Two halves: anybody with a worry at the left, members at the right.

    Signals:
        key_ready(str, object): member id and 32 key bytes; the passphrase was right.
        quit_wanted(): the window was closed.
        painted(): a picture of the whole window was drawn.
        broke(BaseException): a bug.
    """

    key_ready = Signal(str, object)
    quit_wanted = Signal()
    painted = Signal()
    broke = Signal(object)

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gate")
        self.setWindowTitle("DSL Desk")
        # Display scaling makes small laptops smaller still; everything below this scrolls.
        self.setMinimumSize(720, 480)
        self.resize(USUAL)
        self._entrance = entrance
        self._worker: Worker[Entrance] | None = None
        self.side = Side(
            self.tr("Worried about a child? Say so today."),
            self.tr(
                "Tell the safeguarding lead yourself, in your own words, as soon as you can. "
                "You do not need proof, and you do not need to be sure."
            ),
        )
        self._pages = QStackedWidget()
        self._pages.setAccessibleName(self.tr("Lock screen"))
        inside = QWidget()
        room = QHBoxLayout(inside)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self.side)
        room.addWidget(self._pages, 1)
        self.setCentralWidget(inside)
        self.page: GatePage
        self._show_first_page()

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
        if self._worker is not None:
            self._worker.close()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
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
        else:
            unlock = UnlockPage()
            unlock.show_face(face)
            unlock.unlock_wanted.connect(self._unlock)
            self.side.show_school(face.school, face.members)
            self._show(unlock)

    # What is seldom shown is loaded when it is shown: the lock screen is waited for every day.

    def _show_set_up(self) -> None:
        from dsl_desk.ui.gate.set_up import SetUpPage  # noqa: PLC0415  # see above

        page = SetUpPage()
        page.vault_wanted.connect(self._make)
        self._show(page)

    def _show_stuck(self, error: DeskError) -> None:
        from dsl_desk.ui.gate.stuck import StuckPage  # noqa: PLC0415  # see above

        stuck = StuckPage(error)
        stuck.look_again_wanted.connect(self._look_again)
        self._show(stuck)

    def _look_again(self) -> None:
        self._show_first_page()
        self.page.land()

    def _show(self, page: GatePage) -> None:
        # What was there goes: the form of set-up still holds the passphrase.
        while (before := self._pages.widget(0)) is not None:
            self._pages.removeWidget(before)
            before.deleteLater()
        self.page = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def _thread(self) -> Worker[Entrance]:
        # Made when first needed: the first picture of the gate must not wait for it.
        if self._worker is None:
            from dsl_desk.ui.work.worker import Worker  # noqa: PLC0415  # see above

            entrance = self._entrance
            self._worker = Worker(lambda: entrance, self)
            self._worker.broke.connect(self.broke)
        return self._worker

    def _unlock(self, member_id: str, passphrase: str) -> None:
        self._thread().ask(
            self,
            lambda entrance: entrance.derive(member_id, passphrase),
            lambda key: self.key_ready.emit(member_id, key),
            self._fail,
        )

    def _make(self, answers: SetUpAnswers) -> None:
        self._thread().ask(
            self,
            lambda entrance: entrance.create(
                answers.school, answers.name, answers.role, answers.passphrase
            ),
            lambda _nothing: self._made(),
            self._fail,
        )

    def _made(self) -> None:
        self._show_first_page()
        self.page.show_why(why_of("set_up", "", {}))
        self.page.land()

    def _fail(self, error: DeskError) -> None:
        self.page.show_failure(error)
