"""What adults who work here were advised, in which version, and that they signed for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

_SIGNED: Final = "signed"


def _rule(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    signed = draft.said("acknowledged_on")
    if draft.said("acknowledged") == _SIGNED and not signed:
        found["acknowledged_on"] = "missing"
    if signed and signed < draft.said("advised_on"):
        found["acknowledged_on"] = "before_it_began"
    if draft.said("advised_on") > occasion.now.date().isoformat():
        found["advised_on"] = "not_yet"
    return found


_BLANKS: Final = (
    Blank("who", "Who was advised?", BlankSort.PERSON, needed=True),
    Blank(
        "what",
        "On what?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice("policy", "The social media policy"),
            Choice("conduct", "The code of conduct"),
            Choice("settings", "Their own privacy settings"),
            Choice("other", "Something else"),
        ),
    ),
    Blank("version", "Which version?", hint="Its date or its number.", needed=True),
    Blank("advice", "What was advised?", BlankSort.LINES),
    Blank("adviser", "By whom?", BlankSort.PERSON, needed=True),
    Blank("advised_on", "Advised on", BlankSort.DAY, needed=True),
    Blank(
        "acknowledged",
        "Have they signed for it?",
        BlankSort.CHOICE,
        needed=True,
        choices=(
            Choice(_SIGNED, "Signed"),
            Choice("said", "Said so, not signed"),
            Choice("not_yet", "Not yet"),
            Choice("refused", "Refused"),
        ),
    ),
    Blank("acknowledged_on", "Signed on", BlankSort.DAY),
)
ACKNOWLEDGEMENTS: Final = Register(
    name=RegisterName.ACKNOWLEDGEMENTS,
    title="Advice to staff",
    tab="Advice",
    one="an acknowledgement",
    purpose="Who was advised on which version, by whom, and whether they signed for it.",
    part=Compartment.SCHOOL,
    blanks=_BLANKS,
    columns=("who", "what", "version", "advised_on", "acknowledged"),
    day="advised_on",
    rule=_rule,
    is_open=lambda draft: draft.said("acknowledged") != _SIGNED,
)
