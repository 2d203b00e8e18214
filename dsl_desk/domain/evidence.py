"""A piece of evidence: what it shows in words, the facts of its file, and the stop before it.

The key of the sealed file is a record of its own (`evidence_file`), so that it can be disposed of
while what is written here stays.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, too_much, what_is_wrong
from dsl_desk.domain.chronology import Item, ItemSort
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.moments import what_is_wrong_with_the_past
from dsl_desk.domain.person_ref import PersonRef, ids_of
from dsl_desk.domain.picture import Oddity, PictureSort
from dsl_desk.domain.record import AUTHOR, Kind, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json


class Doubt(Enum):
    """Where what a file says of itself and what somebody says of it do not agree."""

    EDITED = "edited"
    TAKEN_LATER = "taken_later"
    TAKEN_EARLIER = "taken_earlier"


@dataclass(frozen=True)
class Phone:
    """How a picture came from a phone to this computer."""

    held_by: str = field(default="", repr=False)
    pressed_by: str = field(default="", repr=False)
    reached: str = field(default="", repr=False)
    removed: str = field(default="", repr=False)


_PHONE: Final = ("held_by", "pressed_by", "reached", "removed")


@dataclass(frozen=True)
class EvidenceDraft:
    """What somebody says of a capture."""

    shows: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    seen_at: str = ""
    names_seen: str = field(default="", repr=False)
    context: str = field(default="", repr=False)
    phone: Phone = Phone()

    def problems_at(self, now: datetime) -> tuple[Problem, ...]:
        """Return all that stands in the way: what it shows, where it was seen, and when."""
        codes = {
            "shows": what_is_wrong(self.shows, LONGEST_LINE),
            "address": what_is_wrong(self.address, LONGEST_LINE),
            "seen_at": what_is_wrong_with_the_past(self.seen_at, now),
            "names_seen": too_much(self.names_seen, LONGEST_NOTE),
            "context": too_much(self.context, LONGEST_NOTE),
            **{name: too_much(getattr(self.phone, name), LONGEST_NOTE) for name in _PHONE},
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


@dataclass(frozen=True)
class FileFacts:
    """What is true of the file, whatever anybody says of it. The rest is what the decoder saw."""

    sha256: str
    size: int
    name: str = field(repr=False)
    captured_at: str  # the clock of this computer, with its offset
    sort: PictureSort = PictureSort.OTHER
    width: int = 0
    height: int = 0
    taken_at: str = field(default="", repr=False)
    exif: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    likeness: str = field(default="", repr=False)
    spots: str = field(default="", repr=False)
    odd: tuple[Oddity, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    trouble: str = ""  # a DecodeTrouble; the original is kept all the same


@dataclass(frozen=True)
class Lineage:
    """Where a piece came from that was captured for another record: told in words, at that time.

    It stands by itself: whatever becomes of the other record is not asked here.
    """

    ref: str
    why: str = field(repr=False)
    told: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Captured:
    """Everything one entry of evidence holds. With a lineage it was captured for another record."""

    said: EvidenceDraft
    facts: FileFacts
    stop: dict[str, Json]
    basis: str
    basis_ref: str
    file: str  # the record that holds the key of the sealed file
    concern: str
    people: tuple[PersonRef, ...] = field(repr=False)
    lineage: Lineage | None = None


@dataclass(frozen=True)
class Evidence:
    """A piece of evidence as it was written down."""

    id: RecordId
    ref: str
    version: int
    written_at: datetime
    author: str = field(repr=False)
    captured: Captured
    entry: Stamp
    reason: str = field(default="", repr=False)


def _to_fields(captured: Captured) -> dict[str, Json]:
    said, facts = captured.said, captured.facts
    return {
        "shows": said.shows.strip(),
        "address": said.address.strip(),
        "seen_at": said.seen_at,
        "names_seen": said.names_seen.strip(),
        "context": said.context.strip(),
        "phone": {name: getattr(said.phone, name).strip() for name in _PHONE},
        "sha256": facts.sha256,
        "size": facts.size,
        "name": facts.name,
        "captured_at": facts.captured_at,
        "sort": facts.sort.value,
        "width": facts.width,
        "height": facts.height,
        "taken_at": facts.taken_at,
        "exif": [{"name": name, "text": text} for name, text in facts.exif],
        "likeness": facts.likeness,
        "spots": facts.spots,
        "odd": [each.value for each in facts.odd],
        "doubts": [each.value for each in facts.doubts],
        "trouble": facts.trouble,
        "stop": captured.stop,
        "basis": captured.basis,
        "basis_ref": captured.basis_ref,
        "file": captured.file,
        "concern": captured.concern,
        "people": [one.fields() for one in captured.people],
        "lineage": _lineage_fields(captured.lineage),
    }


def _of_fields(fields: Fields) -> Captured:
    return Captured(
        said=_said(fields),
        facts=_facts(fields),
        stop=dict(fields.inside("stop").plain()),
        basis=fields.text("basis"),
        basis_ref=fields.text("basis_ref"),
        file=fields.text("file"),
        concern=fields.text("concern"),
        people=tuple(PersonRef.of(each) for each in fields.each("people")),
        lineage=_lineage(fields.inside("lineage")),
    )


def _lineage_fields(lineage: Lineage | None) -> dict[str, Json]:
    if lineage is None:
        return {"ref": "", "why": "", "told": []}
    return {"ref": lineage.ref, "why": lineage.why.strip(), "told": list(lineage.told)}


def _lineage(fields: Fields) -> Lineage | None:
    ref = fields.text("ref")
    return Lineage(ref, fields.text("why"), fields.list_of_texts("told")) if ref else None


def _said(fields: Fields) -> EvidenceDraft:
    return EvidenceDraft(
        shows=fields.text("shows"),
        address=fields.text("address"),
        seen_at=fields.text("seen_at"),
        names_seen=fields.text("names_seen"),
        context=fields.text("context"),
        phone=Phone(*(fields.inside("phone").text(name) for name in _PHONE)),
    )


def _facts(fields: Fields) -> FileFacts:
    return FileFacts(
        sha256=fields.text("sha256"),
        size=fields.number("size"),
        name=fields.text("name"),
        captured_at=fields.text("captured_at"),
        sort=fields.one_of("sort", PictureSort),
        width=fields.number("width"),
        height=fields.number("height"),
        taken_at=fields.text("taken_at"),
        exif=tuple((each.text("name"), each.text("text")) for each in fields.each("exif")),
        likeness=fields.text("likeness"),
        spots=fields.text("spots"),
        odd=fields.some_of("odd", Oddity),
        doubts=fields.some_of("doubts", Doubt),
        trouble=fields.text("trouble"),
    )


def _to_names(captured: Captured) -> dict[str, str]:
    return {"people": "\n".join(one.name.strip() for one in captured.people)}


def _with_spots(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: before it the parts of a picture were not looked at."""
    return {**fields, "spots": ""}


