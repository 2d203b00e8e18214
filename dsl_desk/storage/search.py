"""Finding records by their words: newest first, and of the newest the telling ones before."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.ids import RecordId
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.full_text import FULL_TEXT, SHORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.storage.database import Database

NEWEST: Final = 1000  # so many hits are ranked; older ones are found by another word
_SHORTEST_BEGINNING: Final = 2
_ASKED: Final = re.compile(r'"([^"]+)"|([^\s"]+)')


@dataclass(frozen=True)
class Hit:
    """A record in which every word stands, and the concern it belongs to, if to one."""

    record: RecordId
    found_in: FoundIn
    concern: str
    person: str
    by_name: bool
    clock: int


@dataclass(frozen=True)
class Hits:
    """What was found, in its order: each is read only when it is come to."""

    database: Database = field(repr=False)
    places: tuple[tuple[int, bool], ...] = ()

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Hit]:
        return (_hit(self.database, place, by_name=by_name) for place, by_name in self.places)


def find(database: Database, untrusted_words: str) -> Hits:
    """Return the newest records in which every word stands, the last one perhaps only begun.

    Those found by name or reference come before those found in the words, each newest first.
    """
    query = query_of(untrusted_words)
    if not query:
        return Hits(database)
    places = _places(database, query, 0)
    by_name: set[int] = set()
    if places:
        by_name = set(_places(database, f"{{{' '.join(SHORT)}}} : ({query})", places[-1]))
    ranked = [(place, True) for place in places if place in by_name]
    ranked += [(place, False) for place in places if place not in by_name]
    return Hits(database, tuple(ranked))


def query_of(untrusted_words: str) -> str:
    """Return what the index is asked: words and phrases as text, never as its own language."""
    asked, begun = asked_of(untrusted_words)
    if not asked:
        return ""
    quoted = ['"' + words.replace("\0", " ") + '"' for words in asked]
    if begun:
        quoted[-1] += "*"
    return " AND ".join(quoted)


def asked_of(untrusted_words: str) -> tuple[list[str], bool]:
    """Return the words and phrases that are looked for, and whether the last is only begun."""
    asked = [phrase or word for phrase, word in _ASKED.findall(untrusted_words)]
    asked = [words for words in asked if any(sign.isalnum() for sign in words)]
    still_typing = not untrusted_words.rstrip().endswith('"') and untrusted_words[-1:].strip()
    begun = bool(asked) and bool(still_typing) and len(asked[-1]) >= _SHORTEST_BEGINNING
    return asked, begun


def _places(database: Database, query: str, since: int) -> list[int]:
    rows = database.rows(
        f"SELECT rowid FROM {FULL_TEXT.index} WHERE {FULL_TEXT.index} MATCH ? AND rowid >= ?"  # noqa: S608 own constants
        " ORDER BY rowid DESC LIMIT ?",
        query,
        since,
        NEWEST,
    )
    return [as_number(row[0]) for row in rows]


def _hit(database: Database, place: int, *, by_name: bool) -> Hit:
    row = database.row(
        f"SELECT found.record, found.kind, found.concern, found.person, found.hlc FROM ledger"  # noqa: S608 own constants
        f" JOIN {FULL_TEXT.table} AS found"
        " ON found.record = ledger.record AND found.entry = ledger.id WHERE ledger.place = ?",
        place,
    )
    if row is None:  # words of an entry that is not there: this index is not of this ledger
        raise DamageError(Where(Damage.SEARCH, database.compartment))
    return Hit(
        record=RecordId(as_bytes(row[0]).hex()),
        found_in=FoundIn(as_text(row[1])),
        concern=as_text(row[2]),
        person=as_text(row[3]),
        by_name=by_name,
        clock=as_number(row[4]),
    )
