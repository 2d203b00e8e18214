"""Every record a member can read, a line each, straight from the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.record_line import ACTS, line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.record_line import RecordLine
    from dsl_desk.services.sitting import Sitting


def every_record(sitting: Sitting, kind: str = "") -> Iterator[RecordLine]:
    """Return the newest version of each record, part by part, oldest record first.

    Without a kind everything but acts of the vault itself; each entry is proved as it is read.
    """
    for part, opened in sitting.parts.items():
        newest: dict[str, RecordLine] = {}
        gone: set[str] = set()
        for entry in opened.part.ledger.entries():
            line = line_of(entry, part)
            if line is None:
                gone.add(entry.header.record)
            elif line.kind == kind or (not kind and line.kind not in ACTS):
                newest[line.id] = line
        yield from (line for record, line in newest.items() if record not in gone)
