"""Somebody outside the school whom it rings: numbers, hours, and who has checked them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.dates import at
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.typed_times import time_of

if TYPE_CHECKING:
    from datetime import datetime
    from typing import Self

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.working_days import Calendar

A_TERM: Final = timedelta(days=120)  # a number nobody looked at for so long is looked at again


@dataclass(frozen=True)
class Rung:
    """One desk at an authority: the LADO's, or that of its children's services."""

    key: str
    name: str
    telephone: str = ""
    opens: str = ""
    closes: str = ""
    after_hours: str = ""
    after_hours_telephone: str = ""
    source: str = ""
    confirmed_by: str = field(default="", repr=False)
    confirmed_on: str = ""

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "name": what_is_wrong(self.name),
            "telephone": what_is_wrong(self.telephone),
            "opens": _wrong_with_time(self.opens),
            "closes": _wrong_with_time(self.closes),
            "after_hours": too_much(self.after_hours),
            "after_hours_telephone": too_much(self.after_hours_telephone),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)

    def needs_checking(self, today: date) -> bool:
        """Tell whether nobody has confirmed the number, or not since the last term."""
        if not self.confirmed_on:
            return True
        return today - date.fromisoformat(self.confirmed_on) > A_TERM

    def confirmed(self, by: str, today: date) -> Self:
        """Return it as somebody has confirmed it."""
        return replace(self, confirmed_by=by, confirmed_on=today.isoformat())

    def unconfirmed(self) -> Self:
        """Return it as nobody has confirmed it."""
        return replace(self, confirmed_by="", confirmed_on="")

    def is_open(self, now: datetime, calendar: Calendar) -> bool:
        """Tell whether somebody is there: without hours, nobody knows, and one rings."""
        here = in_england(now)
        if not self.opens or not self.closes:
            return calendar.is_working_day(here.date())
        return calendar.is_working_day(here.date()) and self.opens <= at(here) < self.closes

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps."""
        return {name: getattr(self, name).strip() for name in TEXTS}

    @classmethod
    def of(cls, fields: Fields) -> Rung:
        """Return what an entry kept, or a file that was installed."""
        return Rung(**{name: fields.text(name) for name in TEXTS})


@dataclass(frozen=True)
class Number:
    """Whom to ring now."""

    name: str
    telephone: str
    after_hours: bool = False


def number_now(rung: Rung, now: datetime, calendar: Calendar) -> Number:
    """Return whom to ring at this moment: after hours the duty team, where there is one."""
    if rung.is_open(now, calendar) or not rung.after_hours_telephone:
        return Number(rung.name, rung.telephone)
    return Number(rung.after_hours, rung.after_hours_telephone, after_hours=True)


def _wrong_with_time(typed: str) -> str:
    return "not_a_time" if time_of(typed) is None else ""


TEXTS: Final = (
    *("key", "name", "telephone", "opens", "closes", "after_hours", "after_hours_telephone"),
    *("source", "confirmed_by", "confirmed_on"),
)
