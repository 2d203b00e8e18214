"""The list of concerns with as many rows as are asked for: each page of it, and showing one.

Run: python -m tests.bench.bench_list [ROWS]
The rows are put on the list by themselves, without their entries: a list reads nothing else. They
lie in a temporary folder (TMPDIR), which is taken away at the end.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication

from dsl_desk.domain.concern_choices import ConcernSort, ConcernState
from dsl_desk.domain.concern_list import ALL, NEWEST, Order, OrderBy, Wanted
from dsl_desk.storage.shelves.concerns import CONCERNS, page_of_concerns
from dsl_desk.ui.concerns.list_page import COLUMNS
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress
from tests.bench.many_entries import KEY
from tests.storage.training import TrainingPart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.storage.database import Database

ROUNDS: Final = 15
ROWS: Final = 50
RESOURCES: Final = Path(__file__).parents[2] / "resources"
_STATES: Final = tuple(state.value for state in ConcernState)
_PEOPLE: Final = '[{{"name": "Child {0}", "person": "", "role": "affected"}}]'


def main(count: int) -> None:
    """Fill, measure, and print."""
    with tempfile.TemporaryDirectory() as folder:
        training = TrainingPart(Path(folder) / "list.part", KEY)
        training.make().close()
        began = time.perf_counter()
        _fill(training, count)
        size = training.path.stat().st_size / 1e6
        print(
            f"{count:,} rows put on the list in {time.perf_counter() - began:.0f} s, {size:,.0f} MB"
        )
        with closing(training.open()) as part:
            _pages(part.database, count)
            shown = page_of_concerns(part.database, count // 2, ROWS).rows
    _show(shown, count)


def _fill(training: TrainingPart, count: int) -> None:
    with closing(training.burgle()) as connection:
        columns = CONCERNS.columns
        places = ", ".join("?" * len(columns.split(", ")))
        connection.execute("BEGIN")
        sql = f"INSERT INTO {CONCERNS.table} ({columns}) VALUES ({places})"  # noqa: S608 own constants
        connection.executemany(sql, _rows(count))
        connection.execute("UPDATE shelves SET count = ? WHERE name = ?", (count, CONCERNS.name))
        connection.execute("COMMIT")


def _rows(count: int) -> Iterator[tuple[bytes | int | str, ...]]:
    chance = random.Random(2026)  # noqa: S311 the same rows in every run
    for number in range(count):
        name = number.to_bytes(16, "big")
        day = f"{2007 + number * 20 // count}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        told = f"{day}T12:14"
        yield (
            *(name, 1, number << 16, name, f"C-{day[:4]}-{number:07}", int(day[:4]), number),
            *(f"{told}:00+00:00", "Maya Fernsby", "child", f"Child {number}"),
            *(_PEOPLE.format(number), f"Teller {number % 200}", told, told, "exact"),
            *(chance.choices(_STATES, (1, 3, 1, 95))[0], f" {chance.choice(_SORTS)} ", "yes"),
            *("unkind messages", " "),
        )


_SORTS: Final = tuple(sort.value for sort in ConcernSort)


def _pages(database: Database, count: int) -> None:
    newest, told = NEWEST, Order(OrderBy.TOLD)
    new, nudes = Wanted(states=(ConcernState.NEW,)), Wanted(sorts=(ConcernSort.NUDES,))
    for what, first, wanted, order in (
        ("the first page", 0, ALL, newest),
        ("the page in the middle", count // 2, ALL, newest),
        ("the last page", count - ROWS, ALL, newest),
        ("the middle, as we were told", count // 2, ALL, told),
        ("the middle, by whom it is about", count // 2, ALL, Order(OrderBy.WHOM, rising=True)),
        ("the new ones, first page", 0, new, newest),
        ("one kind, first page", 0, nudes, newest),
        ("the last year, first page", 0, Wanted(since="2026-01-01"), newest),
    ):
        times = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            page_of_concerns(database, first, ROWS, wanted, order)
            times.append((time.perf_counter() - began) * 1000)
        print(f"{what:34} {statistics.median(times):8.1f} ms median, {max(times):.1f} slowest")


def _show(rows: tuple[ConcernRow, ...], count: int) -> None:
    """Measure what the main thread does with a page: fill the table, and paint it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app, RESOURCES, Look(Scheme.LIGHT))
    table: PagedTable[ConcernRow] = PagedTable(COLUMNS, "Concerns")
    table.resize(1100, 560)
    table.show()
    times = []
    for number in range(ROUNDS):
        began = time.thread_time()
        table.show_page(rows, Pages(count, count // ROWS // 2 + number, ROWS))
        app.processEvents()
        times.append((time.thread_time() - began) * 1000)
    words = f"{statistics.median(times):8.1f} ms of processor, {max(times):.1f} slowest"
    print(f"{'shown and painted, main thread':34} {words}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
