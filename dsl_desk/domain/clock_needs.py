"""What Today says of allegations: each clock that still runs, by reference, never by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.today import Need, NeedSort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from dsl_desk.domain.allegation_view import AllegationRow

_RUNS: Final = frozenset({ClockStands.RUNNING, ClockStands.PAST_SHORTER, ClockStands.OVERDUE})


def clock_needs(lines: Iterable[AllegationRow], now: datetime) -> Iterator[Need]:
    """Return the clocks that nobody has stopped, the one that ends first before the rest."""
    running = [line for line in lines if line.clock.stands(now) in _RUNS]
    for line in sorted(running, key=lambda each: each.clock.limit):
        yield Need(
            NeedSort.LADO_CLOCK,
            ref=line.allegation.ref,
            by=line.clock.limit.isoformat(timespec="minutes"),
            over=line.clock.stands(now) is ClockStands.OVERDUE,
            allegation=line.allegation.written.id,
        )
