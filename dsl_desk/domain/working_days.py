"""Working days: neither a weekend nor a bank holiday of England and Wales."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

_SATURDAY: Final = 5
_ONE_DAY: Final = timedelta(days=1)


class CountsDays(Protocol):
    """Whatever time can be counted by: it knows which days count."""

    def is_working_day(self, day: date, /) -> bool:
        """Tell whether a day counts."""
        ...

    def after(self, day: date, count: int, /) -> date:
        """Return the day that is so many counted days later."""
        ...


@dataclass(frozen=True)
class Calendar:
    """The days nobody works, as dated data. `until` is the last day the data speaks of.

    `beyond` answers for the years after it; without it they have weekends only.
    """

    holidays: frozenset[date]
    until: date = date.min
    beyond: Callable[[int], frozenset[date]] | None = None

    def is_working_day(self, day: date) -> bool:
        """Tell whether people work on a day."""
        return day.weekday() < _SATURDAY and not self._is_holiday(day)

    def _is_holiday(self, day: date) -> bool:
        if day <= self.until or self.beyond is None:
            return day in self.holidays
        return day in self.holidays or day in self.beyond(day.year)

    def after(self, day: date, count: int) -> date:
        """Return the day that is so many working days later."""
        while count:
            day += _ONE_DAY
            count -= self.is_working_day(day)
        return day


WEEKENDS_ONLY: Final = Calendar(frozenset())


def read_calendar(text: str) -> Calendar:
    """Read the data of a calendar."""
    data = tomllib.loads(text)
    days = frozenset(date.fromisoformat(str(row["day"])) for row in data["holiday"])
    return Calendar(days, date.fromisoformat(str(data["until"])))
