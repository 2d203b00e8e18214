"""A recovery kit on paper: one member's code, who should keep it, where it is kept, a signature.

The paper names no laptop, no folder and nothing that is recorded: alone it opens nothing. Its
keeper is somebody about whom its owner would never hold a sealed case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.kit_parts import KitWriter
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.dates import in_full

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ways_in import Kit

_GROUPS_IN_A_ROW: Final = 3
_TITLE: Final = "Recovery kit"
_SIGNS: Final = (
    "Letters and digits only: there is no letter O, I, L or U. A slip of any one sign is found "
    "when the code is typed. Capitals, spaces and dashes do not matter."
)
_FORGOTTEN: Final = (
    "If you forget your passphrase, or use DSL Desk on another laptop or account: on the lock "
    "screen choose your name, then “I cannot get in”, and type the code. Choose a new passphrase "
    "at once. Then print a new kit: it ends this one."
)
_BY_ITSELF: Final = (
    "The code works without your passphrase, but only together with the laptop or a copy of its "
    "records. Whoever has both can read all that you can read."
)
_KEEPER: Final = (
    "Put it in an envelope, seal it and sign across the flap. Give it to somebody whose own case "
    "would never come to you: for a DSL or a deputy that is the Headteacher, for the Headteacher "
    "the chair of governors, for the chair the trust or the local authority. Never keep it with "
    "the laptop, never photograph it, never store it on a computer."
)
_UNOPENED: Final = (
    "Whoever keeps it hands it back to you, in person and unopened. If the flap is broken, make a "
    "new kit the same day."
)


def print_kit(kit: Kit, face: Face, fonts: Path) -> bytes:
    """Return the kit as PDF. Its title names nobody; the code is nowhere but on the page."""
    typefaces = load_typefaces(fonts)
    sheet = Sheet(
        title=_TITLE,
        school=typefaces.visible(face.school, REGULAR),
        file=_TITLE,
        mark="Confidential: keep sealed",
        foot=(
            "The only copy of the code: DSL Desk does not keep it and cannot print it again.",
            "A new kit ends this one. Shred this paper when that is done.",
        ),
    )
    return sheet.print_story(lambda: _story(kit, KitWriter(typefaces)))


def _story(kit: Kit, paper: KitWriter) -> list[Flowable]:
    groups = kit.code.split("-")
    rows = [groups[at : at + _GROUPS_IN_A_ROW] for at in range(0, len(groups), _GROUPS_IN_A_ROW)]
    return [
        *paper.title(_TITLE, f"Of {kit.member}, made {in_full(kit.made_at)}"),
        paper.section(1, "The code"),
        paper.code(rows),
        *paper.said(_SIGNS),
        paper.section(2, "When you need it"),
        *paper.said(_FORGOTTEN, _BY_ITSELF),
        paper.section(3, "Who keeps it"),
        *paper.said(_KEEPER, _UNOPENED),
        paper.section(4, "Where this copy is kept"),
        paper.lines("Kept by (name and post)", "Where", "Handed over on"),
        paper.lines("Signature of the owner", "Signature of the keeper"),
    ]
