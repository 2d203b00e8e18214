"""The list of declarations, with the reviews and papers of each, and of the yearly rounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration import DECLARATION
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW
from dsl_desk.domain.declaration_round import DECLARATION_ROUND
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.record import REF
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    body = entry.body
    if not understood(body):
        return None
    if body.kind == DECLARATION_REVIEW.name:
        review = DECLARATION_REVIEW.said(entry).draft
        return body.kind, review.declaration, 0, 0
    if body.kind == SIGNED_PAPER.name:
        return body.kind, SIGNED_PAPER.said(entry).draft.declaration, 0, 0
    if body.kind == DECLARATION.name:
        _letters, year, number = str(body.fields[REF]).split("-")
        return body.kind, entry.header.record, int(year), int(number)
    if body.kind == DECLARATION_ROUND.name:
        year, _month, _day = body.happened_at.split("-")
        return body.kind, entry.header.record, int(year), 0
    return None


DECLARATIONS: Final = Listing(
    name="declarations",
    version=2,
    columns=(
        "kind TEXT NOT NULL",
        "declaration TEXT NOT NULL",
        "year INTEGER NOT NULL",
        "number INTEGER NOT NULL",
    ),
    more=_more,
    indexes=("kind kind, year, number", "declaration declaration, kind, hlc"),
)


def declarations_in(database: Database, kind: str = DECLARATION.name) -> tuple[RecordId, ...]:
    """Return every declaration, or every record of another kind, the newest number first."""
    rows = database.rows(
        f"SELECT record FROM {DECLARATIONS.table} WHERE kind = ?"  # noqa: S608 own constants
        " ORDER BY year DESC, number DESC, hlc DESC",
        kind,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def reviews_in(database: Database) -> dict[RecordId, list[RecordId]]:
    """Return the reviews of every declaration, in the order of their signing."""
    rows = database.rows(
        f"SELECT declaration, record FROM {DECLARATIONS.table} WHERE kind = ?"  # noqa: S608 own constants
        " ORDER BY record",  # an id begins with the moment it was made
        DECLARATION_REVIEW.name,
    )
    found: dict[RecordId, list[RecordId]] = {}
    for declaration, record in rows:
        found.setdefault(RecordId(as_text(declaration)), []).append(
            RecordId(as_bytes(record).hex())
        )
    return found


def signed_papers_of(database: Database, declaration: str) -> tuple[RecordId, ...]:
    """Return the signed papers of a declaration, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {DECLARATIONS.table} WHERE declaration = ? AND kind = ?"  # noqa: S608 own constants
        " ORDER BY hlc",
        declaration,
        SIGNED_PAPER.name,
    )
    return tuple(RecordId(as_bytes(row[0]).hex()) for row in rows)


def next_declaration(database: Database, year: int) -> int:
    """Return the number the next declaration gets in a year."""
    row = database.row(
        f"SELECT number FROM {DECLARATIONS.table} WHERE kind = ? AND year = ?"  # noqa: S608 own constants
        " ORDER BY number DESC LIMIT 1",
        DECLARATION.name,
        year,
    )
    return 1 if row is None else as_number(row[0]) + 1
