"""The list of concerns of a part: everything but the words, in any order a page offers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern import (
    CONCERN,
    ConcernRow,
    concern_of,
    reference,
    year_and_sequence,
)
from dsl_desk.domain.concern_choices import About, ConcernSort, ConcernState, SafeNow
from dsl_desk.domain.concern_gaps import Gap, missing
from dsl_desk.domain.concern_list import ALL, NEWEST, OrderBy
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.concern_title import title_of
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.moments import HowSure, Moment
from dsl_desk.domain.page import Page
from dsl_desk.storage.columns import as_bytes, as_number, as_text
from dsl_desk.storage.shelves.shelf import Listing, how_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from enum import Enum

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_list import Order, Wanted
    from dsl_desk.domain.entry import Entry
    from dsl_desk.storage.columns import Row, Value
    from dsl_desk.storage.database import Database


def _more(entry: Entry) -> Row | None:
    if entry.body.kind != CONCERN.name or not understood(entry.body):
        return None
    concern = concern_of(entry)
    draft = concern.draft
    return (
        concern.ref,
        *year_and_sequence(concern.ref),
        entry.header.written_at,
        concern.author,
        draft.about.value,
        concern.whom(),
        _people_as_written(concern),
        draft.told_by.words(),
        draft.told_at or entry.header.written_at,
        draft.happened.at,
        draft.happened.how_sure.value,
        draft.state.value,
        _set(draft.sorts),
        draft.safe_now.value,
        title_of(draft),
        _set(missing(draft)),
    )


def _people_as_written(concern: Concern) -> str:
    return json.dumps([one.fields() for one in concern.draft.people], ensure_ascii=False)


def _set(choices: Iterable[Enum]) -> str:
    """Return choices between spaces, so that one of them can be looked for."""
    return "".join(f" {choice.value}" for choice in choices) + " "


CONCERNS: Final = Listing(
    name="concerns",
    version=3,
    columns=(
        "ref TEXT NOT NULL",
        "year INTEGER NOT NULL",
        "sequence INTEGER NOT NULL",
        "written_at TEXT NOT NULL",
        "author TEXT NOT NULL",
        "about TEXT NOT NULL",
        "whom TEXT NOT NULL",
        "people TEXT NOT NULL",
        "told_by TEXT NOT NULL",
        "told_at TEXT NOT NULL",
        "happened_at TEXT NOT NULL",
        "how_sure TEXT NOT NULL",
        "state TEXT NOT NULL",
        "sorts TEXT NOT NULL",
        "safe_now TEXT NOT NULL",
        "title TEXT NOT NULL",
        "missing TEXT NOT NULL",
    ),
    more=_more,
    # Each holds the record too: a page is counted off in the index, and only its rows are read.
    indexes=(
        "newest hlc, record, state, sorts",
        "reference year, sequence, record, state",
        "told told_at, record, state",
        "whom whom, record, state",
        "teller told_by, record, state",
        "state state, hlc, record",
    ),
)
_SHOWN: Final = (
    "record, ref, version, written_at, author, about, people, told_by, told_at, happened_at,"
    " how_sure, state, sorts, safe_now, title, missing"
)
_BY: Final[Mapping[OrderBy, str]] = {
    OrderBy.RECORDED: "hlc",
    OrderBy.REFERENCE: "year {way}, sequence",
    OrderBy.TOLD: "told_at",
    OrderBy.WHOM: "whom",
    OrderBy.TELLER: "told_by",
    OrderBy.STATE: "state {way}, hlc",
}


def page_of_concerns(
    database: Database, first: int, count: int, wanted: Wanted = ALL, order: Order = NEWEST
) -> Page[ConcernRow]:
    """Return a stretch of the list, counted off from the nearer of its two ends."""
    where, values = _where(wanted)
    total = _total(database, where, values)
    counted, skipped, shown = order, first, max(0, min(count, total - first))
    if first > total // 2:
        counted, skipped = replace(order, rising=not order.rising), total - first - shown
    rows = database.rows(
        f"SELECT {_SHOWN} FROM {CONCERNS.table} WHERE record IN (SELECT record"  # noqa: S608 own constants
        f" FROM {CONCERNS.table}{where} ORDER BY {_order(counted)} LIMIT ? OFFSET ?)"
        f" ORDER BY {_order(order)}",
        *values,
        shown,
        max(0, skipped),
    )
    return Page(tuple(_read(row) for row in rows), first, total)


def concern_row(database: Database, record: bytes) -> ConcernRow | None:
    """Return one row of the list."""
    row = database.row(f"SELECT {_SHOWN} FROM {CONCERNS.table} WHERE record = ?", record)  # noqa: S608 own constants
    return None if row is None else _read(row)


def counts_of_concerns(database: Database) -> Mapping[ConcernState, int]:
    """Return how many concerns are in each state."""
    return {
        state: database.number(
            f"SELECT count(*) FROM {CONCERNS.table} WHERE state = ?",  # noqa: S608 own constants
            state.value,
        )
        for state in ConcernState
    }


def next_reference(database: Database, year: int) -> str:
    """Return the reference the next concern of a year gets."""
    row = database.row(
        f"SELECT sequence FROM {CONCERNS.table} WHERE year = ? ORDER BY sequence DESC LIMIT 1",  # noqa: S608 own constants
        year,
    )
    return reference(database.compartment, year, 1 if row is None else as_number(row[0]) + 1)


def _where(wanted: Wanted) -> tuple[str, tuple[Value, ...]]:
    terms: list[str] = []
    values: list[Value] = []
    if wanted.states:
        terms.append(f"state IN ({', '.join('?' * len(wanted.states))})")
        values += [state.value for state in wanted.states]
    if wanted.sorts:
        terms.append(f"({' OR '.join(['sorts LIKE ?'] * len(wanted.sorts))})")
        values += [f"% {sort.value} %" for sort in wanted.sorts]
    if wanted.since:
        terms.append("told_at >= ?")
        values.append(wanted.since)
    return (f" WHERE {' AND '.join(terms)}" if terms else ""), tuple(values)


def _order(order: Order) -> str:
    way = "ASC" if order.rising else "DESC"
    return f"{_BY[order.by].format(way=way)} {way}, record {way}"


def _total(database: Database, where: str, values: tuple[Value, ...]) -> int:
    if not where:
        return how_many(database, CONCERNS)
    return database.number(f"SELECT count(*) FROM {CONCERNS.table}{where}", *values)  # noqa: S608 own constants


def _read(row: Row) -> ConcernRow:
    return ConcernRow(
        id=RecordId(as_bytes(row[0]).hex()),
        ref=as_text(row[1]),
        version=as_number(row[2]),
        written_at=datetime.fromisoformat(as_text(row[3])),
        author=as_text(row[4]),
        about=About(as_text(row[5])),
        people=_people(as_text(row[6])),
        told_by=as_text(row[7]),
        told_at=as_text(row[8]),
        happened=Moment(as_text(row[9]), HowSure(as_text(row[10]))),
        state=ConcernState(as_text(row[11])),
        sorts=tuple(ConcernSort(value) for value in as_text(row[12]).split()),
        safe_now=SafeNow(as_text(row[13])),
        title=as_text(row[14]),
        missing=tuple(Gap(value) for value in as_text(row[15]).split()),
    )


def _people(written: str) -> tuple[Involved, ...]:
    people = Fields.of_json(f'{{"people": {written}}}'.encode()).each("people")
    return tuple(Involved.of(one) for one in people)
