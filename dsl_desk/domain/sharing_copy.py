"""A copy for sharing: which original it was made from, what was covered and why, its own file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import AUTHOR, Kind, Said
from dsl_desk.domain.sharing_marks import CopyDraft, Mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class Copied:
    """Everything one entry of a copy holds: its lineage, what is on it, and its own file."""

    evidence: str
    evidence_ref: str
    original: str  # the fingerprint of the original
    draft: CopyDraft
    file: str  # the record that holds the key of the sealed copy
    sha256: str
    size: int
    width: int
    height: int
    page: int = 0  # of a paper: which page it shows, counted from 0


@dataclass(frozen=True)
class SharingCopy:
    """A copy as it was written down."""

    id: RecordId
    ref: str
    written_at: datetime
    author: str = field(repr=False)
    copied: Copied
    entry: Stamp


def _to_fields(copied: Copied) -> dict[str, Json]:
    return {
        "evidence": copied.evidence,
        "evidence_ref": copied.evidence_ref,
        "original": copied.original,
        "marks": [mark.fields() for mark in copied.draft.marks],
        "nothing_to_cover": copied.draft.nothing_to_cover,
        "file": copied.file,
        "sha256": copied.sha256,
        "size": copied.size,
        "width": copied.width,
        "height": copied.height,
        "page": copied.page,
    }


def _of_fields(fields: Fields) -> Copied:
    marks = tuple(Mark.of(each) for each in fields.each("marks"))
    return Copied(
        evidence=fields.text("evidence"),
        evidence_ref=fields.text("evidence_ref"),
        original=fields.text("original"),
        draft=CopyDraft(marks, fields.truth("nothing_to_cover")),
        file=fields.text("file"),
        sha256=fields.text("sha256"),
        size=fields.number("size"),
        width=fields.number("width"),
        height=fields.number("height"),
        page=fields.number("page"),
    )


def _of_the_first_page(before: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: before it only first pages were copied."""
    return {**before, "page": 0}


SHARING_COPY: Final = Kind(
    "sharing_copy", 2, EntryClass.EVIDENCE, _to_fields, _of_fields, (_of_the_first_page,)
)


def said_of_copy(copied: Copied, number: int) -> Said[Copied]:
    """Return a copy as the ledger takes it: EV-2026-058-C1 is the first copy of EV-2026-058."""
    return Said(copied, f"{copied.evidence_ref}-C{number}")


def copy_of(entry: Entry) -> SharingCopy:
    """Return the copy that an entry holds."""
    said = SHARING_COPY.said(entry)
    return SharingCopy(
        id=entry.header.record,
        ref=said.ref,
        written_at=datetime.fromisoformat(entry.header.written_at),
        author=entry.body.names[AUTHOR],
        copied=said.draft,
        entry=Stamp.of(entry),
    )
