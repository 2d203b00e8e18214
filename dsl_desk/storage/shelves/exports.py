"""The copies for others: of which record each was made, which version it shows, and its digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import MemberId, RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.went_out import EXPORT
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.spread import Spread

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


@dataclass(frozen=True)
class ExportRow:
    """One copy, as the list has it."""

    version: int
    made_at: datetime
    by: MemberId
    sha256: str


def _more(entry: Entry) -> tuple[tuple[str, ...], Row] | None:
    if entry.header.entry_class is not EntryClass.EXPORT or not understood(entry.body):
        return None
    if entry.body.kind != EXPORT:  # one that was made and did not leave is no copy
        return None
    fields = entry.body.fields
    version, carries = fields.get("version"), fields.get("carries")
    carried = [str(one) for one in carries] if isinstance(carries, list) else []
    copied = [one for one in (str(fields.get("record") or ""), *carried) if one]
    return tuple(dict.fromkeys(copied)), (
        version if isinstance(version, int) else 0,
        str(fields.get("sha256") or ""),
        entry.header.author,
        entry.header.written_at,
    )


EXPORTS: Final = Spread(  # where others have people, this one has the records a copy carries
    name="exports",
    version=2,
    columns=(
        "shown INTEGER NOT NULL",
        "sha TEXT NOT NULL",
        "author TEXT NOT NULL",
        "written_at TEXT NOT NULL",
    ),
    more=_more,
    indexes=("copied person, hlc",),
)


def exports_of(database: Database, record: str) -> tuple[RecordId, ...]:
    """Return the entries that say a copy of a record was made, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {EXPORTS.table} WHERE person = ? ORDER BY hlc",  # noqa: S608 own constants
        record,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def copies_of(database: Database, record: str) -> tuple[ExportRow, ...]:
    """Return every copy that was made of a record, oldest first."""
    rows = database.rows(
        f"SELECT shown, written_at, author, sha FROM {EXPORTS.table}"  # noqa: S608 own constants
        " WHERE person = ? ORDER BY hlc",
        record,
    )
    return tuple(
        ExportRow(
            as_number(row[0]),
            datetime.fromisoformat(as_text(row[1])),
            MemberId(as_text(row[2])),
            as_text(row[3]),
        )
        for row in rows
    )
