"""The whole check in slices: every entry and every list is read again, whoever read it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.storage.checking import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.services.sitting import Sitting

_THOUSAND: Final = 1000
_MOST: Final = 500  # steps in a slice, however slow the clock


@dataclass(frozen=True)
class Rechecked:
    """How far the check has come; once it is done, everything it covers was good."""

    entries: int
    of: int
    parts: tuple[Compartment, ...]
    done: bool


class Recheck:
    """One check of everything this member can read. Belongs to the vault's thread."""

    def __init__(self, sitting: Sitting, also: Sequence[Callable[[], object]]) -> None:
        self._clock = sitting.clock
        self._parts = [opened.part for opened in sitting.parts.values()]
        self._of = sum(part.ledger.count() for part in self._parts)
        self._also = also
        self._entries = 0
        self._done = False
        self._work = self._all()

    def go_on(self, slice_ms: int) -> Rechecked:
        """Check on for so long; DamageError names the first bad entry."""
        until = self._clock.monotonic() + slice_ms / _THOUSAND
        for _ in range(_MOST):
            self._done = next(self._work, True)
            if self._done or self._clock.monotonic() >= until:
                break
        parts = tuple(part.compartment for part in self._parts)
        return Rechecked(self._entries, max(self._of, self._entries), parts, self._done)

    def _all(self) -> Iterator[bool]:
        for part in self._parts:
            for entries in steps_of(part):
                self._entries += entries
                yield False
        for prove in self._also:
            prove()
            yield False
