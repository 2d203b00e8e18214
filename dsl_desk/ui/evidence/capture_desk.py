"""The right half of a page one captures on: the stop, the capture, what was captured so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.ids import fresh_id
from dsl_desk.domain.stop import Stop, StopAnswer, WayIn
from dsl_desk.domain.stop_errors import NoPictureError, StopError
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.evidence import ways
from dsl_desk.ui.evidence.alike_hints import AlikeHints
from dsl_desk.ui.evidence.capture_card import CaptureCard
from dsl_desk.ui.evidence.captured_list import CapturedList
from dsl_desk.ui.evidence.capturing import Capturing
from dsl_desk.ui.evidence.grabbing import Grabbing
from dsl_desk.ui.evidence.stop_card import StopCard
from dsl_desk.ui.kit.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.evidence.ways import Incoming


class CaptureDesk(QWidget):
    """Holds the order: first the stop, for this many; then what it shows; only then is it read.

    Signals:
        words_wanted(StopAnswer): it is to be recorded in words instead.
        captured(str): a piece of evidence is written down; its reference.
    """

    words_wanted = Signal(object)
    captured = Signal(str)

    def __init__(self, means: Means, basis: RecordId) -> None:
        super().__init__()
        self._means, self._basis = means, basis
        self._held: tuple[tuple[Path, ...], WayIn] | None = None  # names only, until it is answered
        self._capturing: Capturing | None = None
        self._way = WayIn.FILE
        self.stop = StopCard(means.clock)
        self.card = CaptureCard(means.clock)
        self.notice = FailureNotice()
        self.progress = Progress("", self.tr("Stop"))
        self.progress.cancel_wanted.connect(self._cancel)
        self.list = CapturedList()
        self.hints = AlikeHints(means, self)
        self.hints.told.connect(self.list.show_alike)
        self._looked_over: set[str] = set()
        self._lay_out()
        self.stop.answered.connect(self._answered)
        self.card.paste_wanted.connect(self.paste)
        self.card.files_wanted.connect(self._choose)
        self.card.grab_wanted.connect(self.take_from_screen)
        self.card.offer_grab(means.screen.refusal())
        self.card.dropped.connect(self._drop)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.paste)

    def show_ways(self, *, shown: bool) -> None:
        """Show the stop and the ways in, or only what was captured."""
        for widget in (self.stop, self.card, self.card.rest):
            widget.setVisible(shown)

    def show_pieces(self, pieces: Sequence[Evidence]) -> None:
        """Show what was captured, and look which of it is in another concern already."""
        self.list.show_evidence(pieces)
        anew = [piece.id for piece in pieces if piece.id not in self._looked_over]
        self._looked_over.update(anew)
        self.hints.look_over(anew)

    def paste(self) -> None:
        """Ctrl V, once the stop was answered No; before that it reads nothing at all."""
        if self.card.open:
            self._take(WayIn.PASTE, 1, lambda: (ways.pasted(),))

    def take_from_screen(self) -> None:
        """Take a part of the screen, once the stop was answered No; before, it is not looked at."""
        if not self.card.open:
            return
        capturing = self._capturing_of(WayIn.GRAB, 1)
        if capturing is not None:
            capturing.start_grabbing(Grabbing(self._means.screen, self.window()))

    def show_problem_free(self) -> bool:
        """Show what is missing in the fields; tell whether nothing is."""
        problems = self.card.draft().problems_at(self._means.clock.now())
        self.card.show_problems(problems)
        return not problems

    def _answered(self, answer: StopAnswer) -> None:
        self.notice.clear()
        if answer is not StopAnswer.NO:
            self.card.let(open_=False)
            self._held = None
            self.words_wanted.emit(answer)
            return
        self.card.let(open_=True)
        if self._held is not None:
            paths, way = self._held
            self._take_files(paths, way)

    def _choose(self) -> None:
        title = self.tr("Choose what to capture")
        paths = self._means.ask.which_files(self, title)
        if paths:
            self._take_files(paths, WayIn.FILE)

    def _drop(self, mime: QMimeData) -> None:
        if not self.card.open:
            return
        paths = ways.dropped_files(mime)
        if paths:
            self._take_files(paths, WayIn.DROP)
            return
        # What is dropped is gone when this returns, so it is taken now, behind a fresh No.
        try:
            self._answer(WayIn.DROP, 1).refuse_unless_no(self._means.clock.now())
            incoming = ways.picture_in(mime)
        except (NoPictureError, StopError) as error:
            self._failed(error)
            return
        self._take(WayIn.DROP, 1, lambda: (incoming,))

    def _take_files(self, paths: tuple[Path, ...], way: WayIn) -> None:
        """Take these in if the answer was for so many; else ask anew, naming the number."""
        if len(paths) != self.stop.count:
            self._held = (paths, way)
            self.stop.ask(len(paths))
            self.card.let(open_=False)
            self.stop.no.setFocus()
            return
        self._take(way, len(paths), lambda: [ways.incoming_file(path) for path in paths])

    def _take(self, way: WayIn, count: int, what: Callable[[], Sequence[Incoming]]) -> None:
        capturing = self._capturing_of(way, count)
        if capturing is not None:
            capturing.start(what)

    def _capturing_of(self, way: WayIn, count: int) -> Capturing | None:
        """Return what carries one capture, if nothing is missing and none is on its way."""
        if self._capturing is not None or not self.show_problem_free():
            return None
        stop = self._answer(way, count)
        capturing = self._capturing = Capturing(self._means, stop, self.card.draft())
        capturing.moved.connect(self._show_progress)
        capturing.kept.connect(self._kept)
        capturing.ended.connect(self._ended)
        capturing.given_up.connect(self._rest)
        capturing.failed.connect(self._failed)
        self.notice.clear()
        self.card.let(open_=False)
        self.progress.name(self.tr("Sealing the original"))
        self._way = way
        return capturing

    def _answer(self, way: WayIn, count: int) -> Stop:
        name, seen_by = fresh_id(self._means.clock.now()), self.card.seen_to_the_end_by()
        answer = self.stop.answer() or StopAnswer.NOT_SURE
        return Stop(name, answer, way, count, self._basis, self.stop.at, seen_by)

    def _show_progress(self, done: int, of: int) -> None:
        self.progress.show()
        self.progress.show_progress(done / of if of else 0, "")

    def _kept(self, evidence: Evidence) -> None:
        self.card.remind(kept_elsewhere=self._way is WayIn.PASTE)
        self._looked_over.add(evidence.id)
        self.hints.look_closely(evidence.id)
        self.captured.emit(evidence.ref)

    def _ended(self) -> None:
        self._rest()
        self.card.begin_anew()

    def _failed(self, error: DeskError) -> None:
        self._rest()
        self.notice.show_failure(error)

    def _cancel(self) -> None:
        if self._capturing is not None:
            self._capturing.cancel()
            self._rest()

    def _rest(self) -> None:
        """Ask anew: an answer is for one capture."""
        self._capturing, self._held = None, None
        self.progress.hide()
        self.stop.ask(1)
        self.card.let(open_=False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for widget in (
            *(self.stop, self.notice, self.progress),
            *(self.card, self.list, self.card.rest),
        ):
            column.addWidget(widget)
        self.progress.hide()
        column.addStretch(1)
