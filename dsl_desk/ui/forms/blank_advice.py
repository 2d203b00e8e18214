"""What to do about an answer of a register that needs a look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dsl_desk.domain.errors import Problem

_BY_FIELD: Final = {
    ("reason", "missing"): "Write why this changes, for example “They answered today”.",
    ("display", "nowhere"): "Tick at least one place the consent is for.",
    ("captured", "missing"): "Say whether it is kept. Keep it first, then have it taken down.",
    ("captured", "never_captured"): (
        "Nobody keeps such a picture. If there is a copy, do not open or delete it: ring 101."
    ),
    ("email", "missing"): "Enter the school's address behind the account, for example office@ ...",
    ("ico_why", "late"): "Write why the ICO was told later than 72 hours.",
    ("child", "not_known"): "Choose the child from the names that are offered as you type.",
    ("aware_at", "no_time"): "Enter the time as well: the 72 hours begin at this minute.",
    ("identity", "not_checked"): "Check who they are first: nothing is given to somebody unknown.",
    ("extended_told", "after_a_month"): "They are told within the first month. Enter that day.",
    ("notified_on", "after_pupils"): "Enter a day before pupils can see it, or move their day.",
    ("decided_by", "own_proposal"): "Nobody decides on their own proposal. Enter who decided.",
    (
        "next_look",
        "over_a_year",
    ): "Enter a day within a year. It is looked at each year.",
    ("terms", "not_a_stretch"): "One line each, like “Autumn 1: 2 Sep 2026 to 23 Oct 2026”.",
    ("inset", "not_a_stretch"): "One line each, like “INSET: 1 September 2026”.",
    ("closed", "not_a_stretch"): "One line each, like “Closed: 22 June 2027”.",
}
_BY_CODE: Final = {
    "missing": "Fill this in.",
    "too_long": "Use fewer words here.",
    "not_a_day": "Enter a day, for example 2 March 2026 or 02/03/2026.",
    "not_a_time": "Enter a day and a time, for example 16/11 and 19:40.",
    "not_a_count": "Enter a number from 1 to 15.",
    "not_an_hour": "Enter a time, for example 08:00.",
    "not_yet": "Enter a day or time that has been. This one is still to come.",
    "not_a_choice": "Choose one of these.",
    "before_it_began": "Enter a day or time after the one it begins.",
    "same_person": "Enter two different people.",
    "password": "Take the password out. It is written down nowhere, not even here.",
    "not_an_email": "Enter a whole address, for example office@fernhollow.example.",
    "two_acts": "Leave this empty. First the proposal is kept, later the decision is added.",
    "not_as_policy": "Your policy names somebody else for this. Write how they came to decide it.",
    "not_yours": "This is for another person to decide. Write how you know what they decided.",
}
_NOT_TEXT: Final = "Something here is not text. Delete it and type it again."


def advice_on_blank(problem: Problem) -> str:
    """Return what to do about one answer."""
    by_field = _BY_FIELD.get((problem.field, problem.code))
    return by_field or _BY_CODE.get(problem.code, _NOT_TEXT)
