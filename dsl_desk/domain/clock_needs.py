"""What Today says of allegations: clocks that run, advice that is awaited; never a name."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_course import advice_awaited
from dsl_desk.domain.lado_clock import ClockStands
from dsl_desk.domain.today import Need, NeedSort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.domain.working_days import CountsDays

_RUNS: Final = frozenset({ClockStands.RUNNING, ClockStands.PAST_SHORTER, ClockStands.OVERDUE})
_DAY: Final = len("2026-11-19")


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


def advice_needs(lines: Iterable[AllegationRow], calendar: CountsDays) -> Iterator[Need]:
    """Return whose advice is still to come: chased on the next working day."""
    for line in lines:
        asked = advice_awaited(line.steps)
        if asked is not None:
            day = date.fromisoformat(asked.draft.at[:_DAY])
            yield Need(
                NeedSort.ADVICE_TO_COME,
                ref=line.allegation.ref,
                due=calendar.after(day, 1).isoformat(),
                allegation=line.allegation.written.id,
            )


def number_needs(ours: Authority | None, today: date, *, cases: bool) -> Iterator[Need]:
    """Return that whom to ring is not known, or that nobody has checked it this term."""
    if ours is None and cases:
        yield Need(NeedSort.NUMBER_CHECK)
    elif ours is not None and ours.needs_checking(today):
        yield Need(NeedSort.NUMBER_CHECK, about=ours.name, what=ours.confirmed_on)
