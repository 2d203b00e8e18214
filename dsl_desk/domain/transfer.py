"""A file that goes to the next school: until when it has to be there, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.school_calendar import Timer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.school_calendar import SchoolCalendar

IN_YEAR, NEW_TERM = "in_year", "new_term"
_A_DAY: Final = timedelta(days=1)


class TransferState(Enum):
    """How a file that goes to the next school stands."""

    NOT_MADE = "not_made"
    MADE = "made"
    SENT = "sent"
    CHASED = "chased"
    ACKNOWLEDGED = "acknowledged"


class ReceivedState(Enum):
    """How a file stands that a new starter brings, or does not."""

    ASKED = "asked"
    CAME = "came"
    COMPLETE = "complete"
    NONE_HELD = "none_held"


@dataclass(frozen=True)
class Limits:
    """Both days by which a file has to be there; `new_term` needs the first day at the school."""

    in_year: date | None
    new_term: date | None

    def counted(self, timing: str) -> date | None:
        """Return the one that counts for this child."""
        return self.new_term if timing == NEW_TERM else self.in_year


def limits_of(answers: Mapping[str, str], calendar: SchoolCalendar) -> Limits:
    """Return both limits, in the days the school counts for transfers.

    In the year: so many days after the last day here. At the start of a term: within the first so
    many days there, so that the first day counts as one of them.
    """
    count, days = calendar.school.transfer_days, calendar.days_of(Timer.TRANSFER)
    left, starts = (a_day(answers.get(name, "")) for name in ("left_on", "starts_on"))
    return Limits(
        None if left is None else calendar.after(left, count, days),
        None if starts is None else calendar.after(starts - _A_DAY, count, days),
    )


def next_look(since: str, calendar: SchoolCalendar) -> str:
    """Return the day on which whoever has not answered is chased; nothing without a first day."""
    day = a_day(since)
    if day is None:
        return ""
    days = calendar.days_of(Timer.TRANSFER)
    return calendar.after(day, calendar.school.transfer_days, days).isoformat()


def state_of(answers: Mapping[str, str], *, made: bool = False) -> TransferState:
    """Return how a transfer stands. Whether a parcel was made is asked of the copies."""
    if answers.get("acknowledged_on"):
        return TransferState.ACKNOWLEDGED
    if answers.get("sent_on"):
        return TransferState.CHASED if answers.get("chased", "").strip() else TransferState.SENT
    return TransferState.MADE if made else TransferState.NOT_MADE


def received_state(answers: Mapping[str, str]) -> ReceivedState:
    """Return how a file stands that was asked for."""
    answer = answers.get("answer")
    if answer == "none":
        return ReceivedState.NONE_HELD
    if answer != "came":
        return ReceivedState.ASKED
    done = answers.get("receipt_on") and answers.get("told", "").strip()
    return ReceivedState.COMPLETE if done else ReceivedState.CAME


def a_day(text: str) -> date | None:
    """Return a day as it was written; None where none was."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
