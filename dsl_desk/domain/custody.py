"""What happened to a piece of evidence: small records beside it, and the line each is told by."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import AUTHOR, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

_MINUTE: Final = 60


class CustodySort(Enum):
    """What a line of custody tells."""

    DECIDED = "decided"
    ANSWERED = "answered"
    HANDED_IN = "handed_in"
    CAPTURED = "captured"
    DESCRIBED = "described"
    PUT_IN_ORDER = "put_in_order"
    OPENED = "opened"
    EXPORTED = "exported"
    COPIED = "copied"
    COPY_OPENED = "copy_opened"
    USED = "used"
    TAKE_DOWN = "take_down"
    TAKE_DOWN_ENDED = "take_down_ended"
    MISMATCH = "mismatch"
    QUARANTINED = "quarantined"
    REMOVED = "removed"
    ENDED = "ended"


@dataclass(frozen=True)
class CustodyLine:
    """One thing that happened, by whom and when. `seconds` is how long it stood open."""

    sort: CustodySort
    at: datetime
    by: str = field(repr=False)
    words: str = field(default="", repr=False)
    ref: str = ""
    record: str = ""
    seconds: int | None = None


@dataclass(frozen=True)
class SealedFile:
    """Where a sealed file lies and what opens it. Disposing of this record ends the picture."""

    name: str
    key: bytes = field(repr=False)
    sha256: bytes = field(repr=False)
    length: int


@dataclass(frozen=True)
class Opening:
    """That the picture was shown to somebody."""

    evidence: str
    version: int
    length: int


@dataclass(frozen=True)
class Closing:
    """That it was shown no longer, and for how long it was."""

    evidence: str
    opening: str
    seconds: int


@dataclass(frozen=True)
class Mismatch:
    """That its file was found missing, cut short or altered."""

    evidence: str


@dataclass(frozen=True)
class Printed:
    """That it went out on paper: in the copy of which record, with which copies, for whom."""

    evidence: str
    record: str
    ref: str
    sha256: str
    copies: tuple[str, ...] = ()
    for_whom: str = field(default="", repr=False)  # nobody: a copy for the school itself

    def words(self) -> str:
        """Return which paper it was, and for whom."""
        return f"{self.ref}, for {self.for_whom}" if self.for_whom else self.ref


@dataclass(frozen=True)
class TakenBack:
    """That somebody chose "Yes, or I am not sure" by mistake, and why."""

    basis: str
    why: str = field(repr=False)


def _file_fields(file: SealedFile) -> dict[str, Json]:
    return {
        "name": file.name,
        "key": file.key.hex(),
        "sha256": file.sha256.hex(),
        "length": file.length,
    }


def _file_of(fields: Fields) -> SealedFile:
    name, length = fields.text("name"), fields.number("length")
    return SealedFile(name, fields.raw("key"), fields.raw("sha256"), length)


def _printed_fields(one: Printed) -> dict[str, Json]:
    return {
        "evidence": one.evidence,
        "record": one.record,
        "printed": one.ref,
        "sha256": one.sha256,
        "copies": list(one.copies),
        "for_whom": one.for_whom,
    }


def _printed_of(fields: Fields) -> Printed:
    return Printed(
        evidence=fields.text("evidence"),
        record=fields.text("record"),
        ref=fields.text("printed"),
        sha256=fields.text("sha256"),
        copies=fields.list_of_texts("copies"),
        for_whom=fields.text("for_whom"),
    )


def _for_nobody(fields: Mapping[str, Json]) -> Mapping[str, Json]:
    """Return fields of schema 2: before it only papers for the school itself were told of."""
    return {**fields, "for_whom": ""}


EVIDENCE_FILE: Final = Kind("evidence_file", 1, EntryClass.EVIDENCE, _file_fields, _file_of)
EVIDENCE_OPENED: Final = Kind[Opening](
    "evidence_opened",
    1,
    EntryClass.OPENED,
    lambda one: {"evidence": one.evidence, "version": one.version, "length": one.length},
    lambda read: Opening(read.text("evidence"), read.number("version"), read.number("length")),
)
EVIDENCE_CLOSED: Final = Kind[Closing](
    "evidence_closed",
    1,
    EntryClass.OPENED,
    lambda one: {"evidence": one.evidence, "opening": one.opening, "seconds": one.seconds},
    lambda read: Closing(read.text("evidence"), read.text("opening"), read.number("seconds")),
)
EVIDENCE_MISMATCH: Final = Kind[Mismatch](
    "evidence_mismatch",
    1,
    EntryClass.OPENED,
    lambda one: {"evidence": one.evidence},
    lambda read: Mismatch(read.text("evidence")),
)
EVIDENCE_PRINTED: Final = Kind[Printed](
    "evidence_printed",
    2,
    EntryClass.OPENED,
    _printed_fields,
    _printed_of,
    (_for_nobody,),
)
STOP_TAKEN_BACK: Final = Kind[TakenBack](
    "stop_taken_back",
    1,
    EntryClass.VIEWING,
    lambda one: {"basis": one.basis, "why": one.why.strip()},
    lambda read: TakenBack(read.text("basis"), read.text("why")),
)


def line_of(sort: CustodySort, entry: Entry, words: str = "", ref: str = "") -> CustodyLine:
    """Return the line of an entry."""
    return CustodyLine(
        sort,
        datetime.fromisoformat(entry.header.written_at),
        entry.body.names.get(AUTHOR, ""),
        words=words,
        ref=ref,
        record=entry.header.record,
    )


def lasted(seconds: int) -> str:
    """Return how long something stood open, in words."""
    if seconds < _MINUTE:
        return "under a minute"
    minutes = (seconds + _MINUTE // 2) // _MINUTE
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
