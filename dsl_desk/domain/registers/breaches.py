"""Personal data breaches: aware when, told whom, what was decided within 72 hours, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.clock_hours import hours_after
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.moments import is_moment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

HOURS: Final = 72  # UK GDPR, article 33: of the clock, not of working days
_TOLD, _NEED_NOT = "told", "need_not"
_TO_THE_MINUTE: Final = len("2026-11-19T12:14")


def last_moment(draft: RegisterDraft) -> str:
    """Return until when the ICO is told, if it is told; nothing where nobody was aware yet."""
    aware = draft.said("aware_at")
    return hours_after(aware, HOURS) if is_moment(aware) else ""


def _due(draft: RegisterDraft) -> str:
    return "" if draft.said("ico") else last_moment(draft)


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    aware, told = draft.said("aware_at"), draft.said("ico_at")
    if is_moment(aware) and len(aware) < _TO_THE_MINUTE:
        found["aware_at"] = "no_time"
    if draft.said("ico") == _TOLD and not told:
        found["ico_at"] = "missing"
    late = is_moment(told) and is_moment(aware) and told > last_moment(draft)
    if (late or draft.said("ico") == _NEED_NOT) and not draft.said("ico_why"):
        found["ico_why"] = "late" if late else "missing"
    if draft.said("ico") and not draft.said("risk"):
        found["risk"] = "missing"
    if draft.said("people_told") == "no" and not draft.said("people_why"):
        found["people_why"] = "missing"
    if draft.said("risk") == "high" and draft.said("ico") and not draft.said("people_told"):
        found["people_told"] = "missing"
    return found


_BLANKS: Final = (
    Blank("what", "What happened?", hint="No child's name is needed here.", needed=True),
    Blank(
        "sort",
        "What kind of breach is it?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("lost", "A laptop, stick or paper lost or stolen"),
            Choice("sent", "Sent or handed to the wrong person"),
            Choice("posted", "Posted where others can see it"),
            Choice("opened", "Opened by somebody who may not"),
            Choice("gone", "Destroyed, or no longer to be had"),
            Choice("other", "Something else"),
        ),
    ),
    Blank("happened", "When did it happen?", BlankSort.MOMENT),
    Blank(
        "aware_at",
        "When did the school become aware of it?",
        BlankSort.MOMENT,
        "With the time: 72 hours of the clock begin here, weekends included.",
        needed=True,
    ),
    Blank("told_by", "Who noticed it?", BlankSort.PERSON),
    Blank("whose", "Whose data, and of how many people?", needed=True),
    Blank("data", "Which data?", BlankSort.LINES),
    Blank("dpo_told", "The data protection officer was told", BlankSort.MOMENT),
    Blank("contained", "What was done at once?", BlankSort.LINES),
    Blank(
        "risk",
        "How great is the risk to people?",
        BlankSort.CHOICE,
        choices=(
            Choice("unlikely", "Unlikely to be any"),
            Choice("risk", "There is a risk"),
            Choice("high", "There is a high risk"),
        ),
    ),
    Blank("risk_why", "Why?", BlankSort.LINES),
    Blank(
        "ico",
        "Is the ICO told?",
        BlankSort.CHOICE,
        "Leave this empty until it is decided: the clock runs until then.",
        choices=(Choice(_TOLD, "Told"), Choice(_NEED_NOT, "Not to be told")),
    ),
    Blank("ico_at", "The ICO was told", BlankSort.MOMENT),
    Blank("ico_reference", "Its reference"),
    Blank("ico_why", "Why not, or why later than 72 hours?", BlankSort.LINES),
    Blank(
        "people_told",
        "Were the people told whose data it is?",
        BlankSort.CHOICE,
        choices=(Choice("yes", "Yes"), Choice("no", "No")),
    ),
    Blank("people_why", "Why not?", BlankSort.LINES),
    Blank("learned", "What changes from now on?", BlankSort.LINES),
)
BREACHES: Final = Register(
    name=RegisterName.BREACHES,
    title="Personal data breaches",
    tab="Breaches",
    one="a breach",
    purpose="What happened to personal data, and what was decided about it within 72 hours.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("what", "aware_at", "risk", "ico"),
    day="aware_at",
    rule=_rule,
    due=_due,
    is_open=lambda draft: not draft.said("ico"),
    need=NeedSort.BREACH_CLOCK,
)
