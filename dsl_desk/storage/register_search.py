"""Entries of the registers by their words: their lists are short, and are read as they stand.

The shelf of the registers has every answer as people read it. What holds the letters is asked of
the database; whether they begin a word, or are one, is looked at here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dsl_desk.domain.found_in import FoundIn
from dsl_desk.domain.ids import RecordId
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.search import NEWEST, Hit, asked_of
from dsl_desk.storage.shelves.registers import ENTRIES, holding

if TYPE_CHECKING:
    from dsl_desk.storage.database import Database


def find_entries(database: Database, untrusted_words: str) -> tuple[Hit, ...]:
    """Return the newest entries in which every word stands, the last one perhaps only begun."""
    asked, begun = asked_of(untrusted_words)
    if not asked:
        return ()
    where = " AND ".join("words LIKE ? ESCAPE '!'" for _each in asked)
    rows = database.rows(
        f"SELECT record, hlc, words FROM {ENTRIES.table} WHERE {where}"  # noqa: S608 own constants
        " ORDER BY hlc DESC LIMIT ?",
        *(holding(words.casefold()) for words in asked),
        NEWEST,
    )
    wanted = [re.compile(rf"\b{re.escape(words.casefold())}\b") for words in asked]
    if begun:
        wanted[-1] = re.compile(rf"\b{re.escape(asked[-1].casefold())}")
    return tuple(
        _hit(RecordId(as_bytes(row[0]).hex()), as_number(row[1]))
        for row in rows
        if all(each.search(as_text(row[2])) for each in wanted)
    )


def _hit(record: RecordId, clock: int) -> Hit:
    return Hit(record, FoundIn.REGISTER, concern="", person="", by_name=False, clock=clock)
