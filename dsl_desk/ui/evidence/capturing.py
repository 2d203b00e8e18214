"""One capture on its way: through the doorway, sealed, written down; whoever leaves meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.ids import EntryId, fresh_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.evidence import EvidenceDraft
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.stop import Stop
    from dsl_desk.services.doorway import Doorway, Sealed
    from dsl_desk.ui.evidence.grabbing import Grabbing
    from dsl_desk.ui.evidence.means import Means
    from dsl_desk.ui.evidence.ways import Incoming
    from dsl_desk.ui.work.errands import Errand


class Capturing(QObject):
    """Asks for the doorway first; only then is it asked what comes in, and that is read.

    Signals:
        moved(int, int): so much of what there is to seal is sealed.
        kept(Evidence): one is written down.
        ended(): all of them are.
        given_up(): somebody chose to take nothing after all.
        failed(DeskError): it stopped here; what was kept before is kept.
    """

    moved = Signal(int, int)
    kept = Signal(object)
    ended = Signal()
    given_up = Signal()
    failed = Signal(object)

    def __init__(self, means: Means, stop: Stop, draft: EvidenceDraft) -> None:
        super().__init__()
        self._means, self._stop, self._draft = means, stop, draft
        self._errand: Errand | None = None

    def start(self, what: Callable[[], Sequence[Incoming]]) -> None:
        """Let it in. `what` is called once the doorway is open, and never before."""

        def through(door: Doorway) -> None:
            try:
                incoming = list(what())
            except DeskError as error:
                self.failed.emit(error)
                return
            self._next(door, incoming)

        self._let_in(through)

    def start_grabbing(self, grabbing: Grabbing) -> None:
        """Let a part of the screen in. The screen is looked at once the doorway is open."""

        def through(door: Doorway) -> None:
            grabbing.taken.connect(lambda incoming: self._next(door, [incoming]))
            grabbing.given_up.connect(self.given_up)
            grabbing.failed.connect(self.failed)
            grabbing.begin()

        self._let_in(through)

    def _let_in(self, through: Callable[[Doorway], None]) -> None:
        stop = self._stop
        # The errands own what follows, not the page: a capture is kept, whoever has left.
        self._means.worker.ask(
            self._means.errands, lambda desk: desk.evidence.let_in(stop), through, self.failed.emit
        )

    def cancel(self) -> None:
        """Stop at the next chunk; nothing is left of the file that was on its way."""
        if self._errand is not None:
            self._errand.cancel()

    def _next(self, door: Doorway, incoming: list[Incoming]) -> None:
        if not incoming:
            self.ended.emit()
            return
        first, rest = incoming[0], incoming[1:]
        decode = self._means.decode

        def job(progress: Progress) -> Sealed:
            with disk_told_as_facts(), first.open() as untrusted_stream:
                return door.seal(untrusted_stream, first.name, decode, progress)

        self._errand = self._means.errands.run(
            self._means.errands,
            job,
            lambda sealed: self._write(door, sealed, rest),
            self.failed.emit,
        )
        self._errand.moved.connect(self.moved)

    def _write(self, door: Doorway, sealed: Sealed, rest: list[Incoming]) -> None:
        draft, entry = self._draft, EntryId(fresh_id(self._means.clock.now()))

        def then(evidence: object) -> None:
            self.kept.emit(evidence)
            self._next(door, rest)

        self._means.worker.do(
            self._means.errands,
            lambda desk: desk.evidence.keep(sealed, draft, entry),
            then,
            self.failed.emit,
        )
