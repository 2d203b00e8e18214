"""Files that come with new starters: asked for, received or none held, signed for, told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.transfer import ReceivedState, next_look, received_state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.registers.register import Occasion, RegisterDraft
    from dsl_desk.domain.school_calendar import SchoolCalendar

CAME, NONE = "came", "none"
_OF_A_FILE: Final = ("answered_on", "came_from", "received_by", "form", "kept_at")
_OPEN: Final = frozenset({ReceivedState.ASKED, ReceivedState.CAME})


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    said = draft.said
    wanted: tuple[str, ...] = ()
    if said("answer") == CAME:
        wanted = _OF_A_FILE
    elif said("answer") == NONE:
        wanted = ("answered_on", "came_from")
    elif not said("asked_on"):
        wanted = ("asked_of", "asked_on")
    found = {name: "missing" for name in wanted if not said(name)}
    if said("receipt_on") and said("answer") != CAME:
        found["answer"] = "missing"
    return found


def _completes(draft: RegisterDraft, calendar: SchoolCalendar) -> Mapping[str, str]:
    """Return what is counted: how it stands, and when somebody looks again."""
    state = received_state(draft.answers)
    told = {"state": state.value}
    if state in _OPEN and not draft.said("next_check"):
        since = draft.said("answered_on") if state is ReceivedState.CAME else draft.said("asked_on")
        told["next_check"] = next_look(since, calendar)
    return told


def _waits(draft: RegisterDraft) -> bool:
    return received_state(draft.answers) in _OPEN


_BLANKS: Final = (
    Blank("child", "Which new starter?", BlankSort.PERSON, needed=True),
    Blank(
        "state",
        "State",
        BlankSort.CHOICE,
        choices=(
            Choice(ReceivedState.ASKED.value, "Asked for"),
            Choice(ReceivedState.CAME.value, "Came, not settled"),
            Choice(ReceivedState.COMPLETE.value, "Received"),
            Choice(ReceivedState.NONE_HELD.value, "None held"),
        ),
        reckoned=True,
    ),
    Blank("started_on", "First day here", BlankSort.DAY),
    Blank(
        "asked_of",
        "Who was asked for the file?",
        hint="The school or nursery before, and whom there.",
    ),
    Blank("asked_on", "Asked on", BlankSort.DAY),
    Blank(
        "answer",
        "What came of it?",
        BlankSort.CHOICE,
        "That none is held counts only in writing.",
        choices=(
            Choice("waiting", "No answer yet"),
            Choice(CAME, "A file came"),
            Choice(NONE, "None held, said in writing"),
        ),
    ),
    Blank("answered_on", "On", BlankSort.DAY),
    Blank("came_from", "From whom?", hint="Their name, their post, their school."),
    Blank("received_by", "Who received it here?", BlankSort.PERSON),
    Blank(
        "form",
        "In which form?",
        BlankSort.CHOICE,
        choices=(
            Choice("paper", "On paper"),
            Choice("pdf", "A locked PDF"),
            Choice("parcel", "A parcel of another DSL Desk"),
            Choice("system", "Out of another system"),
            Choice("told", "Told by telephone, nothing else yet"),
        ),
    ),
    Blank("kept_at", "Where is it kept?", hint="The cupboard, the vault, the drive."),
    Blank("receipt_on", "Receipt given on", BlankSort.DAY),
    Blank(
        "told",
        "Which key staff were told, and when?",
        BlankSort.LINES,
        "The DSL, the SENCO, whoever teaches the child, as far as each needs it.",
    ),
    Blank("next_check", "Chase on", BlankSort.DAY, "Left empty: counted for you."),
    Blank("chased", "Who was chased, when, and what did they say?", BlankSort.LINES),
)
FILES_RECEIVED: Final = Register(
    name=RegisterName.FILES_RECEIVED,
    title="Files received",
    tab="Files received",
    one="a file asked for or received",
    purpose="What came with each new starter: a file, or “none held” in writing.",
    part=Compartment.CHILDREN,
    blanks=_BLANKS,
    columns=("child", "state", "asked_of", "asked_on", "answered_on", "next_check"),
    day="asked_on",
    rule=_rule,
    due=lambda draft: draft.said("next_check") if _waits(draft) else "",
    is_open=_waits,
    completes=_completes,
)
