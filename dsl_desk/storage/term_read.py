"""Reading a stretch of a ledger by its days: what was written between two of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.ledger import Ledger

_COUNTER_BITS: Final = 16
_A_DAY: Final = timedelta(days=1)
_DAY: Final = len("2026-11-19")


def entries_between(ledger: Ledger, since: str, until: str) -> Iterator[Entry]:
    """Return what was written from one day to another, both of them in it, in order of time.

    Days are those of the writer's wall clock; signatures are not asked: `check` does.
    """
    first = _hlc(date.fromisoformat(since) - _A_DAY)
    past = _hlc(date.fromisoformat(until) + 2 * _A_DAY)
    for line in ledger.lines_timed(first, past):
        entry = ledger.proof.read(line)
        if since <= entry.header.written_at[:_DAY] <= until:
            yield entry


def first_day(ledger: Ledger) -> date:
    """Return the day of the first entry."""
    return moment_of(ledger.earliest()).date()


def moment_of(hlc: int) -> datetime:
    """Return the moment an entry's clock told as it was written, to the millisecond."""
    return datetime.fromtimestamp((hlc >> _COUNTER_BITS) / 1000, UTC)


def _hlc(day: date) -> int:
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(moment.timestamp() * 1000) << _COUNTER_BITS
