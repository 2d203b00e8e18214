"""What needs somebody today, in order of harm, then time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dsl_desk.domain.entry_class import EntryClass
    from dsl_desk.domain.ids import MemberId

SOON: Final = timedelta(days=7)  # what is due later is not on the page yet
_NEVER: Final = "9999-12-31"


class NeedSort(Enum):
    """Why something needs somebody. The order is the order of harm."""

    RING_POLICE = "ring_police"
    SET_ASIDE_TOO = "set_aside_too"
    LADO_CLOCK = "lado_clock"
    NOT_SAFE = "not_safe"
    LEFT_UNOPENED = "left_unopened"
    BREACH_CLOCK = "breach_clock"
    AGREE_TO_LOOK = "agree_to_look"
    LOOK_OWES = "look_owes"
    LOOK_OVER = "look_over"
    SUBJECT_CLOCK = "subject_clock"
    SUBJECT_ASKED = "subject_asked"
    EVERYTHING_LEFT = "everything_left"
    DUTY_OVERDUE = "duty_overdue"
    LOOK_DUTY = "look_duty"
    REGISTER_DUTY = "register_duty"
    REPLY_DUE = "reply_due"
    TAKE_DOWN_CHECK = "take_down_check"
    FILE_TO_SEND = "file_to_send"
    RECEIPT_TO_CHASE = "receipt_to_chase"
    FILE_TO_CHASE = "file_to_chase"
    NEW_CONCERN = "new_concern"
    ADVICE_TO_COME = "advice_to_come"
    LEFT_WAITS = "left_waits"
    DECLARATION_WAITS = "declaration_waits"
    TASK = "task"
    DECLARATION_AGAIN = "declaration_again"
    ACCEPTANCE_WAITS = "acceptance_waits"
    RECEIPT_TO_GIVE = "receipt_to_give"
    FILE_TO_ASK = "file_to_ask"
    CONSENT_ENDS = "consent_ends"
    NUMBER_CHECK = "number_check"
    ACCOUNT_CHECK = "account_check"
    FILTERING_LOOK = "filtering_look"
    CHECK_DUE = "check_due"
    SWITCHED_OFF = "switched_off"
    DUTY_ADDED = "duty_added"
    DUTIES_UNREAD = "duties_unread"
    DISPOSAL = "disposal"
    REVIEW_DUE = "review_due"
    OFTEN_NAMED = "often_named"
    MADE_APART = "made_apart"
    UNFINISHED = "unfinished"


_ONE_ROW: Final = frozenset(
    {NeedSort.NOT_SAFE, NeedSort.DUTY_OVERDUE, NeedSort.NEW_CONCERN, NeedSort.UNFINISHED}
)
WAS_LEFT: Final = frozenset({NeedSort.LEFT_UNOPENED, NeedSort.LEFT_WAITS})
_BEFORE_ALL: Final = frozenset(
    {
        *(NeedSort.RING_POLICE, NeedSort.SET_ASIDE_TOO),
        *(NeedSort.NOT_SAFE, NeedSort.LADO_CLOCK, NeedSort.LEFT_UNOPENED),
    }
)


@dataclass(frozen=True)
class Need:
    """One thing that needs doing. Of the ids, those are given that its row leads to.

    `what` is its own words where it has some; `count` how many concerns, where they are counted.
    """

    sort: NeedSort
    what: str = field(default="", repr=False)
    about: str = field(default="", repr=False)
    ref: str = ""
    due: str = ""
    who: str = ""
    count: int = 0
    concern: str = ""
    person: str = ""
    task: str = ""
    register: str = ""
    evidence: str = ""
    allegation: str = ""
    left: str = ""
    declaration: str = ""
    request: str = ""  # to see what is kept about somebody
    everything: str = ""  # the entry by which all that somebody may open left
    by: str = ""  # the moment a clock ends
    over: bool = False  # that moment has gone by
    also: tuple[NeedSort, ...] = ()  # what else presses in the same concern

    def is_mine(self, member: MemberId) -> bool:
        """Tell whether it is this member's: theirs by name, or everybody's."""
        return self.who in ("", member)

    def is_late(self, today: date) -> bool:
        """Tell whether its day is over."""
        return bool(self.due) and date.fromisoformat(self.due) < today


@dataclass(frozen=True)
class Since:
    """Something that was written since this member last unlocked."""

    at: datetime
    author: str = field(repr=False)
    by_me: bool
    entry_class: EntryClass
    ref: str = ""
    again: bool = False  # a new version of what was there


@dataclass(frozen=True)
class Today:
    """The whole page: what is for today, what is for this week, and what was done meanwhile."""

    now: tuple[Need, ...]
    later: tuple[Need, ...]
    since: tuple[Since, ...]


def one_row_each(needs: Iterable[Need]) -> tuple[Need, ...]:
    """Bring what presses in one concern into one row: its most harmful act, and what else.

    Replies and reminders are acts of their own, and stay rows of their own.
    """
    found: dict[object, Need] = {}
    for at, need in enumerate(needs):
        key = need.concern if need.sort in _ONE_ROW and need.concern else at
        before = found.get(key)
        found[key] = need if before is None else _together(before, need)
    return tuple(found.values())


def in_order_of_harm(needs: Iterable[Need], today: date) -> tuple[Need, ...]:
    """Return what is overdue first, then by harm, then by time."""
    harm = list(NeedSort)
    return tuple(
        sorted(
            needs,
            key=lambda need: (
                harm.index(need.sort) if need.sort in _BEFORE_ALL else len(harm),
                not need.is_late(today),
                harm.index(need.sort),
                need.by or need.due or _NEVER,
            ),
        )
    )


def now_and_later(needs: Iterable[Need], today: date) -> tuple[tuple[Need, ...], tuple[Need, ...]]:
    """Part what is for today from what is for the days after; what is further off is in neither."""
    ordered = in_order_of_harm(needs, today)
    now = tuple(need for need in ordered if _is_for_now(need, today))
    coming = (need for need in ordered if not _is_for_now(need, today))
    later = tuple(need for need in coming if _day(need) <= today + SOON)
    return now, tuple(sorted(later, key=lambda need: need.due))


def _together(one: Need, other: Need) -> Need:
    harm = list(NeedSort)
    first, second = sorted((one, other), key=lambda need: harm.index(need.sort))
    return replace(first, also=(*first.also, second.sort, *second.also))


def _is_for_now(need: Need, today: date) -> bool:
    # A clock of hours runs while people sleep: nobody waits for its last day.
    return need.sort is NeedSort.BREACH_CLOCK or not need.due or _day(need) <= today


def _day(need: Need) -> date:
    return date.fromisoformat(need.due)
