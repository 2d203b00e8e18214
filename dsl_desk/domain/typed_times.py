"""Days and times as people type them: yesterday, 16/11, mon, 8.45, 1940."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_SPOKEN: Final = {"today": 0, "yesterday": 1, "now": 0}
_WEEK: Final = 7
_CENTURY: Final = 2000
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))? ?(am|pm)?")
_LETTERS: Final = 3
_NOON: Final = 12


def day_of(typed: str, today: date) -> date | None:
    """Return the day that was meant; without a year, the latest such day that is not to come."""
    words = [word for word in re.split(r"[\s,./-]+", typed.strip().lower()) if word]
    if len(words) > 1 and words[0][:_LETTERS] in _DAYS:
        words = words[1:]  # Mon 16/11/2026: the day of the week says nothing more
    if len(words) == 1 and not words[0].isdigit():
        return _spoken(words[0], today)
    if len(words) == _LETTERS and len(words[0]) == len("2026"):
        words.reverse()  # 2026-11-16
    return _by_numbers(words, today)


def time_of(typed: str) -> str | None:
    """Return the time that was meant as 19:40; nothing typed is no time, and no mistake."""
    said = typed.strip().lower()
    if not said:
        return ""
    found = _TIME.fullmatch(said)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % _NOON + (_NOON if found[3] == "pm" else 0)
    return f"{hour:02}:{minute:02}" if hour < 2 * _NOON and minute < 60 else None  # noqa: PLR2004 minutes of an hour


def _spoken(word: str, today: date) -> date | None:
    if word in _SPOKEN:
        return today - timedelta(days=_SPOKEN[word])
    if word[:_LETTERS] in _DAYS:
        back = (today.weekday() - _DAYS.index(word[:_LETTERS])) % _WEEK
        return today - timedelta(days=back)
    return None


def _by_numbers(words: list[str], today: date) -> date | None:
    if not 1 <= len(words) <= _LETTERS or not words[0].isdigit():
        return None
    months = [today.month] if len(words) == 1 else [_month(words[1])]
    year = _year(words[2]) if len(words) == _LETTERS else today.year
    try:
        day = date(year, months[0], int(words[0]))
        if len(words) < _LETTERS and day > today:
            day = _the_one_before(day, by_month=len(words) == 1)
    except ValueError:
        return None
    return day


def _the_one_before(day: date, *, by_month: bool) -> date:
    if not by_month:
        return day.replace(year=day.year - 1)
    last = day.replace(day=1) - timedelta(days=1)
    return last.replace(day=day.day)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _MONTHS.index(word[:_LETTERS]) + 1 if word[:_LETTERS] in _MONTHS else 0


def _year(word: str) -> int:
    if not word.isdigit():
        return 0
    return int(word) + (_CENTURY if len(word) == 2 else 0)  # noqa: PLR2004 26 is 2026