def _with_lineage(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 3: before it every piece stood where it was captured."""
    return {**fields, "lineage": _lineage_fields(None)}


EVIDENCE: Final = Kind(
    name="evidence",
    schema=3,
    entry_class=EntryClass.EVIDENCE,
    to_fields=_to_fields,
    of_fields=_of_fields,
    steps=(_with_spots, _with_lineage),
    to_names=_to_names,
)


def said_of_evidence(captured: Captured, ref: str) -> Said[Captured]:
    """Return it as the ledger takes it."""
    return Said(captured, ref, captured.said.seen_at)


def evidence_of(entry: Entry) -> Evidence:
    """Return the piece of evidence that an entry holds."""
    said = EVIDENCE.said(entry)
    return Evidence(
        id=entry.header.record,
        ref=said.ref,
        version=entry.header.version,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        captured=said.draft,
        entry=Stamp.of(entry),
        reason=entry.body.reason,
    )


def evidence_in_file(entry: Entry) -> Item:
    """Return how it stands in the files of whom it concerns: in words, never a picture."""
    evidence = evidence_of(entry)
    captured = evidence.captured
    people = ids_of(captured.people)
    title = f"Evidence {evidence.ref}, under {captured.basis_ref}"
    said = captured.said
    return Item(people, said.seen_at, ItemSort.EVIDENCE, title, said.shows, captured.concern)
