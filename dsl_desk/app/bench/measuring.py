"""What is measured of one vault: coming in, reading; then asking, proving, writing."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from dsl_desk.app.bench.asking import asked
from dsl_desk.app.bench.beside import Measure, beside
from dsl_desk.app.bench.writing import written
from dsl_desk.domain.compartment import Compartment
from dsl_desk.services.opening import sit_down
from dsl_desk.storage.shelves.chronology import CHRONOLOGY
from dsl_desk.storage.shelves.concerns import CONCERNS
from dsl_desk.storage.shelves.full_text import FULL_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.app.bench.ground import GroundVault
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.database import Database

# Our own names of tables, and nothing anybody typed.
_STRETCH: Final = f"SELECT * FROM {CONCERNS.table} ORDER BY told_at LIMIT ? OFFSET ?"  # noqa: S608 own constants
_MATCH: Final = f"SELECT rowid FROM {FULL_TEXT.index} WHERE {FULL_TEXT.index} MATCH ? LIMIT 20"  # noqa: S608 own constants
_LONGEST: Final = (
    f"SELECT person FROM {CHRONOLOGY.table} WHERE person <> '' GROUP BY person"  # noqa: S608 own constants
    " ORDER BY count(*) DESC LIMIT 1"
)
_FILE: Final = f"SELECT * FROM {CHRONOLOGY.table} WHERE person = ? ORDER BY moment DESC LIMIT 100"  # noqa: S608 own constants
_PAGE: Final = 50
_WORD: Final = "residential"
_TYPED: Final = tuple(_WORD[:end] for end in range(3, len(_WORD) + 1))
_CHUNK: Final = 1 << 20
_ONCE: Final = 1


def measured(ground: GroundVault, aside: Path) -> Iterator[Measure]:
    """Return each measure as it is taken; `aside` is a folder for what a floor writes."""
    yield _coming_in(ground)
    desk = ground.unlock()
    try:
        yield from _reading(desk)
        yield from asked(desk)
        yield _proving(desk, ground)
        yield from written(desk, aside)
    finally:
        desk.close()


def _coming_in(ground: GroundVault) -> Measure:
    def ours() -> None:
        desk = ground.unlock()
        desk.concerns.page(0, _PAGE)
        desk.close()

    def floor() -> None:
        sit_down(ground.folder, ground.member, ground.key, ground.place.clock)[0].close()

    return beside("from the key to the first 50 rows", "every part opened, no more", ours, floor)


def _reading(desk: Desk) -> Iterator[Measure]:
    database = desk.sitting.part(Compartment.CHILDREN).database
    total = desk.concerns.page(0, 1).total
    middle = total // 2
    one = "the same page from its index, bare"
    yield beside(
        "the list, first page",
        one,
        lambda: desk.concerns.page(0, _PAGE),
        lambda: _bare(database, 0),
    )
    yield beside(
        "the list, page in the middle",
        one,
        lambda: desk.concerns.page(middle, _PAGE),
        lambda: _bare(database, middle),
    )
    yield from _searching(desk, database)
    person = _whose_file(database)
    yield beside(
        "a child's file, newest 100",
        "its rows from the index, bare",
        lambda: desk.chronology.of(person, 0, 100),
        lambda: _in_a_file(database, person),
    )


def _searching(desk: Desk, database: Database) -> Iterator[Measure]:
    yield beside(
        "search for a word, first 20",
        "the full text asked for the word, bare",
        lambda: desk.search.find(_WORD, 0, 20),
        lambda: _found(database),
    )
    yield beside(
        "search while it is typed, every beginning of it",
        "the full text asked for each, bare",
        lambda: [desk.search.find(typed, 0, 20) for typed in _TYPED],
        lambda: _all_found(database),
    )


def _proving(desk: Desk, ground: GroundVault) -> Measure:
    parts = sorted((ground.folder / "parts").iterdir())

    def floor() -> None:
        for part in parts:
            digest = hashlib.sha256()
            with part.open("rb") as file:
                for chunk in iter(lambda: file.read(_CHUNK), b""):
                    digest.update(chunk)

    def ours() -> None:
        desk.vault.check(lambda _done, _of: None)

    return beside("everything proved", "every byte read and hashed", ours, floor, _ONCE)


def _bare(database: Database, first: int) -> None:
    for _row in database.rows(_STRETCH, _PAGE, first):
        pass


def _found(database: Database, typed: str = _WORD) -> None:
    for _row in database.rows(_MATCH, f"{typed}*"):
        pass


def _all_found(database: Database) -> None:
    for typed in _TYPED:
        _found(database, typed)


def _whose_file(database: Database) -> str:
    """Return the child whose file is the longest."""
    row = database.row(_LONGEST)
    return str(row[0]) if row is not None else ""


def _in_a_file(database: Database, person: str) -> None:
    for _row in database.rows(_FILE, person):
        pass
