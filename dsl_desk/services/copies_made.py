"""Which copies carry a record: those made on paper for others, and those of the whole vault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.copy_made import CopyMade, SnapshotLeft
from dsl_desk.domain.snapshot import SNAPSHOT
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.copies import all_of
from dsl_desk.storage.shelves.exports import EXPORTS, copies_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting


def copies_on_paper(
    sitting: Sitting, book: RollBook, part: Compartment, records: Iterable[RecordId]
) -> tuple[CopyMade, ...]:
    """Return the copies for others that were made of any of these records, oldest first."""
    if EXPORTS not in SHELVES[part]:
        return ()  # of what is kept there, only whole lists are handed on
    database = sitting.part(part).database
    names = {row.member.id: row.member.name for row in book.page().members}
    made = (
        CopyMade(row.version, row.made_at, row.by, names.get(row.by, ""), row.sha256)
        for record in records
        for row in copies_of(database, record)
    )
    return tuple(sorted(made, key=lambda copy: copy.made_at))


def copies_of_the_vault(
    sitting: Sitting, since: datetime, until: datetime
) -> tuple[SnapshotLeft, ...]:
    """Return the copies of the vault made between two moments, oldest first."""
    if Compartment.SCHOOL not in sitting.parts:
        return ()
    part = sitting.part(Compartment.SCHOOL)
    entries = (part.ledger.find(entry) for entry in all_of(part.database, SNAPSHOT.name))
    views = [SNAPSHOT.said(entry).draft for entry in entries if entry is not None]
    return tuple(
        SnapshotLeft(view.taken_at, view.folder, Path(view.folder).is_dir())
        for view in views
        if since <= view.taken_at <= until
    )
