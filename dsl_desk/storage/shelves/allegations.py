"""The list of allegations, of what was done about each, and of low-level concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION
from dsl_desk.domain.allegation_step import ALLEGATION_STEP
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.low_level import LOW_LEVEL
from dsl_desk.domain.record import REF
from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_NUMBERED: Final = (ALLEGATION.name, LOW_LEVEL.name)


def _more(entry: Entry) -> Row | None:
    body = entry.body
    if not understood(body):
        return None
    if body.kind == ALLEGATION_STEP.name:
        step = ALLEGATION_STEP.said(entry).draft
        return body.kind, step.allegation, step.at, 0, 0
    if body.kind in _NUMBERED:
        _letters, year, number = str(body.fields[REF]).split("-")
        return body.kind, entry.header.record, body.happened_at, int(year), int(number)
    return None


ALLEGATIONS: Final = Listing(
    name="allegations",
    version=1,
    columns=(
        "kind TEXT NOT NULL",
        "allegation TEXT NOT NULL",
        "at TEXT NOT NULL",
        "year INTEGER NOT NULL",
        "number INTEGER NOT NULL",
    ),
    more=_more,
    indexes=("kind kind, year, number", "allegation allegation, kind, at, hlc"),
)


def records_of_kind(database: Database, kind: str) -> tuple[RecordId, ...]:
    """Return every record of a kind, the newest number first."""
    rows = database.rows(
        f"SELECT record FROM {ALLEGATIONS.table} WHERE kind = ?"  # noqa: S608 own constants
        " ORDER BY year DESC, number DESC, hlc DESC",
        kind,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def steps_of(database: Database, allegation: str) -> tuple[RecordId, ...]:
    """Return what was done about an allegation, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {ALLEGATIONS.table} WHERE allegation = ? AND kind = ?"  # noqa: S608 own constants
        " ORDER BY at, hlc",
        allegation,
        ALLEGATION_STEP.name,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def next_number(database: Database, kind: str, year: int) -> int:
    """Return the number the next record of a kind gets in a year."""
    row = database.row(
        f"SELECT number FROM {ALLEGATIONS.table} WHERE kind = ? AND year = ?"  # noqa: S608 own constants
        " ORDER BY number DESC LIMIT 1",
        kind,
        year,
    )
    return 1 if row is None else as_number(row[0]) + 1
