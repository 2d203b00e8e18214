"""A recovery kit on paper: one member's code, who should keep it, where it is kept, a signature.

The paper names no laptop, no folder and nothing that is recorded: alone it opens nothing. Its
keeper is somebody about whom its owner would never hold a sealed case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.kit_parts import KitWriter
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain import kit_words as words
from dsl_desk.domain.dates import in_full

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ways_in import Kit

_GROUPS_IN_A_ROW: Final = 3


def print_kit(kit: Kit, face: Face, fonts: Path) -> bytes:
    """Return the kit as PDF. Its title names nobody; the code is nowhere but on the page."""
    typefaces = load_typefaces(fonts)
    sheet = Sheet(
        title=words.KIT_TITLE,
        school=typefaces.visible(face.school, REGULAR),
        file=words.KIT_TITLE,
        mark=words.KIT_MARK,
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
        *paper.title(words.KIT_TITLE, f"Of {kit.member}, made {in_full(kit.made_at)}"),
        paper.section(1, "The code"),
        paper.code(rows),
        *paper.said(words.SIGNS),
        paper.section(2, words.WHEN),
        *paper.said(words.FORGOTTEN, words.LAPTOP_GONE, words.OPENS),
        paper.section(3, words.WHO_KEEPS),
        *paper.said(words.KEEPER, words.UNOPENED),
        paper.section(4, "Where this copy is kept"),
        paper.lines(*words.TO_WRITE),
        paper.lines(*words.TO_SIGN),
    ]
