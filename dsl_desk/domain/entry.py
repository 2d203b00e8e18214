"""An entry of the ledger: a small signed header, and a body that can be disposed of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry_class import EntryClass
    from dsl_desk.domain.ids import EntryId, MemberId, RecordId
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class RollMark:
    """Which member roll was in force: its number and its hash."""

    number: int
    digest: bytes


@dataclass(frozen=True)
class Head:
    """The last entry of a strand, by number and hash."""

    strand: str
    number: int
    digest: bytes


@dataclass(frozen=True)
class Header:
    """What is signed. It names no person and no child, and is never disposed of."""

    id: EntryId
    record: RecordId
    version: int
    replaces: EntryId | None
    entry_class: EntryClass
    author: MemberId
    device: str
    strand: str
    number: int
    written_at: str
    hlc: int
    roll: RollMark
    epoch: int
    previous: bytes
    seen: tuple[Head, ...]
    body_digest: bytes
    suite: int
    beside: tuple[EntryId, ...] = ()  # other versions, made apart, that this one replaces as well

    def replaced(self) -> tuple[EntryId, ...]:
        """Return every version that this one takes the place of."""
        return (() if self.replaces is None else (self.replaces,)) + self.beside


@dataclass(frozen=True)
class Body:
    """What was written down."""

    kind: str
    schema: int
    happened_at: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)
    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    fields: Mapping[str, Json] = field(default_factory=dict, repr=False)
    # What a kind has read in it: four lists ask the same body. It lasts as long as the body does.
    read: dict[tuple[str, int], object] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )


GONE: Final = Body("", 0)  # stands where a body was, once it is disposed of


@dataclass(frozen=True)
class Entry:
    """One line of the ledger, proved: its digest and its signature were checked as it was read."""

    header: Header
    body: Body
    digest: bytes = field(repr=False)


@dataclass(frozen=True)
class Act:
    """What somebody wants written down, before the ledger gives it its place."""

    id: EntryId
    record: RecordId
    entry_class: EntryClass
    body: Body
    version: int = 1
    replaces: EntryId | None = None
    beside: tuple[EntryId, ...] = ()


@dataclass(frozen=True)
class Stamp:
    """Where a record stands in the ledger, as paper says it."""

    id: EntryId
    number: int
    fingerprint: str

    @classmethod
    def of(cls, entry: Entry) -> Stamp:
        """Return the stamp of an entry."""
        return cls(entry.header.id, entry.header.number, entry.digest.hex())
