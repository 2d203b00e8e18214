"""Which copies of the vault are kept: the newest of 7 days, of 5 weeks and of 12 months."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from datetime import datetime

_DAYS: Final = 7
_WEEKS: Final = 5
_MONTHS: Final = 12


def to_keep(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Return the moments whose copies are kept; only days, weeks and months with a copy count.

    So the newest copy is always kept, and a long holiday lets nothing go.
    """
    newest_first = sorted(moments, reverse=True)
    return frozenset(
        [
            *_newest_of_each(newest_first, lambda moment: moment.date(), _DAYS),
            *_newest_of_each(newest_first, lambda moment: moment.isocalendar()[:2], _WEEKS),
            *_newest_of_each(newest_first, lambda moment: (moment.year, moment.month), _MONTHS),
        ]
    )


def _newest_of_each(
    newest_first: list[datetime], stretch_of: Callable[[datetime], Hashable], count: int
) -> list[datetime]:
    kept: dict[Hashable, datetime] = {}
    for moment in newest_first:
        kept.setdefault(stretch_of(moment), moment)
    return list(kept.values())[:count]
