"""The supervisor: owns the pairs, the lock and every end. No Qt, no keys, no records.

The rules are: locking is our act: the spare gate covers at once, the desk has a moment to seal,
then it is killed. Whoever ends unasked is replaced, unless that happens too often. When we end,
everybody ends, and an open desk has its moment before.
"""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from dsl_desk.app import wire
from dsl_desk.app.child import End, Event
from dsl_desk.app.ending import LastMoments, UnexpectedEnds
from dsl_desk.app.family import Family
from dsl_desk.app.limits import TO_TRAINING
from dsl_desk.app.screen import Screen, cover

if TYPE_CHECKING:
    from dsl_desk.app.child import Child
    from dsl_desk.app.launch import Launch, StartedGate
    from dsl_desk.app.limits import Limits
    from dsl_desk.app.pair import Pair
    from dsl_desk.app.telling import Telling

GIVEN_UP = 70  # the exit code for "a fault in the program itself"
_GIVEN_UP_WORDS = (
    "DSL Desk stopped, because a part of it ended several times within a few seconds. "
    "Your records are safe up to the last save. Restart the computer, then start DSL Desk again.\n"
)


class Supervisor:
    """Keeps somebody on the screen until a person quits or the system ends us."""

    def __init__(self, plan: Launch, limits: Limits, telling: Telling) -> None:
        self._limits = limits
        self._telling = telling
        self._news: SimpleQueue[Event | None] = SimpleQueue()
        self._family = Family(plan, self._news, telling)
        self._last_moments = LastMoments(limits)
        self._unexpected = UnexpectedEnds(limits)
        self._exit_code: int | None = None

    def run(self, first: StartedGate) -> int:
        """Supervise until the end; the first gate has been started already."""
        self._screen = Screen(self._family, first)
        while self._exit_code is None or self._last_moments.next_end() is not None:
            self._turn()
        # Not in a `finally`: if a bug of ours ends us, our pipes close, and every child ends by
        # itself, an open desk after sealing what is unsaved.
        self._family.end_all()
        return self._exit_code

    def stop(self) -> None:
        """Ask for the end. May be called from a signal: it only leaves a note."""
        self._news.put(None)

    def _turn(self) -> None:
        due = self._next_due()
        with suppress(Empty):
            self._take(self._news.get(timeout=max(0.0, due - time.monotonic())))
        now = time.monotonic()
        if now - due > self._limits.nap:
            self._forgive_silence(now)  # the whole computer was asleep, not the desk
        self._last_moments.finish_late(now)
        self._end_the_silent(now)

    def _next_due(self) -> float:
        dues = [time.monotonic() + self._limits.silence]
        if (end := self._last_moments.next_end()) is not None:
            dues.append(end)
        dues += [at + self._patience(desk) for desk in self._beating() if (at := desk.beaten_at)]
        return min(dues)

    def _take(self, event: Event | None) -> None:
        if event is None:
            self._stop(0)
        elif event.news is End.GONE:
            self._family.bury(event.child)
        elif event.news is End.HUNG_UP:
            self._hung_up(event.child)
        elif not event.child.dismissed:
            self._telling.said(event.child, event.news)
            self._hear(event.child, event.news)

    def _hear(self, child: Child, word: wire.Word) -> None:
        child.heard()
        if isinstance(word, wire.Sealed):
            self._last_moments.finish(child)
        elif self._exit_code is not None:
            return  # we are ending: nothing new begins
        elif isinstance(word, wire.Quit | wire.Training):
            self._stop(0 if isinstance(word, wire.Quit) else TO_TRAINING)
        elif isinstance(word, wire.Lock) and child is self._screen.desk:
            self._lock(child, word.why)
        elif isinstance(word, wire.Covered):
            self._screen.covered(child)
        elif (pair := self._screen.pair_of(child)) is not None:
            self._hear_pair(pair, word)

    def _hear_pair(self, pair: Pair, word: wire.Word) -> None:
        if isinstance(word, wire.Painted):
            self._family.complete(pair)
        elif isinstance(word, wire.HandedOver):
            pair.hand_over(time.monotonic())
        elif isinstance(word, wire.Opened) and pair is self._screen.shown:
            self._screen.open(pair)
        elif isinstance(word, wire.Refused) and pair is self._screen.shown:
            self._screen.replace(pair, cover(word.code, word.facts))

    def _lock(self, desk: Child, why: str) -> None:
        self._screen.cover(cover(why))
        self._last_moments.begin(desk, time.monotonic())

    def _hung_up(self, child: Child) -> None:
        expected = child.dismissed or self._last_moments.has(child)
        self._last_moments.finish(child)
        child.dismiss()
        if not expected:
            self._ended_unasked(child)

    def _ended_unasked(self, child: Child) -> None:
        if self._exit_code is not None:
            return
        if self._unexpected.too_many_with(time.monotonic()):
            sys.stderr.write(_GIVEN_UP_WORDS)
            self._stop(GIVEN_UP)
            return
        pair = self._screen.pair_of(child)
        if child is self._screen.desk:
            self._screen.cover(cover("desk_ended"))
        elif pair is None or (child is pair.gate and pair.handed_over):
            pass  # a gate that has done its part: its desk is about to open
        elif pair.handed_over:
            self._screen.replace(pair, cover("desk_ended"))
        else:
            self._screen.replace(pair)

    def _beating(self) -> list[Child]:
        """Return the desks whose heart is listened to: the open one, and one about to open."""
        shown = self._screen.shown
        opening = shown.desk if shown is not None and shown.handed_over else None
        return [desk for desk in (self._screen.desk, opening) if desk is not None]

    def _patience(self, desk: Child) -> float:
        """Return how long a desk may be silent: what nobody can see yet has more time.

        The first window after the start of a slow laptop waits for its disk.
        """
        shown = desk is self._screen.desk
        return self._limits.silence if shown else self._limits.opening

    def _forgive_silence(self, now: float) -> None:
        for desk in self._beating():
            desk.beaten_at = desk.beaten_at and now

    def _end_the_silent(self, now: float) -> None:
        for desk in self._beating():
            if desk.beaten_at is None or now - desk.beaten_at <= self._patience(desk):
                continue
            if desk is self._screen.desk:
                self._lock(desk, "not_responding")
            else:
                desk.dismiss()
                self._ended_unasked(desk)

    def _stop(self, exit_code: int) -> None:
        if self._exit_code is None:
            self._exit_code = exit_code
        desk, self._screen.desk = self._screen.desk, None
        if desk is not None:
            self._last_moments.begin(desk, time.monotonic())
