"""How a day is read that somebody typed or a file brought, the day before the month as here."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from dsl_desk.domain.dates import in_sentence

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_NUMBERS: Final = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_NAMED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{4})")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00.*)?")


def read_day(untrusted_words: str) -> str:
    """Return a day in ISO 8601; what is no day comes back as it was, to be told as wrong."""
    words = untrusted_words.strip()
    if found := _ISO.fullmatch(words):
        year, month, day = map(int, found.groups())
    elif found := _NUMBERS.fullmatch(words):
        day, month, year = map(int, found.groups())
    elif (found := _NAMED.fullmatch(words.lower())) and found[2] in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2]) + 1, int(found[3])
    else:
        return words
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return words


def day_in_words(day: str) -> str:
    """Return a day of a record as people write it; what is no day comes back as it is."""
    try:
        return in_sentence(date.fromisoformat(day))
    except ValueError:
        return day


def age_on(born: str, today: date) -> int | None:
    """Return how many years old somebody is; None where no birthday is known."""
    try:
        birthday = date.fromisoformat(born)
    except ValueError:
        return None
    had_it = (today.month, today.day) >= (birthday.month, birthday.day)
    return today.year - birthday.year - (0 if had_it else 1)
