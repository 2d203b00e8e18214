"""All that a child protection file says on paper, frozen: front sheet, chronology, entries."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.child_file import ChildFile
    from dsl_desk.domain.chronology import Item
    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.identity import Identity
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person import PersonDraft
    from dsl_desk.domain.viewing_file import Piece, ViewingFile


@dataclass(frozen=True)
class Event:
    """One line of the chronology, as its entry says it; `reason` from its second version on."""

    record: RecordId
    item: Item = field(repr=False)
    at: str
    author: str = field(repr=False)
    version: int
    stamp: Stamp
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class FrontSheet:
    """Who the child is, as it was written down, in all versions of the file's first page."""

    person: PersonDraft = field(repr=False)
    versions: tuple[ChildFile, ...] = field(default=(), repr=False)
    accounts: tuple[Identity, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class CameAlong:
    """One entry another school wrote, as its parcel brought it; `covered`: not the signed words."""

    school: str
    by: str = field(repr=False)
    written_at: str
    version: int
    title: str = field(repr=False)
    told: tuple[tuple[str, str], ...] = field(repr=False)
    covered: bool


@dataclass(frozen=True)
class FileFacts:
    """A file, or what of it was chosen: `chosen` says which, in words; nothing: the whole."""

    front: FrontSheet = field(repr=False)
    events: tuple[Event, ...] = field(repr=False)
    entries: tuple[EntryFacts, ...] = field(repr=False)
    viewings: tuple[ViewingFile, ...] = field(default=(), repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)  # under none of those
    chosen: str = ""
    came: tuple[CameAlong, ...] = field(default=(), repr=False)
    people: tuple[tuple[str, str], ...] = field(default=(), repr=False)  # members and their posts
