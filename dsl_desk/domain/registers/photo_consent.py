"""Photo consent: what may be published of whom. Nothing in writing means: do not publish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.registers.blank import YES, Blank, BlankSort, Choice
from dsl_desk.domain.registers.register import Register, RegisterName
from dsl_desk.domain.today import NeedSort

if TYPE_CHECKING:
    from dsl_desk.domain.registers.register import Occasion, RegisterDraft

GIVEN: Final = "given"
PLACES: Final = {
    "display": "On display in school",
    "printed": "In print, like a newsletter",
    "website": "On the school's website",
    "social": "On the school's social media",
    "press": "In the press",
    "video": "In films and live streams",
}


def _rule(draft: RegisterDraft, occasion: Occasion) -> dict[str, str]:
    found: dict[str, str] = {}
    if draft.said("child") and not draft.people.get("child"):
        found["child"] = "not_known"
    if draft.said("standing") != GIVEN:
        return found
    for name in ("giver", "giver_is", "signed_on"):
        if not draft.said(name):
            found[name] = "missing"
    if not any(draft.said(name) == YES for name in PLACES):
        found["display"] = "nowhere"
    if draft.said("signed_on") > occasion.now.date().isoformat():
        found["signed_on"] = "not_yet"
    ends = draft.said("expires")
    if ends and ends < draft.said("signed_on"):
        found["expires"] = "before_it_began"
    return found


_BLANKS: Final = (
    Blank(
        "child",
        "Which child?",
        BlankSort.PERSON,
        "Choose from the names that are offered: the list goes by it.",
        needed=True,
    ),
    Blank(
        "standing",
        "What was said?",
        BlankSort.CHOICE,
        "Only consent in writing counts. Until it is here, nothing is published.",
        needed=True,
        choices=(
            Choice(GIVEN, "Given in writing"),
            Choice("spoken", "Given, but not in writing"),
            Choice("asked", "Asked for, no answer yet"),
            Choice("refused", "Refused"),
            Choice("withdrawn", "Taken back"),
        ),
    ),
    Blank("giver", "Who gave it?", BlankSort.PERSON),
    Blank(
        "giver_is",
        "Why may they give it?",
        BlankSort.CHOICE,
        choices=(
            Choice("parent", "Parental responsibility"),
            Choice("authority", "For the local authority"),
            Choice("child", "The child, who understands what it means"),
        ),
    ),
    *(
        Blank(name, words, BlankSort.TICK, group="What may the picture be used for?")
        for name, words in PLACES.items()
    ),
    Blank(
        "name_use",
        "May the name stand beside it?",
        BlankSort.CHOICE,
        choices=(
            Choice("none", "No name"),
            Choice("first", "The first name"),
            Choice("full", "The whole name"),
        ),
    ),
    Blank("signed_on", "Signed on", BlankSort.DAY),
    Blank("expires", "Holds until", BlankSort.DAY, "Leave it empty if it holds until taken back."),
    Blank("kept_at", "Where is the signed paper?"),
    Blank("notes", "Anything else", BlankSort.LINES, "None of it is ever on the printed list."),
)
PHOTO_CONSENT: Final = Register(
    name=RegisterName.PHOTO_CONSENT,
    title="Photo consent",
    tab="Photo consent",
    one="a consent",
    purpose="What may be published of whom. Without consent in writing here: do not publish.",
    part=Compartment.CHILDREN,
    blanks=_BLANKS,
    columns=("child", "standing", "giver", "name_use", "expires"),
    day="signed_on",
    rule=_rule,
    due=lambda draft: draft.said("expires") if draft.said("standing") == GIVEN else "",
    need=NeedSort.CONSENT_ENDS,
)
