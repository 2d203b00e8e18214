"""Requests to take something down: to whom, under which reference, and when to look again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_CAPTURED, _ILLEGAL_OR_NOT_KNOWN = "yes", frozenset({"yes", "not_known"})
EVIDENCE: Final = "evidence"  # the blank that names it by its reference
_AFTER: Final = 2  # school days until somebody looks again, where no day is said


def _rule(draft: RegisterDraft, _occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    may_be_illegal = draft.said("illegal") in _ILLEGAL_OR_NOT_KNOWN
    captured = draft.said("captured")
    if may_be_illegal and captured == _CAPTURED:
        found["captured"] = "never_captured"
    elif not may_be_illegal and not captured:
        found["captured"] = "missing"
    elif not may_be_illegal and captured != _CAPTURED and not draft.said("captured_why"):
        found["captured_why"] = "missing"
    if draft.said("outcome") and not draft.said("outcome_on"):
        found["outcome_on"] = "missing"
    return found


def _waits(draft: RegisterDraft) -> bool:
    return not draft.said("outcome")


_BLANKS: Final = (
    Blank(
        "illegal",
        "Could it show a nude or sexual picture of somebody under 18?",
        BlankSort.CHOICE,
        "Real or made by a computer. If so, nobody looks at it, copies it or sends it on.",
        needed=True,
        choices=(
            Choice("no", "No"),
            Choice("yes", "Yes"),
            Choice("not_known", "Not known"),
        ),
    ),
    Blank("what", "What is to be taken down?", hint="In words.", needed=True),
    Blank("platform", "Where is it?"),
    Blank("address", "Its whole address", BlankSort.ADDRESS),
    Blank("child", "Which child is it about?", BlankSort.PERSON),
    Blank(
        "captured",
        "Is it kept as evidence?",
        BlankSort.CHOICE,
        "First keep it, then have it taken down; never a picture like that above.",
        choices=(Choice(_CAPTURED, "Yes"), Choice("no", "No")),
    ),
    Blank("captured_why", "Why not?", BlankSort.LINES),
    Blank(
        EVIDENCE,
        "Which evidence is it?",
        hint="For example EV-2026-058. Then the request stands in what became of it.",
    ),
    Blank(
        "to",
        "Who was asked?",
        BlankSort.CHOICE,
        "Report Remove is the child's own: the child sends it. To the IWF, never send the picture.",
        needed=True,
        choices=(
            Choice("platform", "The platform"),
            Choice("report_remove", "Report Remove"),
            Choice("iwf", "Internet Watch Foundation"),
            Choice("ceop", "CEOP"),
            Choice("police", "Police"),
            Choice("other", "Somebody else"),
        ),
    ),
    Blank("by", "Who asked?", BlankSort.PERSON),
    Blank("asked_at", "When?", BlankSort.MOMENT, needed=True),
    Blank("reference", "Their reference"),
    Blank("next_check", "Look again on", BlankSort.DAY, "Left empty: two school days later."),
    Blank("checks", "What was seen when you looked again?", BlankSort.LINES),
    Blank(
        "outcome",
        "What came of it?",
        BlankSort.CHOICE,
        choices=(
            Choice("removed", "Taken down"),
            Choice("refused", "They refused"),
            Choice("gone", "Gone by itself"),
            Choice("given_up", "Not followed up"),
        ),
    ),
    Blank("outcome_on", "On", BlankSort.DAY),
    Blank("concern", "The concern it belongs to", hint="For example C-2026-041."),
)
TAKE_DOWNS: Final = Register(
    name=RegisterName.TAKE_DOWNS,
    title="Take-down requests",
    tab="Take-downs",
    one="a request",
    purpose="What we asked to be taken down, of whom, and when somebody looks again.",
    part=Compartment.CHILDREN,
    blanks=_BLANKS,
    columns=("what", "to", "reference", "next_check", "outcome"),
    day="asked_at",
    rule=_rule,
    due=lambda draft: draft.said("next_check") if _waits(draft) else "",
    is_open=_waits,
    need=NeedSort.TAKE_DOWN_CHECK,
    next_look=("next_check", _AFTER),
)
