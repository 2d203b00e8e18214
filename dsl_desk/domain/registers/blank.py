"""A blank of a register: what is asked, in which way, and what stands in the way of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.moments import is_moment, told_in_full
from dsl_desk.domain.reading_days import day_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    Answers: TypeAlias = Mapping[str, str]

YES: Final = "yes"  # what a tick says; one that is not set says nothing
LONGEST_LINES: Final = 10_000
_LONGEST_ADDRESS: Final = 2_000


class BlankSort(Enum):
    """How a blank is filled in."""

    LINE = "line"
    LINES = "lines"
    CHOICE = "choice"
    DAY = "day"
    MOMENT = "moment"
    TICK = "tick"
    PERSON = "person"
    ADDRESS = "address"


@dataclass(frozen=True)
class Choice:
    """One of several answers: what the ledger keeps, and what people read."""

    code: str
    words: str


@dataclass(frozen=True)
class Blank:
    """One question of a register. Every answer is text; of a person the id is kept beside it."""

    name: str
    label: str
    sort: BlankSort = BlankSort.LINE
    hint: str = ""
    needed: bool = False
    choices: tuple[Choice, ...] = ()
    group: str = ""  # the question that this tick and those beside it answer together
    reckoned: bool = False  # no form asks for it: it is counted from the others

    def what_is_wrong(self, answer: str) -> str:
        """Return the code of what stands in the way of an answer, or nothing."""
        if not answer.strip():
            return "missing" if self.needed else ""
        if self.sort is BlankSort.DAY:
            return "" if _is_day(answer) else "not_a_day"
        if self.sort is BlankSort.MOMENT:
            return "" if is_moment(answer) else "not_a_time"
        if self.sort in (BlankSort.CHOICE, BlankSort.TICK):
            return "" if answer in self._codes() else "not_a_choice"
        return what_is_wrong(answer, _LONGEST.get(self.sort, LONGEST_LINE))

    def told(self, answer: str) -> str:
        """Return an answer as screen and paper say it."""
        if self.sort is BlankSort.TICK:
            return "Yes" if answer == YES else ""
        if self.sort is BlankSort.CHOICE:
            return next((one.words for one in self.choices if one.code == answer), answer)
        if self.sort is BlankSort.DAY:
            return day_in_words(answer)
        if self.sort is BlankSort.MOMENT:
            return told_in_full(answer) if is_moment(answer) else answer
        return answer

    def _codes(self) -> tuple[str, ...]:
        if self.sort is BlankSort.TICK:
            return (YES,)
        return tuple(one.code for one in self.choices)


_LONGEST: Final = {BlankSort.LINES: LONGEST_LINES, BlankSort.ADDRESS: _LONGEST_ADDRESS}


def _is_day(answer: str) -> bool:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return False
    return len(answer) == len("2026-11-19")
