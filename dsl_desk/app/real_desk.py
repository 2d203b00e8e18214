"""The real desk behind the seam of its process: keyless until a key is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from dsl_desk.app import last_resort
from dsl_desk.app.fronts import DeskFront
from dsl_desk.app.given import door_of
from dsl_desk.app.own_look import keep_look
from dsl_desk.app.version import VERSION
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.ids import MemberId
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.errors.bug_window import BugWindow
from dsl_desk.ui.kit.ask import AskOnScreen
from dsl_desk.ui.shell.came import Came
from dsl_desk.ui.shell.means import Means
from dsl_desk.ui.shell.window import DeskWindow
from dsl_desk.ui.theme.theme import dress
from dsl_desk.ui.work.drafts import DraftKeeper
from dsl_desk.ui.work.errands import Errands
from dsl_desk.ui.work.tidy import TidyAtHome
from dsl_desk.ui.work.worker import Worker

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.domain.bug import Bug
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.theme.look import Look


class RealDesk(DeskFront):
    """Opens the vault on the worker's thread, then shows the window."""

    def __init__(self, app: QApplication, vault: Path, resources: Path, place: Doorstep) -> None:
        super().__init__()
        self._app, self._vault, self._resources, self._place = app, vault, resources, place
        self._tidy = TidyAtHome(self)
        self._worker: Worker[Desk] | None = None
        self._errands: Errands | None = None
        self._drafts: DraftKeeper | None = None
        self.window: DeskWindow | None = None

    @override
    def enter(self, member: str, key: bytes) -> None:
        vault, fonts, place = self._vault, self._resources / "fonts", self._place
        who = MemberId(member)
        self._worker = Worker(lambda: open_desk(vault, who, key, place, fonts), self)
        self._worker.broke.connect(self._broke)
        # The whole desk comes home once; after that only the worker's thread touches the vault.
        self._worker.ask(
            self,
            lambda desk: (desk, desk.settings.lock_after()),
            lambda home: self._show(*home),
            self.refused.emit,
        )

    @property
    def worker(self) -> Worker[Desk]:
        """The vault's thread, once somebody has entered."""
        assert self._worker is not None  # noqa: S101  # nobody asks before
        return self._worker

    def end(self) -> None:
        """Close window, pool and vault one after the other (the tour; a process is just killed)."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        if self._errands is not None:
            self._errands.close()
        self.worker.close(lambda desk: desk.close())
        # Nobody is left to hear the answers that are under way.
        QCoreApplication.removePostedEvents(self.worker)

    @override
    def seal(self) -> None:
        if self.window is not None:
            self.window.rounds.end()
        if self._drafts is not None:
            self._drafts.seal_now()

    def _show(self, desk: Desk, lock_after: int) -> None:
        self._drafts = DraftKeeper(desk.drafts, self)
        self._errands = Errands(self)
        means = Means(
            worker=self.worker,
            errands=self._errands,
            drafts=self._drafts,
            ask=AskOnScreen(),
            clock=self._place.clock,
            face=desk.face,
            member=desk.member,
            words=self._resources / "words",
            door=door_of(self._vault),
            lock_after=lock_after,
        )
        self.window = DeskWindow(means)
        self.window.lock_wanted.connect(self.lock_wanted)
        self.window.quit_wanted.connect(self.quit_wanted)
        self.window.broke.connect(last_resort.take)
        self.window.look_wanted.connect(self._dress)
        self.window.painted.connect(self._tell_opened)
        self._came = Came(self.window, means.door)
        last_resort.answer_in_window(self._show_bug)
        self.window.showMaximized()
        # The keyboard is the gate's, which is about to end: it does not come to us by itself.
        self.window.raise_()
        self.window.activateWindow()

    def _broke(self, bug: BaseException) -> None:
        last_resort.take(bug)
        if self.window is None:  # nobody sees it, and the gate would say "Unlocking" for ever
            self.refused.emit(DeskError())

    def _tell_opened(self) -> None:
        if self.window is not None:
            self.window.painted.disconnect(self._tell_opened)
        self.opened.emit()

    def _dress(self, look: Look) -> None:
        keep_look(look)
        dress(self._app, self._resources, look)

    def _show_bug(self, bug: Bug) -> None:
        window = BugWindow(bug, VERSION, self.window)
        window.open()
