"""What has a day of review: every record of a part, with the facts its day is reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_facts import facts_of, named_in
from dsl_desk.domain.kept_facts import DAY, Facts
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.person import PERSON
from dsl_desk.domain.person_merge import PERSON_MERGE
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.written import Written
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row
    from dsl_desk.storage.database import Database


@dataclass(frozen=True)
class KeptRow:
    """One record: its facts, and when something was last added to it."""

    record: RecordId
    kind: str
    facts: Facts
    last: str


@dataclass(frozen=True)
class Family:
    """A record with all that was written down beside it, and beside that."""

    row: KeptRow
    beside: tuple[KeptRow, ...] = ()

    @property
    def rows(self) -> tuple[KeptRow, ...]:
        """All of them, the record itself first."""
        return (self.row, *self.beside)


def _more(entry: Entry) -> Row | None:
    facts = facts_of(Written.of(entry)) if understood(entry.body) else None
    if facts is None:
        return None
    return (
        entry.body.kind,
        facts.parent,
        " ".join(facts.people),
        facts.ref,
        facts.what,
        facts.made,
        int(facts.sexual),
        facts.of.value if facts.of else "",
        facts.stated,
        entry.header.written_at[:DAY],
        " ".join(sorted({*facts.people, *named_in(entry.body.fields)})),
    )


KEEPING: Final = Listing(
    name="keeping",
    version=2,
    columns=(
        "kind TEXT NOT NULL",
        "parent TEXT NOT NULL",
        "people TEXT NOT NULL",
        "ref TEXT NOT NULL",
        "what TEXT NOT NULL",
        "made TEXT NOT NULL",
        "sexual INTEGER NOT NULL",
        "of TEXT NOT NULL",
        "stated TEXT NOT NULL",
        "last TEXT NOT NULL",
        "named TEXT NOT NULL",
    ),
    more=_more,
    indexes=("parent parent, record",),
)
_SHOWN: Final = "record, kind, parent, people, ref, what, made, sexual, of, stated, last"


def kept_row(database: Database, record: RecordId) -> KeptRow | None:
    """Return what is known of one record; None where it has no day of its own."""
    row = database.row(
        f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE record = ?",  # noqa: S608 own constants
        bytes.fromhex(record),
    )
    return None if row is None else _read(row)


def family_of(database: Database, row: KeptRow) -> Family:
    """Return a record with what stands beside it."""
    return Family(row, what_goes_with(database, row.record))


def what_goes_with(database: Database, record: RecordId) -> tuple[KeptRow, ...]:
    """Return what was written down beside a record, and beside that: it goes when it goes."""
    found: list[KeptRow] = []
    asked = [record]
    while asked:
        beside = tuple(_beside(database, asked.pop()))
        found += beside
        asked += [row.record for row in beside]
    return tuple(found)


def stretch_of_kept(database: Database, after: bytes, count: int) -> tuple[KeptRow, ...]:
    """Return the records that follow one, in the order of their ids; the first after nothing."""
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE record > ? ORDER BY record LIMIT ?",  # noqa: S608 own constants
        after,
        count,
    )
    return tuple(map(_read, rows))


def families_in(database: Database) -> Iterator[Family]:
    """Return every record that is looked at by itself: what stands beside none that is here.

    A look that ended is looked at by itself as well: what found nothing is not kept for as long.
    """
    rows = {
        row.record: row
        for row in map(_read, database.rows(f"SELECT {_SHOWN} FROM {KEEPING.table}"))  # noqa: S608 own constants
    }
    under: dict[str, list[KeptRow]] = {}
    for row in rows.values():
        under.setdefault(row.facts.parent, []).append(row)
    for row in rows.values():
        alone = row.facts.of is RetentionClass.CAPTURE_NOTHING
        if alone or row.facts.parent not in rows:
            yield Family(row, tuple(_all_under(under, row)))


def above(database: Database, row: KeptRow) -> tuple[KeptRow, ...]:
    """Return the records that one stands beside, the nearest first."""
    found: list[KeptRow] = []
    while row.facts.parent and (there := kept_row(database, RecordId(row.facts.parent))):
        found.append(there)
        row = there
    return tuple(found)


def rows_naming(database: Database, people: Iterable[str]) -> tuple[KeptRow, ...]:
    """Return the records that name one of these people anywhere, in the order of their ids."""
    found: dict[RecordId, KeptRow] = {}
    for person in people:
        rows = database.rows(
            f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE named LIKE ?",  # noqa: S608 own constants
            f"%{person}%",
        )
        found |= {one.record: one for one in map(_read, rows)}
    return tuple(found[record] for record in sorted(found))


def people_named(database: Database) -> frozenset[str]:
    """Return everybody whom a record of this part names, beside their own."""
    rows = database.rows(
        f"SELECT DISTINCT named FROM {KEEPING.table} WHERE kind NOT IN (?, ?)",  # noqa: S608 own constants
        PERSON.name,
        PERSON_MERGE.name,
    )
    return frozenset(person for row in rows for person in as_text(row[0]).split())


def _beside(database: Database, record: RecordId) -> Iterator[KeptRow]:
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {KEEPING.table} WHERE parent = ? ORDER BY record",  # noqa: S608 own constants
        record,
    )
    return map(_read, rows)


def _all_under(under: Mapping[str, list[KeptRow]], row: KeptRow) -> Iterator[KeptRow]:
    for one in under.get(row.record, ()):
        yield one
        yield from _all_under(under, one)


def _read(row: Row) -> KeptRow:
    return KeptRow(
        record=RecordId(as_bytes(row[0]).hex()),
        kind=as_text(row[1]),
        facts=Facts(
            parent=as_text(row[2]),
            people=tuple(as_text(row[3]).split()),
            ref=as_text(row[4]),
            what=as_text(row[5]),
            made=as_text(row[6]),
            sexual=bool(as_number(row[7])),
            of=RetentionClass(as_text(row[8])) if row[8] else None,
            stated=as_text(row[9]),
        ),
        last=as_text(row[10]),
    )
