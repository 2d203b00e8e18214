"""Errands: long pure jobs in a second pool, with progress and cancel.

An errand gets frozen records or bytes and never the vault's connection. One that must write
afterwards sends an ordinary `do` from its `then`.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from dsl_desk.domain.errors import DeskError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.progress import Progress

A = TypeVar("A")


class Errand(QObject):
    """One long job on its way. It is told to stop between two steps, never in the middle of one.

    Signals:
        moved(int, int): steps done, steps in all.
        ended(): finished, failed or stopped; nothing more will come.
    """

    moved = Signal(int, int)
    ended = Signal()

    def __init__(self, stop: Event) -> None:
        super().__init__()
        self._stop = stop

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._stop.set()


@dataclass(frozen=True)
class _Order:
    """What is to happen at home once the job has come to an end."""

    errand: Errand
    owner: QObject
    then: Callable[[Any], None]
    otherwise: Callable[[DeskError], None] | None
    stop: Event


class Errands(QObject):
    """The pool of long pure jobs of one window.

    The pool's thread knows an errand by its number only: a QObject whose last reference were
    dropped over there would be destroyed on the wrong thread.

    Signals:
        failed(DeskError): a job failed and nobody is left (or offered) to answer for it.
        broke(BaseException): a bug; for the bug window.
    """

    failed = Signal(object)
    broke = Signal(object)
    _stepped = Signal(int, int, int)
    _came_home = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="errand")
        self._orders: dict[int, _Order] = {}
        self._last = 0
        self._stepped.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._came_home.connect(self._at_home, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        owner: QObject,
        job: Callable[[Progress], A],
        then: Callable[[A], None],
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> Errand:
        """Start a job; it calls `progress(done, of)` between its steps."""
        stop = Event()
        errand = Errand(stop)
        self._last += 1
        number = self._last
        self._orders[number] = _Order(errand, owner, then, otherwise, stop)

        def step(done: int, of: int, /) -> None:
            if stop.is_set():
                raise StoppedError
            self._stepped.emit(number, done, of)

        future = self._pool.submit(job, step)
        future.add_done_callback(lambda done: self._came_home.emit(number, done))
        return errand

    def close(self) -> None:
        """Stop every errand at its next step and end the pool."""
        for order in self._orders.values():
            order.stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)

    @Slot(int, int, int)
    def _pass_on(self, number: int, done: int, of: int) -> None:
        # Steps and the end travel the same queue, so the order is always still there.
        self._orders[number].errand.moved.emit(done, of)

    @Slot(int, object)
    def _at_home(self, number: int, done: Future[Any]) -> None:
        order = self._orders.pop(number)
        self._settle(order, done)
        order.errand.ended.emit()

    def _settle(self, order: _Order, done: Future[Any]) -> None:
        if done.cancelled():
            return
        listening = isValid(order.owner) and not order.stop.is_set()
        error = done.exception()
        if error is None:
            if listening:
                order.then(done.result())
        elif isinstance(error, StoppedError):
            return
        elif not isinstance(error, DeskError):
            self.broke.emit(error)
        elif listening and order.otherwise is not None:
            order.otherwise(error)
        else:
            self.failed.emit(error)
