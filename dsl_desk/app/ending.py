"""How things end: a desk that has a moment to seal, and starting that is given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.app.wire import Seal

if TYPE_CHECKING:
    from dsl_desk.app.child import Child
    from dsl_desk.app.limits import Limits


class LastMoments:
    """Desks that were asked to seal, each with the time at which it is ended regardless."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._until: dict[Child, float] = {}

    def begin(self, desk: Child, now: float) -> None:
        """Ask the desk to seal what is unsaved; its time runs from now."""
        desk.say(Seal())
        self._until[desk] = now + self._limits.seal

    def finish(self, desk: Child) -> None:
        """End this desk, if it is one of ours: it has sealed, or hung up."""
        if self._until.pop(desk, None) is not None:
            desk.dismiss()

    def finish_late(self, now: float) -> None:
        """End every desk whose time is over."""
        for desk in [desk for desk, until in self._until.items() if until <= now]:
            self.finish(desk)

    def has(self, child: Child) -> bool:
        """Say whether this child is in its last moments."""
        return child in self._until

    def next_end(self) -> float | None:
        """Return when the next desk's time is over."""
        return min(self._until.values(), default=None)


class UnexpectedEnds:
    """Counts children that ended unasked, to know when starting again is of no use."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._times: list[float] = []

    def too_many_with(self, now: float) -> bool:
        """Count one more, and say whether it is one too many."""
        since = now - self._limits.within
        self._times = [*(time for time in self._times if time > since), now]
        return len(self._times) >= self._limits.ends
