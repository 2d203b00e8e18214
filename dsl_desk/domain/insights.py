"""Insights: counts without names, of one period, as the page and the governors' paper show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import ConcernSort, FourC
from dsl_desk.domain.dates import in_full_day
from dsl_desk.domain.school_terms import TERMS
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dsl_desk.domain.concern import ConcernRow

WEEK, KIND, FOUR_C, PLATFORM, YEAR, ACTION, LADO = (
    *("week", "kind", "four_c", "platform", "year", "action", "lado"),
)
NOT_ONLINE: Final = "Not online, or not said"
NO_YEAR: Final = "Not known"
# How long until something was done first: the key in SQL, and the words.
ACTIONS: Final = (
    ("hour", "Within an hour"),
    ("day", "The same day"),
    ("next", "The day after"),
    ("week", "Within a week"),
    ("later", "Later"),
    ("none", "Nothing yet"),
)
_DAY: Final = len("2026-11-19")
_WITHIN: Final = ((0, "day"), (1, "next"), (7, "week"))
SOON: Final = frozenset({"hour", "day"})
_SEPTEMBER: Final = 9


@dataclass(frozen=True)
class Period:
    """From one day to another, both of them in it."""

    words: str
    since: str
    until: str


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, and how many; a week has one number for each kind of subject."""

    key: str
    words: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        """How many in all."""
        return sum(self.counts)


@dataclass(frozen=True)
class Wait:
    """How long the LADO waited to be told: a share of the limit, which is one working day."""

    words: str
    told: str
    share: float
    reached: bool
    late: bool
    sealed: bool = False


@dataclass(frozen=True)
class Quality:
    """How well it was recorded: of how many, written down late, an answer missing, a reply overdue.

    Late is on a later day than that on which somebody was told.
    """

    of: int = 0
    late: int = 0
    lacking: int = 0
    overdue: int = 0

    def __add__(self, other: Quality) -> Quality:
        return Quality(
            self.of + other.of,
            self.late + other.late,
            self.lacking + other.lacking,
            self.overdue + other.overdue,
        )


@dataclass(frozen=True)
class Insight:
    """Everything the page shows. `adults`: whether this member may count those about adults."""

    period: Period
    total: int
    before: int
    decided: tuple[int, int]
    soon: tuple[int, int]
    pictures: Mapping[str, tuple[Bar, ...]]
    lado: tuple[Wait, ...]
    adults: bool
    quality: Quality = Quality()

    @property
    def lado_in_time(self) -> tuple[int, int]:
        """How many times the LADO was reached in time, of those that are over."""
        over = [one for one in self.lado if one.reached or one.late]
        return sum(1 for one in over if not one.late), len(over)


@dataclass(frozen=True)
class Counted:
    """The concerns a bar counts, newest first, and how many there are: a list has an end."""

    rows: tuple[ConcernRow, ...]
    of: int


def periods(today: date) -> tuple[Period, ...]:
    """Return this term, this school year, the one before, and everything there is."""
    month, words = next(each for each in TERMS if today.month >= each[0])
    september = today.year if today.month >= _SEPTEMBER else today.year - 1
    until = today.isoformat()
    return (
        Period(words, date(today.year, month, 1).isoformat(), until),
        Period("This school year", date(september, _SEPTEMBER, 1).isoformat(), until),
        Period(
            "Last school year",
            date(september - 1, _SEPTEMBER, 1).isoformat(),
            date(september, 8, 31).isoformat(),
        ),
        Period("Everything", "0001-01-01", until),
    )


def own_period(since: str, until: str) -> Period | None:
    """Return the period between two days in ISO 8601; None where they make none."""
    try:
        first, last = date.fromisoformat(since), date.fromisoformat(until)
    except ValueError:
        return None
    if last < first or first.year == 1:  # the year before is counted too
        return None
    words = f"{in_full_day(first)} to {in_full_day(last)}"
    return Period(words, first.isoformat(), last.isoformat())


def the_year_before(period: Period) -> Period:
    """Return the same days of the year before."""
    since, until = (f"{int(day[:4]) - 1:04}{day[4:]}" for day in (period.since, period.until))
    return Period(period.words, since, until)


def of_sets(found: Mapping[str, int], kind: str) -> tuple[Bar, ...]:
    """Return a bar for each kind, or each of the four Cs; a concern counts in each of its own."""
    choices: tuple[ConcernSort | FourC, ...] = tuple(FourC if kind == FOUR_C else ConcernSort)
    split = [(text.split(), count) for text, count in found.items()]
    bars = [
        Bar(one.value, label(one), (sum(count for kinds, count in split if one.value in kinds),))
        for one in choices
    ]
    return tuple(bars) if kind == FOUR_C else by_size(bar for bar in bars if bar.total)


def by_size(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return bars, the longest first."""
    return tuple(sorted(bars, key=lambda bar: (-bar.total, bar.words)))


def of_actions(found: Mapping[str, int]) -> tuple[Bar, ...]:
    """Return a bar for each stretch of time, the shortest first."""
    return tuple(Bar(key, words, (found.get(key, 0),)) for key, words in ACTIONS)


def how_soon(told_at: str, first: str) -> str:
    """Return how soon something was done first, as the wall clock has it; nothing yet is nothing.

    Where nobody wrote the time of day, only the days are told apart.
    """
    if not first:
        return "none"
    told, done = datetime.fromisoformat(told_at[:16]), datetime.fromisoformat(first[:16])
    if len(first) > _DAY and len(told_at) > _DAY and done - told <= timedelta(hours=1):
        return "hour"
    days = (done.date() - told.date()).days
    return next((key for most, key in _WITHIN if days <= most), "later")


def of_years(found: Mapping[str, int]) -> tuple[Bar, ...]:
    """Return a bar for each year group, the youngest first; who has none comes last."""
    years = sorted(found, key=_by_age)
    return tuple(Bar(one, f"Year {one}" if one.isdigit() else one, (found[one],)) for one in years)


def _by_age(year: str) -> tuple[int, int, str]:
    digits = "".join(sign for sign in year if sign.isdigit())
    return (1 if year == NO_YEAR else 0, int(digits) if digits else -1, year)
