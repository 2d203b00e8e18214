"""The list of people: in School everybody but family, in Children the families."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.person import PERSON, TEXTS, PersonDraft, PersonKind, PersonRow, StaffKind
from dsl_desk.storage.columns import as_bytes, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database

_ENUMS: Final = ("kind", "staff_kind")
_COLUMNS: Final = (*_ENUMS, *TEXTS)


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != PERSON.name or not understood(entry.body):
        return None
    fields = PERSON.fields(entry)
    return tuple(fields.text(name) for name in _COLUMNS)


PEOPLE: Final = Listing(
    name="people",
    version=1,
    columns=tuple(f"{name} TEXT NOT NULL" for name in _COLUMNS),
    more=_more,
)


def all_people(database: Database) -> Iterator[PersonRow]:
    """Return everybody: the directory holds them all while the desk is open."""
    shown = ", ".join(("record", *_COLUMNS))
    for row in database.rows(f"SELECT {shown} FROM {PEOPLE.table}"):  # noqa: S608 own constants
        record, kind, staff_kind, *texts = row
        draft = PersonDraft(
            kind=PersonKind(as_text(kind)),
            staff_kind=StaffKind(as_text(staff_kind)) if staff_kind else None,
            **dict(zip(TEXTS, map(as_text, texts), strict=True)),
        )
        yield PersonRow(RecordId(as_bytes(record).hex()), draft)
