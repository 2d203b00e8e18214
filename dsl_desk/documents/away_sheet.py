"""The sheet for a day without the laptop: a concern form by hand, and whom to ring.

It holds nothing of the vault but who has which post, so it may hang in the staff room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reportlab.platypus import PageBreak

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.kit_parts import KitWriter
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.face import Face

TITLE: Final = "When the laptop is not here"
_AT_ONCE: Final = (
    "A child in danger now: ring 999 first. Anybody may ring; nobody needs leave to.",
    "Not an emergency, and nobody below answers: ring children's social care of the authority.",
    "About an adult who works here: tell the Headteacher.",
    "About the Headteacher: tell the chair of governors, or ring the LADO yourself.",
)
_FOR_WHOM: Final = (
    "Write in ink. Hand this sheet to the safeguarding lead yourself, the same day.",
    "Do not copy it, do not take a picture of it, do not put it into a pigeonhole.",
)
_LATER: Final = (
    "Record it in DSL Desk as soon as the laptop is back, with the time you were told.",
    "The record says by how much it is late. Keep this sheet: it is the original.",
    "Add a scan of it under “The handwritten note”.",
)
_WORDS_LINES: Final = 4
_DONE_LINES: Final = 2


def print_away_sheet(face: Face, fonts: Path) -> bytes:
    """Return two pages: whom to ring, and the form."""
    typefaces = load_typefaces(fonts)
    sheet = Sheet(
        title=TITLE,
        school=typefaces.visible(face.school, REGULAR),
        file=TITLE,
        mark="Hang up, fill in, hand over",
        foot=("Check the numbers each term, and print this sheet again when a post changes.",),
    )
    return sheet.print_story(lambda: _story(face, KitWriter(typefaces)))


def _story(face: Face, paper: KitWriter) -> list[Flowable]:
    return [*_whom_to_ring(face, paper), PageBreak(), *_form(paper)]


def _whom_to_ring(face: Face, paper: KitWriter) -> list[Flowable]:
    lines: list[Flowable] = [
        *paper.title(TITLE, "Whom to tell, and whom to ring"),
        paper.section(1, "At once"),
        *paper.said(*_AT_ONCE),
        paper.section(2, "In our school"),
    ]
    for member in face.members:
        lines += [
            *paper.said(f"{label(member.role)}: {member.name}"),
            paper.lines("Telephone", "Mobile", "Stand-in, and their telephone"),
        ]
    lines.append(paper.section(3, "Outside"))
    for who in ("LADO", "Children's social care, day", "Children's social care, out of hours"):
        lines.append(paper.lines(who, "Checked by, and when"))
    return lines


def _form(paper: KitWriter) -> list[Flowable]:
    return [
        *paper.title("A concern, written by hand", "One sheet for one concern"),
        *paper.said(*_FOR_WHOM),
        paper.lines("Who it is about", "Class"),
        paper.lines("Who told you, or who saw it", "Date and time you were told"),
        paper.lines("When and where it happened"),
        paper.section(1, "What was said or seen, in their own words"),
        *(paper.lines(" ") for _line in range(_WORDS_LINES)),
        paper.section(2, "What was done, and is everybody safe now?"),
        *(paper.lines(" ") for _line in range(_DONE_LINES)),
        paper.lines("Your name", "Signature", "Date and time"),
        paper.section(3, "For the safeguarding lead"),
        *paper.said(*_LATER),
        paper.lines("Received by, date and time", "Where this sheet is", "Number of the record"),
    ]
