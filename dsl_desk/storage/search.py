"""Finding records by their words: newest first, and of the newest the telling ones before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.page import Page
from dsl_desk.storage.columns import as_bytes, as_number
from dsl_desk.storage.shelves.full_text import FULL_TEXT, SHORT

if TYPE_CHECKING:
    from dsl_desk.storage.database import Database

NEWEST: Final = 1000  # so many hits are ranked; older ones are found by another word
_SHORTEST_BEGINNING: Final = 2
_ASKED: Final = re.compile(r'"([^"]+)"|([^\s"]+)')


def find(database: Database, untrusted_words: str, first: int, count: int) -> Page[RecordId]:
    """Return the records in which every word stands, the last one perhaps only begun.

    Those found by name or reference come before those found in the words, each newest first.
    """
    query = query_of(untrusted_words)
    if not query:
        return Page((), first, 0)
    places = _places(database, query, 0)
    by_name: set[int] = set()
    if places:
        by_name = set(_places(database, f"{{{' '.join(SHORT)}}} : ({query})", places[-1]))
    ranked = [place for place in places if place in by_name]
    ranked += [place for place in places if place not in by_name]
    shown = tuple(_record(database, place) for place in ranked[first : first + count])
    return Page(shown, first, len(ranked))


def query_of(untrusted_words: str) -> str:
    """Return what the index is asked: words and phrases as text, never as its own language."""
    asked = [phrase or word for phrase, word in _ASKED.findall(untrusted_words)]
    asked = [words for words in asked if any(sign.isalnum() for sign in words)]
    if not asked:
        return ""
    quoted = ['"' + words.replace("\0", " ") + '"' for words in asked]
    still_typing = not untrusted_words.rstrip().endswith('"') and untrusted_words[-1:].strip()
    if still_typing and len(asked[-1]) >= _SHORTEST_BEGINNING:
        quoted[-1] += "*"
    return " AND ".join(quoted)


def _places(database: Database, query: str, since: int) -> list[int]:
    rows = database.rows(
        f"SELECT rowid FROM {FULL_TEXT.index} WHERE {FULL_TEXT.index} MATCH ? AND rowid >= ?"  # noqa: S608 own constants
        " ORDER BY rowid DESC LIMIT ?",
        query,
        since,
        NEWEST,
    )
    return [as_number(row[0]) for row in rows]


def _record(database: Database, place: int) -> RecordId:
    row = database.row("SELECT record FROM ledger WHERE place = ?", place)
    if row is None:  # words of an entry that is not there: this index is not of this ledger
        raise DamageError(Where(Damage.SEARCH, database.compartment))
    return RecordId(as_bytes(row[0]).hex())
