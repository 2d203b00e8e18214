"""The worker: one background thread that owns the vault, and two verbs to speak to it."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.errors import DeskError

if TYPE_CHECKING:
    from collections.abc import Callable

D = TypeVar("D")
A = TypeVar("A")


@dataclass(frozen=True)
class _Errand:
    """What is to happen at home once the thread has answered."""

    owner: QObject
    then: Callable[[Any], None] | None
    otherwise: Callable[[DeskError], None] | None
    command: bool


class Worker(QObject, Generic[D]):
    """The one thread that owns what `opening` opened; answers come home as queued signals.

    `ask` reads, `do` writes. The owner is the page that asks: when it has gone, its answer is
    dropped, but what a command changed is still told, and a failed command is still reported.

    Signals:
        changed(frozenset[Thing]): a command changed these kinds of thing.
        failed(DeskError): something failed and nobody is left (or offered) to answer for it.
        broke(BaseException): a bug; for the bug window.
        idle(): everything that was sent has been answered.
    """

    changed = Signal(object)
    failed = Signal(object)
    broke = Signal(object)
    idle = Signal()
    _came_home = Signal(int, object)

    def __init__(self, opening: Callable[[], D], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        # The thread knows an errand by number: a page whose last reference were dropped over
        # there would be destroyed on the wrong thread.
        self._errands: dict[int, _Errand] = {}
        self._last = 0
        # Queued always: a quick answer must not overtake the caller's next line.
        self._came_home.connect(self._at_home, Qt.ConnectionType.QueuedConnection)
        # Opened on the thread itself: a connection belongs to the thread that made it.
        self._opened = self._thread.submit(opening)

    @property
    def is_idle(self) -> bool:
        """Whether nobody waits for an answer."""
        return not self._errands

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits behind what is being answered. May be asked from any thread."""
        return len(self._errands) > 1

    def ask(
        self,
        owner: QObject,
        query: Callable[[D], A],
        then: Callable[[A], None],
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Read something; `then` gets the answer on the window's thread."""
        self._send(_Errand(owner, then, otherwise, command=False), query)

    def do(
        self,
        owner: QObject,
        command: Callable[[D], Changed[A]],
        then: Callable[[A], None] | None = None,
        otherwise: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Write something; every page that shows the changed kinds reads again."""
        self._send(_Errand(owner, then, otherwise, command=True), command)

    def close(self, closing: Callable[[D], None] | None = None) -> None:
        """Let what is running finish, drop what waits, close what was opened, end the thread."""
        if closing is not None and self._opened.done() and self._opened.exception() is None:
            self._thread.submit(lambda: closing(self._opened.result()))
            self._thread.shutdown(wait=True)
        else:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _send(self, errand: _Errand, job: Callable[[D], object]) -> None:
        self._last += 1
        number = self._last
        self._errands[number] = errand
        future = self._thread.submit(lambda: job(self._opened.result()))
        # The future carries an exception as a value, so no bug is ever swallowed on the way.
        future.add_done_callback(lambda done: self._came_home.emit(number, done))

    @Slot(int, object)
    def _at_home(self, number: int, done: Future[Any]) -> None:
        errand = self._errands.pop(number)
        if not done.cancelled():
            self._tell(errand, done)
        if self.is_idle:
            self.idle.emit()

    def _tell(self, errand: _Errand, done: Future[Any]) -> None:
        listening = isValid(errand.owner)
        error = done.exception()
        if isinstance(error, DeskError):
            self._tell_failure(errand, error, listening=listening)
        elif error is not None:
            self.broke.emit(error)
        else:
            self._tell_answer(errand, done.result(), listening=listening)

    def _tell_failure(self, errand: _Errand, error: DeskError, *, listening: bool) -> None:
        if listening and errand.otherwise is not None:
            errand.otherwise(error)
        elif listening or errand.command:
            self.failed.emit(error)

    def _tell_answer(self, errand: _Errand, answer: object, *, listening: bool) -> None:
        things: frozenset[Thing] = frozenset()
        if isinstance(answer, Changed):
            things = answer.things
            answer = answer.answer
        if listening and errand.then is not None:
            errand.then(answer)
        if things:
            self.changed.emit(things)
