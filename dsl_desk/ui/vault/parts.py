"""How a part of the vault and a right in it are shown: icon, hue and words, once for the page."""

from __future__ import annotations

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.rights import Right
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning

PART_LOOKS = {
    Compartment.SCHOOL: (Icon.SCHOOL, Meaning.INK2),
    Compartment.CHILDREN: (Icon.BACKPACK, Meaning.ACCENT),
    Compartment.STAFF: (Icon.ID_CARD, Meaning.PLUM),
    Compartment.DECLARATIONS: (Icon.SIGNATURE, Meaning.BLUE),
}
RIGHT_LOOKS = {
    Right.WRITE: (Icon.KEY_ROUND, Meaning.ACCENT, "Has key"),
    Right.AUTHORISE: (Icon.KEY_ROUND, Meaning.ACCENT, "Can authorise"),
    Right.READ: (Icon.EYE, Meaning.ACCENT, "Can read"),
    Right.NONE: (Icon.MINUS, Meaning.INK3, "No key"),
}
# What a key lets somebody do, in the middle of a sentence.
ALLOWED = {
    Right.WRITE: "read and write",
    Right.AUTHORISE: "read and authorise",
    Right.READ: "read",
}


def how_many(part: Compartment, count: int) -> str:
    """Return the number of records in words; School is counted in entries."""
    thing, things = ("entry", "entries") if part is Compartment.SCHOOL else ("record", "records")
    return f"1 {thing}" if count == 1 else f"{count:,} {things}"
