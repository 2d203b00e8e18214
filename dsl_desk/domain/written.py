"""A record as it stands in a part of the vault or in a sealed case: one shape for both."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.record import AUTHOR

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Body, Entry
    from dsl_desk.domain.ids import EntryId, RecordId


@dataclass(frozen=True)
class Written:
    """The newest version of a record, and where it was read."""

    id: RecordId
    entry: EntryId
    version: int
    written_at: str
    body: Body = field(repr=False)

    @property
    def author(self) -> str:
        """Who wrote it down."""
        return self.body.names[AUTHOR]

    @classmethod
    def of(cls, entry: Entry) -> Written:
        """Return what an entry of a part holds."""
        header = entry.header
        return cls(header.record, header.id, header.version, header.written_at, entry.body)
