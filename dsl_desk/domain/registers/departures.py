"""Departures from the policy: taken or proposed, with their justification, told to the Head."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_TAKEN: Final = "taken"


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    missing = draft.said("standing") == _TAKEN and not draft.said("at")
    asked = bool(draft.said("hr_on")) and not draft.said("hr_advice")
    return {
        **({"at": "missing"} if missing else {}),
        **({"hr_advice": "missing"} if asked else {}),
    }


_BLANKS: Final = (
    Blank("who", "Who departs from the policy?", BlankSort.PERSON, needed=True),
    Blank("what", "What is done instead?", BlankSort.LINES, needed=True),
    Blank("clause", "Which clause asks for something else?"),
    Blank(
        "standing",
        "Has it been done?",
        BlankSort.CHOICE,
        needed=True,
        choices=(Choice("proposed", "Proposed"), Choice(_TAKEN, "Done already")),
    ),
    Blank("at", "When was it done?", BlankSort.MOMENT),
    Blank("emergency", "It was an emergency", BlankSort.TICK, group="Why so quickly?"),
    Blank("why", "What justifies it?", BlankSort.LINES, needed=True),
    Blank("risks", "Which risks were known at the time?", BlankSort.LINES),
    Blank("alike", "How were cases like it judged?", BlankSort.LINES),
    Blank("told_head", "Told to the headteacher", BlankSort.MOMENT),
    Blank("hr_on", "HR was asked on", BlankSort.DAY),
    Blank("hr_advice", "What HR advised", BlankSort.LINES),
    Blank(
        "outcome",
        "What came of it?",
        BlankSort.CHOICE,
        choices=(
            Choice("agreed", "Agreed"),
            Choice("not_agreed", "Not agreed"),
            Choice("concern", "Looked at as a concern about an adult"),
        ),
    ),
)
DEPARTURES: Final = Register(
    name=RegisterName.DEPARTURES,
    title="Departures from the policy",
    tab="Departures",
    one="a departure",
    purpose="What somebody who works here does otherwise than the policy says, and why.",
    part=Compartment.STAFF,
    blanks=_BLANKS,
    columns=("who", "standing", "clause", "told_head", "outcome"),
    day="at",
    rule=_rule,
    is_open=lambda draft: not draft.said("outcome"),
    subject="who",
)
