"""Today's copy of the vault, made by itself where one was made before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from dsl_desk.domain.errors import StoppedError
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.work.steps import Steps

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.snapshot import SnapshotView
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_SHOWN_AFTER_MS: Final = 600  # a small vault is copied before anybody could read the words
_GIVES_WAY: Final = 3  # times; a copy that is put off for ever is no copy


class DailyCopy(QFrame):
    """A strip above the page while the copy is being made: how far it is, and Stop.

    Whoever asks for something else goes first: the copy is then begun again a little later.

    Signals:
        said(str): it is made.
    """

    said = Signal(str)

    def __init__(self, worker: Worker[Desk], clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._worker, self._clock = worker, clock
        self._steps: Steps | None = None
        self._stopped = False
        self._gave_way = 0
        self._settled_on: date | None = None
        self.progress = Progress(self.tr("Making today's copy of the vault"), self.tr("Stop"))
        self.progress.cancel_wanted.connect(self._stop)
        self.told = Label("", Voice.BODY, Meaning.AMBER).wrapped()
        self.close_link = Link(self.tr("Close"), Meaning.AMBER)
        self.close_link.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 9, 28, 9)
        row.setSpacing(12)
        for widget in (self.progress, self.told):
            row.addWidget(widget, 1)
        row.addWidget(self.close_link)
        self._soon = QTimer(self, singleShot=True, interval=_SHOWN_AFTER_MS)
        self._soon.timeout.connect(self._show_strip)
        self.hide()

    def look(self) -> None:
        """See whether a copy is due, and make it."""
        today = self._clock.now().date()
        if self._steps is None and self._settled_on != today:
            self._worker.ask(self, lambda desk: desk.snapshots.due(), self._take)

    def _take(self, folder: Path | None) -> None:
        if folder is None or self._steps is not None:
            return
        worker, patient = self._worker, self._gave_way < _GIVES_WAY
        steps = self._steps = Steps(self, lambda: patient and worker.is_wanted)
        steps.moved.connect(self._show_progress)
        self._stopped = False
        self._show_progress(0)
        self._soon.start()
        self._worker.do(
            self,
            lambda desk: desk.snapshots.take(folder, steps),
            lambda view: self._taken(folder, view),
            self._failed,
        )

    def _show_progress(self, done: float) -> None:
        self.progress.show_progress(done, self.tr("You can keep working."))

    def _taken(self, folder: Path, _view: SnapshotView) -> None:
        self._rest()
        self._settle()
        self.said.emit(self.tr("Today's copy of the vault is made"))
        self._worker.ask(self, lambda desk: desk.snapshots.thin_out(folder), lambda _count: None)

    def _failed(self, error: DeskError) -> None:
        self._rest()
        if isinstance(error, StoppedError) and not self._stopped:
            self._gave_way += 1  # somebody waited: it is due still, and looked for again
            return
        self._settle()
        if not self._stopped:
            lead = self.tr("Today's copy of the vault was not made.")
            self._show_strip(f"{lead} {advice_for(error).words}")

    def _stop(self) -> None:
        if self._steps is not None:
            self._stopped = True
            self._steps.stop()

    def _show_strip(self, told: str = "") -> None:
        """Show how far it is, or, with words, what stopped it."""
        self.told.say(told)
        self.progress.setVisible(not told)
        for widget in (self.told, self.close_link):
            widget.setVisible(bool(told))
        self.show()

    def _settle(self) -> None:
        self._settled_on, self._gave_way = self._clock.now().date(), 0

    def _rest(self) -> None:
        self._steps = None
        self._soon.stop()
        self.hide()
