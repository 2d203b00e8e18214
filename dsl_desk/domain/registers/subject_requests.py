"""Requests to see what is kept about somebody: who asks, by what right, and until when."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.registers.register import Occasion, RegisterDraft
    from dsl_desk.domain.school_calendar import SchoolCalendar
    from dsl_desk.domain.working_days import CountsDays

# UK GDPR, article 12(3): one month, and two further ones where a request is complex.
MONTHS, EXTENDED = 1, 3
_ASKED_FOR: Final = "asked"
_A_YEAR: Final = 12
_ONE_DAY: Final = timedelta(days=1)


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month; its last day, where that month has no such day."""
    years, month = divmod(day.month - 1 + months, _A_YEAR)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def begins(draft: RegisterDraft) -> str:
    """Return the day the month begins: once proof is here, where it had to be asked for."""
    received, proved = draft.said("received"), draft.said("identity_on")
    return max(received, proved) if draft.said("identity") == _ASKED_FOR else received


def settled(draft: RegisterDraft, days: CountsDays) -> dict[str, str]:
    """Return until when it is answered; a day that somebody wrote by hand stays as it is."""
    first = _day(begins(draft))
    if first is None:
        return {}
    plain, longer = (
        _on_a_working_day(months_after(first, one), days) for one in (MONTHS, EXTENDED)
    )
    written = draft.said("answer_by")
    if written not in ("", *_any_reckoned(draft, days)):
        return {}
    return {"answer_by": (longer if draft.said("extended_why") else plain).isoformat()}


def _completes(draft: RegisterDraft, calendar: SchoolCalendar) -> Mapping[str, str]:
    """Return what is reckoned: by the days everybody works, and not by the school's own."""
    return settled(draft, calendar.bank)


def _any_reckoned(draft: RegisterDraft, days: CountsDays) -> set[str]:
    """Return every day that may have been reckoned before, from each day it may begin on."""
    first = {_day(draft.said(name)) for name in ("received", "identity_on")} - {None}
    return {
        _on_a_working_day(months_after(one, months), days).isoformat()
        for one in first
        if one is not None
        for months in (MONTHS, EXTENDED)
    }


def _on_a_working_day(day: date, days: CountsDays) -> date:
    while not days.is_working_day(day):
        day += _ONE_DAY
    return day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _due(draft: RegisterDraft) -> str:
    return "" if draft.said("outcome") else draft.said("answer_by")


def _rule(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    today = occasion.now.date().isoformat()
    days = ("received", "identity_on", "extended_told", "answered_on")
    found = {name: "not_yet" for name in days if draft.said(name) > today}
    if draft.said("extended_why"):
        found = _told_in_time(draft) | found
    if draft.said("outcome"):
        return _answered(draft) | found
    return {"outcome": "missing"} | found if draft.said("answered_on") else found


def _answered(draft: RegisterDraft) -> dict[str, str]:
    found = {name: "missing" for name in ("answered_on", "searched") if not draft.said(name)}
    withdrawn = draft.said("outcome") == "withdrawn"
    if draft.said("identity") == "not_yet" and not withdrawn:
        found["identity"] = "not_checked"
    if draft.said("identity") == _ASKED_FOR and not draft.said("identity_on") and not withdrawn:
        found["identity_on"] = "missing"
    return found


def _told_in_time(draft: RegisterDraft) -> dict[str, str]:
    told, first = draft.said("extended_told"), _day(begins(draft))
    if not told:
        return {"extended_told": "missing"}
    late = first is not None and told > months_after(first, MONTHS).isoformat()
    return {"extended_told": "after_a_month"} if late else {}


_YES_OR_NO: Final = (Choice("yes", "Yes"), Choice("no", "No"))
_BLANKS: Final = (
    Blank("about", "About whom is it?", BlankSort.PERSON, needed=True),
    Blank("received", "When did it come?", BlankSort.DAY, needed=True),
    Blank("requester", "Who asks?", BlankSort.PERSON, needed=True),
    Blank(
        "requester_is",
        "Who are they to this person?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("themselves", "The person themselves"),
            Choice("parent", "Somebody with parental responsibility"),
            Choice("solicitor", "A solicitor or somebody else acting for them"),
            Choice("court", "Somebody a court appointed"),
            Choice("other", "Somebody else"),
        ),
    ),
    Blank("scope", "What do they ask for?", BlankSort.LINES, "In their own words."),
    Blank(
        "identity",
        "How was it checked who they are?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("known", "They are known to us"),
            Choice("seen", "A document was seen"),
            Choice(_ASKED_FOR, "Proof had to be asked for"),
            Choice("not_yet", "Not checked yet"),
        ),
    ),
    Blank(
        "identity_on",
        "Proof came on",
        BlankSort.DAY,
        "Where proof had to be asked for, the month begins on this day.",
    ),
    Blank("authority", "By what right do they ask, and how was that checked?", BlankSort.LINES),
    Blank(
        "understands",
        "If it is a child: do they understand what is asked?",
        BlankSort.CHOICE,
        "A child who understands decides for themselves, often from about 12.",
        choices=(
            Choice("agrees", "Yes, and they agree"),
            Choice("objects", "Yes, and they do not want it"),
            Choice("too_young", "No, not yet"),
            Choice("not_asked", "Nobody has asked them yet"),
        ),
    ),
    Blank("understands_how", "How do you know?", BlankSort.LINES),
    Blank("dpo", "The data protection officer who decides"),
    Blank("extended_why", "If two months more are needed: why?", BlankSort.LINES),
    Blank("extended_told", "They were told so on", BlankSort.DAY, "Within the first month."),
    Blank(
        "answer_by",
        "Answer by",
        BlankSort.DAY,
        "Left empty, it is reckoned: one month, and on to the next working day.",
    ),
    Blank("searched", "What was searched, and how?", BlankSort.LINES),
    Blank(
        "elsewhere",
        "Were e-mail, paper and other systems searched?",
        BlankSort.CHOICE,
        "This vault is not all that the school keeps.",
        choices=_YES_OR_NO,
    ),
    Blank(
        "outcome",
        "What came of it?",
        BlankSort.CHOICE,
        "Leave this empty until it is answered: the clock runs until then.",
        choices=(
            Choice("given", "Everything was given"),
            Choice("part", "Part of it was given"),
            Choice("refused", "Nothing was given"),
            Choice("withdrawn", "They withdrew it"),
        ),
    ),
    Blank("answered_on", "Answered on", BlankSort.DAY),
)
SUBJECT_REQUESTS: Final = Register(
    name=RegisterName.SUBJECT_REQUESTS,
    title="Requests to see what is kept",
    tab="Access requests",
    one="a request",
    purpose="Who asked to see what is kept about somebody, and what they were given in time.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("about", "received", "answer_by", "outcome"),
    day="received",
    rule=_rule,
    due=_due,
    is_open=lambda draft: not draft.said("outcome"),
    need=NeedSort.SUBJECT_CLOCK,
    completes=_completes,
)
