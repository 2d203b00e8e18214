"""What each picture of a part looks like: its whole and its spots, and which concern it is of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


@dataclass(frozen=True)
class LikenessRow:
    """One picture, as the list has it."""

    evidence: RecordId
    ref: str
    basis: str
    concern: str
    file: str
    whole: str = field(repr=False)
    spots: str = field(repr=False)


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != EVIDENCE.name or not understood(entry.body):
        return None
    evidence = evidence_of(entry)
    captured = evidence.captured
    facts = captured.facts
    if not facts.likeness:
        return None
    about = (evidence.ref, captured.basis, captured.concern, captured.file)
    return (*about, facts.likeness, facts.spots)


LIKENESSES: Final = Listing(
    name="likenesses",
    version=1,
    columns=(
        "ref TEXT NOT NULL",
        "basis TEXT NOT NULL",
        "concern TEXT NOT NULL",
        "file TEXT NOT NULL",
        "whole TEXT NOT NULL",
        "spots TEXT NOT NULL",
    ),
    more=_more,
)


def likenesses_in(database: Database) -> tuple[LikenessRow, ...]:
    """Return every picture of a part: it is looked for among all of them."""
    rows = database.rows(
        f"SELECT record, ref, basis, concern, file, whole, spots FROM {LIKENESSES.table}"  # noqa: S608 own constants
    )
    return tuple(
        LikenessRow(RecordId(as_bytes(row[0]).hex()), *(as_text(each) for each in row[1:]))
        for row in rows
    )
