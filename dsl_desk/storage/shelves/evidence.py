"""The pieces of evidence of a part, and what was written down beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.custody import (
    EVIDENCE_CLOSED,
    EVIDENCE_MISMATCH,
    EVIDENCE_OPENED,
    EVIDENCE_PRINTED,
    STOP_TAKEN_BACK,
)
from dsl_desk.domain.entry import GONE
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.quarantine import QUARANTINE
from dsl_desk.domain.sharing_copy import SHARING_COPY
from dsl_desk.domain.viewing_standing import VIEWING_ANSWER
from dsl_desk.storage.shelves.numbered import next_in, numbers, records_in
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


def _piece(entry: Entry) -> Row | None:
    if entry.body.kind != EVIDENCE.name or not understood(entry.body):
        return None
    evidence = evidence_of(entry)
    captured = evidence.captured
    sha256 = captured.facts.sha256
    return (*numbers(evidence.ref), captured.basis, captured.concern, sha256, captured.file)


EVIDENCE_LIST: Final = Listing(
    name="evidence",
    version=1,
    columns=(
        "year INTEGER NOT NULL",
        "sequence INTEGER NOT NULL",
        "basis TEXT NOT NULL",
        "concern TEXT NOT NULL",
        "digest TEXT NOT NULL",
        "file TEXT NOT NULL",
    ),
    more=_piece,
    indexes=(
        "newest year, sequence, record",
        "basis basis, hlc",
        "concern concern, hlc",
        "digest digest, hlc",
        "file file",
    ),
)

# Each kind of record that stands beside another, and the field that names which.
_BESIDE: Final[Mapping[str, str]] = {
    VIEWING_ANSWER.name: "viewing",
    EVIDENCE_OPENED.name: "evidence",
    EVIDENCE_CLOSED.name: "evidence",
    EVIDENCE_MISMATCH.name: "evidence",
    EVIDENCE_PRINTED.name: "evidence",
    SHARING_COPY.name: "evidence",
    QUARANTINE.name: "evidence",
    STOP_TAKEN_BACK.name: "basis",
}


def _beside(entry: Entry) -> Row | None:
    if entry.body is GONE or entry.body.kind not in _BESIDE or not understood(entry.body):
        return None
    return entry.body.kind, str(entry.body.fields[_BESIDE[entry.body.kind]])


CUSTODY: Final = Listing(
    name="custody",
    version=1,
    columns=("kind TEXT NOT NULL", "about TEXT NOT NULL"),
    more=_beside,
    indexes=("about about, kind, hlc", "kind kind, hlc"),
)


def next_number_of_evidence(database: Database, year: int) -> int:
    """Return the number the next piece of evidence gets in a year."""
    return next_in(database, EVIDENCE_LIST.table, year)


def page_of_evidence(database: Database, first: int, count: int) -> tuple[RecordId, ...]:
    """Return a stretch of the pieces of evidence, newest first."""
    rows = database.rows(
        f"SELECT record FROM {EVIDENCE_LIST.table} ORDER BY year DESC, sequence DESC, record"  # noqa: S608 own constants
        " LIMIT ? OFFSET ?",
        count,
        first,
    )
    return records_in(rows)


def evidence_under(database: Database, basis: str) -> tuple[RecordId, ...]:
    """Return what was captured under a decision, oldest first."""
    return _found(database, "basis", basis)


def evidence_of_concern(database: Database, concern: str) -> tuple[RecordId, ...]:
    """Return the evidence of a concern, oldest first."""
    return _found(database, "concern", concern)


def evidence_with(database: Database, sha256: str) -> tuple[RecordId, ...]:
    """Return the pieces of evidence whose original has this fingerprint, oldest first."""
    return _found(database, "digest", sha256)


def evidence_in(database: Database, file: str) -> tuple[RecordId, ...]:
    """Return the pieces of evidence that share a sealed file."""
    return _found(database, "file", file)


def beside(database: Database, about: str, kind: str) -> tuple[RecordId, ...]:
    """Return the records of a kind that stand beside another, oldest first."""
    rows = database.rows(
        f"SELECT record FROM {CUSTODY.table} WHERE about = ? AND kind = ? ORDER BY hlc",  # noqa: S608 own constants
        about,
        kind,
    )
    return records_in(rows)


def newest_beside(database: Database, kind: str) -> tuple[RecordId, ...]:
    """Return the newest records of a kind, whatever they stand beside."""
    rows = database.rows(
        f"SELECT record FROM {CUSTODY.table} WHERE kind = ? ORDER BY hlc DESC",  # noqa: S608 own constants
        kind,
    )
    return records_in(rows)


def _found(database: Database, column: str, value: str) -> tuple[RecordId, ...]:
    rows = database.rows(
        f"SELECT record FROM {EVIDENCE_LIST.table} WHERE {column} = ? ORDER BY hlc",  # noqa: S608 own constants
        value,
    )
    return records_in(rows)
