"""The look at filtering and monitoring, each year: what was tried out, and what came of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_A_YEAR: Final = 366  # days: guidance wants it looked at once a year at least
_AS_IT_SHOULD: Final = "as_it_should"


def _rule(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    looked, again = _day(draft.said("looked_on")), _day(draft.said("next_look"))
    if looked is not None and looked > occasion.now.date():
        found["looked_on"] = "not_yet"
    if looked is not None and again is not None:
        if again <= looked:
            found["next_look"] = "before_it_began"
        elif (again - looked).days > _A_YEAR:
            found["next_look"] = "over_a_year"
    if draft.said("result") not in ("", _AS_IT_SHOULD) and not draft.said("to_do"):
        found["to_do"] = "missing"
    return found


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


_BLANKS: Final = (
    Blank("looked_on", "Looked at on", BlankSort.DAY, needed=True),
    Blank(
        "who",
        "Who looked?",
        hint="The DSL, somebody from IT, and a governor where there is one.",
        needed=True,
    ),
    Blank(
        "tried",
        "What was tried out?",
        BlankSort.LINES,
        "On which devices, as whom, at school and away from it; that reports reach the DSL.",
        needed=True,
    ),
    Blank(
        "got_round",
        "Attempts to get round it since the last look",
        BlankSort.LINES,
        "How many, and what they had in common. No names.",
    ),
    Blank("too_much", "Was anything blocked that teaching needs?", BlankSort.LINES),
    Blank(
        "result",
        "How does it stand?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice(_AS_IT_SHOULD, "As it should"),
            Choice("to_mend", "Something is to be mended"),
            Choice("not_enough", "Not enough"),
        ),
    ),
    Blank("to_do", "What is to be done, by whom, and until when?", BlankSort.LINES),
    Blank("governors_on", "Governors told on", BlankSort.DAY),
    Blank("next_look", "Look again on", BlankSort.DAY, "Within a year.", needed=True),
)
FILTERING: Final = Register(
    name=RegisterName.FILTERING,
    title="Filtering and monitoring",
    tab="Filtering",
    one="a look",
    purpose="The look at filtering and monitoring, at least once a year, and what came of it.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("looked_on", "who", "result", "governors_on", "next_look"),
    day="looked_on",
    rule=_rule,
    due=lambda draft: draft.said("next_look"),
    need=NeedSort.FILTERING_LOOK,
    newest_counts=True,
)
