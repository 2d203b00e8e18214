"""Errands: long pure jobs in a second pool, with progress and cancel.

An errand gets frozen records or bytes and never the vault's connection. One that must write
afterwards sends an ordinary `do` from its `then`.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from dsl_desk.domain.errors import DeskError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.progress import Progress

A = TypeVar("A")


class Errand(QObject, Generic[A]):
    """One long job on its way. It is told to stop between two steps, never in the middle of one.

    Signals:
        moved(int, int): steps done, steps in all.
        ended(): finished, failed or stopped; nothing more will come.
        failed(DeskError): it failed and its owner offered no answer, or has gone.
        broke(BaseException): a bug.
    """

    moved = Signal(int, int)
    ended = Signal()
    failed = Signal(object)
    broke = Signal(object)
    _came_home = Signal(object)

    def __init__(
        self,
        owner: QObject,
        then: Callable[[A], None],
        otherwise: Callable[[DeskError], None] | None,
    ) -> None:
        super().__init__()
        self._owner, self._then, self._otherwise = owner, then, otherwise
        self._stop = Event()
        # Queued always: a quick job may be done before anybody could listen.
        self._came_home.connect(self._at_home, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()

    def run(self, pool: ThreadPoolExecutor, job: Callable[[Progress], A]) -> None:
        """Start on the pool."""
        pool.submit(job, self._step).add_done_callback(self._came_home.emit)

    def _step(self, done: int, of: int) -> None:
        if self._stop.is_set():
            raise StoppedError
        self.moved.emit(done, of)

    @Slot(object)
    def _at_home(self, done: Future[A]) -> None:
        self._settle(done)
        self.ended.emit()

    def _settle(self, done: Future[A]) -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is None:
            if isValid(self._owner) and not self._stop.is_set():
                self._then(done.result())
        elif isinstance(error, StoppedError):
            return
        elif not isinstance(error, DeskError):
            self.broke.emit(error)
        elif isValid(self._owner) and self._otherwise is not None:
            self._otherwise(error)
        else:
            self.failed.emit(error)


class Errands(QObject):
    """The pool of long pure jobs of one window.

    Signals:
        failed(DeskError), broke(BaseException): of any errand, for the window.
    """

    failed = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errand")
        self._under_way: set[Errand[object]] = set()

    def run(
        self,
        owner: QObject,
        job: Callable[[Progress], A],
        then: Callable[[A], None],
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> Errand[A]:
        """Start a job; it calls `progress(done, of)` between its steps."""
        errand = Errand(owner, then, otherwise)
        errand.failed.connect(self.failed)
        errand.broke.connect(self.broke)
        self._under_way.add(errand)  # type: ignore[arg-type]  # kept alive only, never asked for its answer
        errand.ended.connect(lambda: self._under_way.discard(errand))
        errand.run(self._pool, job)
        return errand

    def close(self) -> None:
        """Stop every errand at its next step and end the pool."""
        for errand in self._under_way:
            errand.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
