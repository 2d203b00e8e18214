"""The LADO directory: whom to ring, when, what their forms ask. Dated data, never a constant."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import too_much, what_is_wrong
from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.dates import at
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import Kind
from dsl_desk.domain.typed_times import time_of

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.working_days import Calendar

A_TERM: Final = timedelta(days=120)  # a number nobody looked at for so long is looked at again


@dataclass(frozen=True)
class LadoStage:
    """One stage of how an authority takes a referral."""

    name: str
    when: str


@dataclass(frozen=True)
class Authority:
    """One authority, as shipped or as the school has changed it."""

    key: str
    name: str
    telephone: str = ""
    opens: str = ""
    closes: str = ""
    after_hours: str = ""
    after_hours_telephone: str = ""
    layout: str = ""
    hours_to_answer: int = 0
    source: str = ""
    stages: tuple[LadoStage, ...] = ()
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

    def confirmed(self, by: str, today: date) -> Authority:
        """Return it as somebody has confirmed it."""
        return replace(self, confirmed_by=by, confirmed_on=today.isoformat())

    def unconfirmed(self) -> Authority:
        """Return it as nobody has confirmed it."""
        return replace(self, confirmed_by="", confirmed_on="")

    def is_open(self, now: datetime, calendar: Calendar) -> bool:
        """Tell whether somebody is there: without hours, nobody knows, and one rings."""
        here = in_england(now)
        if not self.opens or not self.closes:
            return calendar.is_working_day(here.date())
        return calendar.is_working_day(here.date()) and self.opens <= at(here) < self.closes


@dataclass(frozen=True)
class Number:
    """Whom to ring now."""

    name: str
    telephone: str
    after_hours: bool = False


def number_now(authority: Authority, now: datetime, calendar: Calendar) -> Number:
    """Return whom to ring at this moment: after hours the duty team, where there is one."""
    if authority.is_open(now, calendar) or not authority.after_hours_telephone:
        return Number(authority.name, authority.telephone)
    return Number(authority.after_hours, authority.after_hours_telephone, after_hours=True)


@dataclass(frozen=True)
class LadoDirectory:
    """What the school has changed or confirmed, and which authority it works in.

    `statutory_report` is read and kept, and decides nothing: the switch is the policy's.
    """

    ours: str = ""
    changed: tuple[Authority, ...] = ()
    statutory_report: bool = False

    def over(self, shipped: tuple[Authority, ...]) -> tuple[Authority, ...]:
        """Return every authority, the school's own words in the place of what was shipped."""
        mine = {one.key: one for one in self.changed}
        added = [one for one in self.changed if one.key not in {each.key for each in shipped}]
        return (*(mine.get(one.key, one) for one in shipped), *added)

    def keeping(self, authority: Authority) -> LadoDirectory:
        """Return it with one authority as it is from now on: the one the school works in."""
        others = tuple(one for one in self.changed if one.key != authority.key)
        return replace(self, ours=authority.key, changed=(*others, authority))


_TEXTS: Final = (
    *("key", "name", "telephone", "opens", "closes", "after_hours", "after_hours_telephone"),
    *("layout", "source", "confirmed_by", "confirmed_on"),
)


def _to_fields(directory: LadoDirectory) -> dict[str, Json]:
    return {
        "ours": directory.ours,
        "statutory_report": directory.statutory_report,
        "changed": [_written(one) for one in directory.changed],
    }


def _of_fields(fields: Fields) -> LadoDirectory:
    changed = tuple(authority_of(each) for each in fields.each("changed"))
    return LadoDirectory(fields.text("ours"), changed, fields.truth("statutory_report"))


def _written(one: Authority) -> dict[str, Json]:
    texts: dict[str, Json] = {name: getattr(one, name).strip() for name in _TEXTS}
    stages: list[Json] = [{"name": stage.name, "when": stage.when} for stage in one.stages]
    return texts | {"hours_to_answer": one.hours_to_answer, "stages": stages}


def authority_of(fields: Fields) -> Authority:
    """Return an authority from named fields, of an entry or of a file that was installed."""
    stages = tuple(LadoStage(one.text("name"), one.text("when")) for one in fields.each("stages"))
    return Authority(
        hours_to_answer=fields.number("hours_to_answer"),
        stages=stages,
        **{name: fields.text(name) for name in _TEXTS},
    )


def _wrong_with_time(typed: str) -> str:
    return "not_a_time" if time_of(typed) is None else ""


LADO_DIRECTORY: Final = Kind("lado_directory", 1, EntryClass.SETTING, _to_fields, _of_fields)
