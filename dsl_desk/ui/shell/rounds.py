"""The rounds of the desk: what it does by itself while nobody asks it for anything.

Somebody's own question always goes first: a turn is taken only when the vault's thread has nothing
to do, one at a time, each of a few milliseconds. Nothing is begun before the first rows are shown,
nor after a lock was asked for.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from dsl_desk.domain.changes import Thing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.looked import Looked
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.watch import Notice
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker

SLICE_MS: Final = 8
SLOTS_EVERY: Final = 900.0  # seconds
WITNESS_EVERY: Final = 300.0
_AFTER_THE_ROWS_MS: Final = 400  # the window paints first
_BETWEEN_MS: Final = 4
_LOOK_EVERY_MS: Final = 5000
_END: Final = object()


class Rounds(QObject):
    """Goes round: the drop, the sealed slots, the witnesses, the check of all, stray files.

    Signals:
        noticed(tuple[Notice]): what stands out in the vault: damage, or a part that is older.
        looked(): the check came to its end, or to something bad.
        failed(DeskError): a round could not be gone; it is tried again in its time.
    """

    noticed = Signal(object)
    looked = Signal()
    failed = Signal(object)

    def __init__(
        self, worker: Worker[Desk], errands: Errands, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._errands, self._clock = worker, errands, clock
        self._slots_at, self._witness_at = 0.0, clock.monotonic() + WITNESS_EVERY
        self._round: Iterator[object] | None = None
        self._looking, self._looking_ahead, self._swept = True, True, False
        self._halfway = False
        self._ended = False
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_THE_ROWS_MS)
        self._soon.timeout.connect(self.take_turn)
        self._now_and_then = QTimer(self, interval=_LOOK_EVERY_MS)
        self._now_and_then.timeout.connect(self.take_turn)
        worker.idle.connect(self._wait_a_moment)
        worker.changed.connect(self._heed)

    def end(self) -> None:
        """Take no further turn: the lock has begun."""
        self._ended = True
        self._soon.stop()
        self._now_and_then.stop()

    def bear_last_witness(self) -> None:
        """End, and write down what is saved now, if there is time for it before the lock."""
        if not self._ended:
            self.end()
            self._bear_witness()

    def take_turn(self) -> None:
        """Do the next thing that is due, if nobody waits for anything."""
        if self._ended or not self._worker.is_idle:
            return  # the worker says when it is idle again
        self._soon.setInterval(_BETWEEN_MS)
        if not self._now_and_then.isActive():
            self._now_and_then.start()
            self._ask(lambda desk: desk.vault.noticed(), self._tell)
        elif self._clock.monotonic() >= self._slots_at:
            self._slots_at = self._clock.monotonic() + SLOTS_EVERY
            # What was left first: what belongs in a slot moves there in the same round.
            self._ask(
                lambda desk: chain(desk.drop.take_in(), desk.cases.round()), self._begin_round
            )
        elif self._round is not None:
            self._go_round(self._round)
        elif self._clock.monotonic() >= self._witness_at:
            # What was written since is looked at as well, and tomorrow other records are due.
            self._looking = self._looking_ahead = True
            self._bear_witness()
        elif self._looking:
            # Put back by its own answer: what fails is not tried again before its time.
            self._looking = False
            self._ask(lambda desk: desk.vault.look_over(SLICE_MS), self._looked_over)
        elif self._looking_ahead:
            self._looking_ahead = False
            self._ask(lambda desk: desk.retention.dues.look_ahead(SLICE_MS), self._looked_ahead)

    def _wait_a_moment(self) -> None:
        if not self._ended and not self._soon.isActive():
            self._soon.start()

    def _heed(self, things: frozenset[Thing]) -> None:
        """Bear witness of a copy, an export or another roll as soon as nobody waits."""
        if Thing.VAULT in things:
            self._witness_at = 0.0

    def _begin_round(self, turns: Iterator[object]) -> None:
        self._round = turns

    def _go_round(self, turns: Iterator[object]) -> None:
        self._round = None
        then = partial(self._one_turn_done, turns)
        self._ask(lambda _desk: next(turns, _END), then)

    def _one_turn_done(self, turns: Iterator[object], done: object) -> None:
        self._round = None if done is _END else turns

    def _bear_witness(self) -> None:
        self._witness_at = self._clock.monotonic() + WITNESS_EVERY
        self._ask(lambda desk: desk.vault.testimony(), self._keep)

    def _keep(self, keep: Callable[[], bool]) -> None:
        # In the pool: a keychain may take seconds to answer, and nobody waits for it.
        self._errands.run(self, lambda _step: keep(), lambda _kept: None)

    def _looked_over(self, far: Looked) -> None:
        if far.where is not None:
            self._ask(lambda desk: desk.vault.noticed(), self._tell)
        elif not far.done:
            self._looking = True
            return
        elif not self._swept:  # once, and only behind a ledger that was found whole
            self._swept = True
            self._ask(lambda desk: desk.sweep(), self._begin_round)
        self.looked.emit()

    def _looked_ahead(self, done: bool) -> None:  # noqa: FBT001  # an answer of the desk
        """Say that there is news of what is due, once all of a large school was gone through."""
        self._looking_ahead = not done
        if done and self._halfway:
            self._worker.changed.emit(frozenset({Thing.KEEPING}))
        self._halfway = not done

    def _tell(self, notices: tuple[Notice, ...]) -> None:
        if notices:
            self.noticed.emit(notices)

    def _ask(self, query: Callable[[Desk], object], then: Callable[..., None]) -> None:
        self._worker.ask(self, query, then, self.failed.emit)
