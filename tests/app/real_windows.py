"""The real lock screen and the real desk, obeying the orders that the stand-ins obey."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtTest import QTest
from typing_extensions import override

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.paths import resources
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.system.clock import SystemClock
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.shell.spot import NEW_CONCERN
from dsl_desk.ui.theme.look import Look
from dsl_desk.ui.theme.theme import dress
from dsl_desk.ui.work.errands import Errands
from tests.app.real_program import PASSPHRASE
from tests.app.stand_in_windows import Orders
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.domain.progress import Progress
    from dsl_desk.ui.shell.window import DeskWindow

_EXPORT_LENGTH = 90_000  # characters: some thirty pages, printed again and again


class ObedientGate(RealGate):
    def __init__(self, app: QApplication, vault: Path) -> None:
        dress(app, resources(), Look())
        super().__init__(FolderEntrance(vault, Doorstep(SystemClock(), FakeKeychain())))
        self._orders = Orders(vault)
        self._orders.came.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._orders.listen()

    @override
    def cover(self, why: str, at: str, facts: dict[str, str]) -> None:
        super().cover(why, at, facts)
        self._orders.tell("Why", json.dumps([why, facts]))

    @Slot(str)
    def _obey(self, order: str) -> None:
        page = self.window.page
        if order == "unlock":
            assert isinstance(page, UnlockPage)
            page.passphrase.put(PASSPHRASE)
            page.button.click()
        elif order == "quit":
            self.window.close()


class ObedientDesk(RealDesk):
    def __init__(self, app: QApplication, vault: Path) -> None:
        dress(app, resources(), Look())
        super().__init__(app, vault, resources(), Doorstep(SystemClock(), FakeKeychain()))
        self._long_jobs = Errands(self)
        self._told_drafts = False
        self._orders = Orders(vault)
        self._orders.came.connect(self._obey, Qt.ConnectionType.QueuedConnection)
        self._orders.listen()
        self.opened.connect(self._tell_drafts)

    @property
    def open_window(self) -> DeskWindow:
        assert self.window is not None
        return self.window

    @Slot(str)
    def _obey(self, order: str) -> None:
        word, _, text = order.partition(" ")
        if word == "type":
            self._form().form.words.setPlainText(text)
            self._orders.tell("Typed")
        elif word == "lock":
            assert QTest.qWaitForWindowActive(self.open_window)
            self._orders.tell("Pressed")
            control = Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(self.open_window, Qt.Key.Key_L, control)
        elif word == "work":
            self._long_jobs.run(QObject(self), _export_for_ever, lambda _pdf: None)
            self._orders.tell("Misbehaving")
        elif word == "quit":
            self.open_window.close()

    def _form(self) -> RecordPage:
        if not isinstance(self.open_window.stack.page, RecordPage):
            self.open_window.go(NEW_CONCERN)
        page = self.open_window.stack.page
        assert isinstance(page, RecordPage)
        return page

    def _tell_drafts(self) -> None:
        self._orders.tell("Drafts", self._form().form.draft().words)


def _export_for_ever(progress: Progress) -> bytes:
    """Print a long concern again and again, as an export of a whole year would."""
    from dsl_desk.documents.concern import print_concern  # noqa: PLC0415 - as the app does
    from dsl_desk.documents.leaf import Made  # noqa: PLC0415 - as above
    from dsl_desk.domain.done import NOTHING_DONE  # noqa: PLC0415 - as above
    from tests.builders import a_concern, a_face, a_member  # noqa: PLC0415 - as above

    concern = a_concern(words="They said it again. " * (_EXPORT_LENGTH // 20))
    made = Made(a_member(), SystemClock().now(), resources() / "fonts")
    while True:
        print_concern((concern,), NOTHING_DONE, a_face(), made)
        progress(1, 2)
