"""Files that go to the next school: to whom, by when, how it went, and the receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.school_calendar import RetainedCopy
from dsl_desk.domain.transfer import (
    IN_YEAR,
    NEW_TERM,
    TransferState,
    limits_of,
    next_look,
    state_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.registers.register import Occasion, RegisterDraft
    from dsl_desk.domain.school_calendar import SchoolCalendar

SCHOOL, HOME, UNKNOWN = "school", "home", "unknown"
KEPT, NOT_KEPT = "kept", "not_kept"
_SENT: Final = ("school", "dsl", "way", "apart", "sent_by")
_SIGNED: Final = ("acknowledged_by", "acknowledged_how", "sent_on")


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    said = draft.said
    wanted: list[str] = []
    if said("timing") == NEW_TERM:
        wanted.append("starts_on")
    if said("to") == SCHOOL:
        wanted.append("school")
    elif said("to"):
        wanted += ["authority", "authority_on"]
    if said("sent_on"):
        wanted += _SENT if said("to") == SCHOOL else _SENT[2:]
    if said("acknowledged_on"):
        wanted += _SIGNED
    if said("retained") == NOT_KEPT:
        wanted.append("retained_why")
    found = {name: "missing" for name in wanted if not said(name)}
    return found | _wrong_order(draft)


def _wrong_order(draft: RegisterDraft) -> dict[str, str]:
    """Return which day comes before one that has to come first."""
    pairs = (("left_on", "starts_on"), ("sent_on", "acknowledged_on"))
    return {
        later: "before_it_began"
        for first, later in pairs
        if draft.said(first) and draft.said(later) and draft.said(later) < draft.said(first)
    }


def _completes(draft: RegisterDraft, calendar: SchoolCalendar) -> Mapping[str, str]:
    """Return what is counted: the limit, the state, and when the receipt is chased."""
    answers = dict(draft.answers)
    limit = limits_of(answers, calendar).counted(draft.said("timing"))
    told = {
        "due": limit.isoformat() if limit else "",
        "state": state_of(answers).value,
    }
    if draft.said("sent_on") and not draft.said("next_check"):
        told["next_check"] = next_look(draft.said("sent_on"), calendar)
    keeps = calendar.school.retained
    if draft.said("acknowledged_on") and keeps is RetainedCopy.KEEP and not draft.said("retained"):
        told["retained"] = KEPT
    return told


def _due(draft: RegisterDraft) -> str:
    if draft.said("acknowledged_on"):
        return ""
    return draft.said("next_check") if draft.said("sent_on") else draft.said("due")


_BLANKS: Final = (
    Blank("child", "Who leaves?", BlankSort.PERSON, "A pupil of this school.", needed=True),
    Blank(
        "state",
        "State",
        BlankSort.CHOICE,
        choices=(
            Choice(TransferState.NOT_MADE.value, "Not sent"),
            Choice(TransferState.SENT.value, "Sent"),
            Choice(TransferState.CHASED.value, "Chased"),
            Choice(TransferState.ACKNOWLEDGED.value, "Signed for"),
        ),
        reckoned=True,
    ),
    Blank("left_on", "Last day here", BlankSort.DAY, needed=True),
    Blank("starts_on", "First day there", BlankSort.DAY),
    Blank(
        "timing",
        "When do they change school?",
        BlankSort.CHOICE,
        "In the year the days count from the last day here; at the start of a term from the first "
        "day there.",
        needed=True,
        choices=(
            Choice(IN_YEAR, "During the school year"),
            Choice(NEW_TERM, "At the start of a new term"),
        ),
    ),
    Blank("due", "The file has to be there by", BlankSort.DAY, reckoned=True),
    Blank(
        "to",
        "Where do they go?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice(SCHOOL, "To another school or college"),
            Choice(HOME, "Home education"),
            Choice(UNKNOWN, "Nobody knows yet"),
        ),
    ),
    Blank("school", "Which school or college?"),
    Blank(
        "dsl",
        "Its designated safeguarding lead, by name",
        BlankSort.PERSON,
        "The file goes to this person and to nobody else.",
    ),
    Blank("contact", "How they are reached", hint="Telephone and address, asked of the school."),
    Blank(
        "authority",
        "Whom at the local authority did you tell?",
        hint="Needed for home education, and where nobody knows the next school.",
    ),
    Blank("authority_on", "On", BlankSort.DAY),
    Blank(
        "way",
        "How does it go?",
        BlankSort.CHOICE,
        "Never with parents, a child or the ordinary post.",
        choices=(
            Choice("by_hand", "By hand, against a signature"),
            Choice("recorded", "Recorded or guaranteed delivery"),
            Choice("secure", "A secure transfer service"),
        ),
    ),
    Blank("apart", "It goes apart from the main pupil file", BlankSort.TICK, group="The file"),
    Blank("sent_on", "Sent on", BlankSort.DAY),
    Blank("sent_by", "Sent by", BlankSort.PERSON),
    Blank("sent", "What else went with it?", BlankSort.LINES, "Paper originals, earlier files."),
    Blank("next_check", "Chase the receipt on", BlankSort.DAY, "Left empty: counted for you."),
    Blank("chased", "Who was chased, when, and what did they say?", BlankSort.LINES),
    Blank("acknowledged_on", "Signed for on", BlankSort.DAY),
    Blank("acknowledged_by", "By whom, and what they are there"),
    Blank("acknowledged_how", "How do you know?", hint="The slip, a letter, a call you rang."),
    Blank(
        "retained",
        "Our own copy",
        BlankSort.CHOICE,
        "Your school's rule stands in the calendar. Nothing is taken away by itself.",
        choices=(
            Choice(KEPT, "Kept until its day"),
            Choice(NOT_KEPT, "To be let go of"),
        ),
    ),
    Blank("retained_why", "Why?", BlankSort.LINES),
)
TRANSFERS: Final = Register(
    name=RegisterName.TRANSFERS,
    title="Files to the next school",
    tab="Leavers' files",
    one="a leaver",
    purpose="Whose file goes where, until when, and who signed for it.",
    part=Compartment.CHILDREN,
    blanks=_BLANKS,
    columns=("child", "state", "school", "due", "sent_on", "acknowledged_on"),
    day="left_on",
    rule=_rule,
    due=_due,
    is_open=lambda draft: not draft.said("acknowledged_on"),
    completes=_completes,
)
