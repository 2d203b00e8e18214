"""The three terms of a school year, as far as counting goes: from month to month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_SEPTEMBER, _JANUARY, _APRIL = 9, 1, 4
TERMS: Final = ((_SEPTEMBER, "Autumn term"), (_APRIL, "Summer term"), (_JANUARY, "Spring term"))


@dataclass(frozen=True)
class SchoolTerm:
    """A term as far as checking goes: from its first day to the last before the next begins."""

    words: str
    since: str
    until: str


def term_at(day: date) -> SchoolTerm:
    """Return the term a day is in, holidays after it included."""
    month, words = next(each for each in TERMS if day.month >= each[0])
    begins = sorted(each[0] for each in TERMS)
    later = [one for one in begins if one > month]
    past = date(day.year, later[0], 1) if later else date(day.year + 1, begins[0], 1)
    last = past - timedelta(days=1)
    return SchoolTerm(f"{words} {day.year}", date(day.year, month, 1).isoformat(), last.isoformat())


def term_before(term: SchoolTerm) -> SchoolTerm:
    """Return the term that went before."""
    return term_at(date.fromisoformat(term.since) - timedelta(days=1))
