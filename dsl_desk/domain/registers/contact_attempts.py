"""Pupils who try to reach an adult who works here: tried, arrived, answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_NO: Final = "no"


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.said("child") and draft.said("child") == draft.said("adult"):
        found["adult"] = "same_person"
    if draft.said("arrived") == "answered" and not draft.said("response"):
        found["response"] = "missing"
    if draft.said("parents") == _NO and not draft.said("parents_why"):
        found["parents_why"] = "missing"
    return found


_BLANKS: Final = (
    Blank("child", "Which child?", BlankSort.PERSON, needed=True),
    Blank("adult", "Which adult?", BlankSort.PERSON, needed=True),
    Blank("platform", "Where?", hint="For example Instagram, or a game's chat.", needed=True),
    Blank("account", "Which account did the child use?"),
    Blank("at", "When?", BlankSort.MOMENT, needed=True),
    Blank(
        "way",
        "What was it?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("request", "A request to be friends or to follow"),
            Choice("message", "A message"),
            Choice("comment", "A comment or a like"),
            Choice("call", "A call"),
            Choice("other", "Something else"),
        ),
    ),
    Blank(
        "arrived",
        "How far did it come?",
        BlankSort.CHOICE,
        "An attempt counts as well.",
        needed=True,
        choices=(
            Choice("tried", "Tried"),
            Choice("arrived", "Arrived, not answered"),
            Choice("answered", "Answered"),
        ),
    ),
    Blank("words", "What was said?", BlankSort.LINES, "Word for word."),
    Blank(
        "response",
        "What did the adult do?",
        BlankSort.LINES,
        "Do not reply online. If the adult answered, think of a concern about an adult.",
    ),
    Blank("dsl_told", "You were told", BlankSort.MOMENT),
    Blank("others_told", "Who else was told, and when?", BlankSort.LINES),
    Blank("child_told", "Who told the child that it is not the way?"),
    Blank(
        "parents",
        "Were the parents told?",
        BlankSort.CHOICE,
        choices=(Choice("yes", "Yes"), Choice(_NO, "No")),
    ),
    Blank("parents_why", "Why not?", BlankSort.LINES),
    Blank("concern", "The concern it belongs to", hint="For example C-2026-041."),
)
CONTACT_ATTEMPTS: Final = Register(
    name=RegisterName.CONTACT_ATTEMPTS,
    title="Contact by pupils",
    tab="Contact",
    one="an attempt",
    purpose="Every attempt of a pupil to reach an adult who works here outside the school's ways.",
    part=Compartment.CHILDREN,
    blanks=_BLANKS,
    columns=("child", "adult", "platform", "arrived", "at"),
    day="at",
    rule=_rule,
)
