"""How long an allegation is kept, and when it leaves the adult's file. Nothing acts by itself."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.allegation import AllegationDraft

_TEN_YEARS: Final = 10
_LEAP_DAY: Final = (2, 29)


def keep_until(told_on: date, pension_on: date | None) -> date | None:
    """Return until when: pension age, or ten years from the allegation, whichever is later.

    None while the pension age is not known: the day is asked, never guessed.
    """
    if pension_on is None:
        return None
    return max(pension_on, _years_later(told_on, _TEN_YEARS))


def stands_in_file(draft: AllegationDraft) -> bool:
    """Tell whether timeline, counts, references and packs may speak of it."""
    return draft.in_file


def _years_later(day: date, years: int) -> date:
    if (day.month, day.day) == _LEAP_DAY:
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)
