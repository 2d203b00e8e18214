"""A concern on paper, in the look of a child protection file entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.documents.fonts import REGULAR, load_typefaces
from dsl_desk.documents.parts_of_paper import Writer
from dsl_desk.documents.sheet import Sheet
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.dates import at, in_full, in_sentence
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from reportlab.platypus import Flowable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member


@dataclass(frozen=True)
class Checked:
    """How many entries of the ledger were checked before the copy was made, and what came of it."""

    entries: int
    of: int
    whole: bool = True

    def words(self) -> str:
        """Return it as the foot says it."""
        if not self.whole:
            return "The check of the ledger found damage: ask before relying on this copy."
        if self.entries >= self.of:
            return f"Ledger checked up to its last entry, {self.of:,} in all."
        return f"Ledger checked up to entry {self.entries:,} of {self.of:,}."


@dataclass(frozen=True)
class Made:
    """Who makes a copy, when, and with which fonts."""

    by: Member
    at: datetime
    fonts: Path = field(repr=False)
    checked: Checked | None = None


def print_concern(concern: Concern, face: Face, made: Made) -> bytes:
    """Return the copy as PDF. Its own title names the record, never a person."""
    typefaces = load_typefaces(made.fonts)

    def seen(words: str) -> str:
        return typefaces.visible(words, REGULAR)

    sheet = Sheet(
        title=f"Concern {concern.ref}",
        school=seen(face.school),
        file=f"Concern {concern.ref}",
        mark="Confidential: child protection",
        foot=tuple(seen(line) for line in _foot(concern, made)),
    )
    return sheet.print_story(lambda: _story(concern, Writer(typefaces)))


def _story(concern: Concern, paper: Writer) -> list[Flowable]:
    return [
        *paper.title(f"Concern {concern.ref}", f"About {concern.about}"),
        paper.facts(
            (
                ("About", concern.about),
                ("Told by", concern.told_by),
                ("Entry", f"{concern.ref}, version {concern.version}"),
                ("Recorded", in_full(concern.written_at)),
                ("Recorded by", concern.author),
                ("Part of the vault", label(Compartment.CHILDREN)),
            )
        ),
        paper.section(1, "What was said, word for word"),
        *paper.quoted(concern.words),
        paper.section(2, "Where this record stands"),
        paper.table((("Ledger entry", f"{concern.entry.number:,}"),)),
        paper.fingerprint("Fingerprint", concern.entry.fingerprint),
    ]


def _foot(concern: Concern, made: Made) -> tuple[str, ...]:
    digits = concern.entry.fingerprint
    who = f"Made by {made.by.name}"
    when = f"on {in_sentence(made.at)} at {at(made.at)}"
    fingerprint = f"{digits[:4]} {digits[4:8]} ... {digits[-4:]}"
    entry = f"Ledger entry {concern.entry.number:,}. Record fingerprint {fingerprint}."
    return (
        f"{who} {when}. This is a copy: the record is in the DSL Desk vault.",
        f"{entry} {made.checked.words()}" if made.checked else entry,
        "Shred this copy when it is no longer needed.",
    )
