"""An afternoon at the desk: one vault, and the real windows over it, as often as a story unlocks.

Everything is real but the clock and the questions: the vault on disk, its worker's thread, the
drafts in their spool. Only the processes are left out (test_the_real_processes.py has them), and
the key is a raw one that no passphrase makes, so that a story takes a fraction of a second.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from dsl_desk.app.real_desk import RealDesk
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.shell.spot import CONCERNS
from tests.builders import a_concern_draft, an_entry_id
from tests.fakes.keychain import FakeKeychain
from tests.moulds import a_vault
from tests.stories.heartbeat import Heartbeat

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.vault import Whole
    from dsl_desk.ui.shell.window import DeskWindow
    from tests.fakes.clock import FakeClock

RESOURCES = Path(__file__).parents[2] / "resources"
USUAL = (1366, 738)  # a small laptop, less its title bar
PATIENCE_MS = 8000

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NO = Qt.KeyboardModifier.NoModifier


@dataclass
class Afternoon:
    """Maya Fernsby's vault, and her at it. A story reads: unlock, press, type, wait, lock."""

    folder: Path
    clock: FakeClock
    qtbot: QtBot = field(repr=False)
    member: MemberId = field(init=False)
    key: bytes = field(init=False, repr=False)
    front: RealDesk | None = field(default=None, init=False)
    keychain: FakeKeychain = field(default_factory=FakeKeychain, init=False)
    locks: list[str] = field(default_factory=list, init=False)
    heart: Heartbeat = field(default_factory=Heartbeat, init=False)

    def __post_init__(self) -> None:
        laid = a_vault(self.folder, self.clock)
        self.member, self.key = laid.member, laid.key

    @property
    def place(self) -> Doorstep:
        """The clock, and this afternoon's account."""
        return Doorstep(self.clock, self.keychain)

    # ---- coming and going

    def unlock(self, size: tuple[int, int] = USUAL) -> DeskWindow:
        """Hand the key over, and wait until the window is painted."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        front = self.front = RealDesk(app, self.folder, RESOURCES, self.place)
        front.lock_wanted.connect(self.locks.append)
        with self.qtbot.waitSignal(front.opened, timeout=PATIENCE_MS):
            front.enter(self.member, self.key)
        self.window.showNormal()
        self.window.resize(*size)
        self.window.activateWindow()
        self.wait(lambda: self.window.isActiveWindow() and self.window.width() == size[0])
        self.heart.start(lambda: type(self.window.stack.page).__name__)
        return self.window

    def lock(self) -> None:
        """Do what the supervisor does: a moment to seal, then the end."""
        assert self.front is not None
        self.front.seal()
        self.leave()

    def leave(self) -> None:
        """End the desk as it is: nothing more is sealed than was."""
        self.heart.stop()
        front, self.front = self.front, None
        if front is not None:
            front.end()
            front.deleteLater()

    @property
    def window(self) -> DeskWindow:
        """The unlocked window."""
        assert self.front is not None
        assert self.front.window is not None
        return self.front.window

    # ---- hands and eyes

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(self.focus(), key, modifier)

    def type(self, words: str) -> None:
        """Type words where the focus is, as an input method brings them: in one piece."""
        # QTest types Latin 1 only; a child's words have quotation marks and emoji in them.
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NO, words))

    def focus(self) -> QWidget:
        """Return where a key goes now."""
        return QApplication.focusWidget() or self.window

    def wait(self, fact: Callable[[], object]) -> None:
        """Wait for a fact."""
        self.qtbot.waitUntil(lambda: bool(fact()), timeout=PATIENCE_MS)

    def at_rest(self) -> None:
        """Wait until the vault has answered everything it was asked until now."""
        answered: list[Desk] = []
        assert self.front is not None
        self.front.worker.ask(self.window, lambda desk: desk, answered.append)
        self.wait(lambda: answered)

    # ---- where we are

    def form(self) -> RecordPage:
        """Return the form that is shown."""
        page = self.window.stack.page
        assert isinstance(page, RecordPage)
        return page

    def concern(self) -> ConcernPage:
        """Wait until a concern is shown and read, and return its page."""
        self.wait(lambda: getattr(self.window.stack.page, "is_read", False))
        page = self.window.stack.page
        assert isinstance(page, ConcernPage)
        return page

    def list(self) -> ConcernsPage:
        """Go to the list of concerns, and return it as it has been read."""
        self.window.go(CONCERNS)
        self.at_rest()
        page = self.window.stack.page
        assert isinstance(page, ConcernsPage)
        return page

    # ---- what happens often

    def fill_in(self, draft: ConcernDraft | None = None) -> RecordPage:
        """Open the form with Ctrl N and type the three answers, Tab between them."""
        draft = draft or a_concern_draft()
        self.press(Qt.Key.Key_N, CTRL)
        self.type("".join(one.who.name for one in draft.people))
        self.press(Qt.Key.Key_Tab)
        self.type(draft.told_by.name)
        page = self.form()
        self.tab_to(page.form.first.safe.first)
        self.press(Qt.Key.Key_Space)  # yes, everybody is
        self.tab_to(page.form.words)
        self.type(draft.words)
        return page

    def tab_to(self, wanted: QWidget) -> int:
        """Press Tab until something has the focus; return how often."""
        for count in range(1, 60):
            self.press(Qt.Key.Key_Tab)
            if self.focus() is wanted:
                return count
        raise AssertionError(wanted.accessibleName())

    def finish(self) -> ConcernPage:
        """Record what stands in the form with Ctrl Enter, and wait for the record."""
        self.press(Qt.Key.Key_Return, CTRL)
        return self.concern()

    def recorded(self, count: int = 1) -> None:
        """Let so many concerns have been recorded already. The desk must be locked."""
        assert self.front is None
        desk = self._open()
        for number in range(1, count + 1):
            desk.concerns.record(
                a_concern_draft(about=f"Wren Tamarisk {number}"), an_entry_id(self.clock)
            )
        desk.close()

    def check(self) -> Whole:
        """Prove every entry, as `dsl-desk check` does. The desk must be locked."""
        assert self.front is None
        desk = self._open()
        try:
            return desk.vault.check(lambda _done, _of: None)
        finally:
            desk.close()

    def how_many(self) -> int:
        """Return how many concerns stand in the vault. The desk must be locked."""
        assert self.front is None
        desk = self._open()
        try:
            return desk.concerns.page(0, 1).total
        finally:
            desk.close()

    def _open(self) -> Desk:
        return open_desk(self.folder, self.member, self.key, self.place, RESOURCES / "fonts")
