"""One child's file with as many entries as are asked for: reading it, and showing it.

Run: python -m tests.bench.bench_file [ENTRIES]
Beside it stands another child with thirty: what is more than theirs is the price of the length.
The vault lies in a temporary folder (TMPDIR), which is taken away at the end.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QApplication, QScrollArea

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, said_of
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.people.chronology import ChronologyView
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress
from tests.bench.many_entries import texts
from tests.builders import SCHOOL, a_concern_draft, a_founder, nowhere
from tests.conftest import FONTS
from tests.fakes.clock import FakeClock
from tests.registers import a_pupil

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk

ROUNDS: Final = 15
SHOWN: Final = 100
SHORT: Final = 30
_IN_ONE_WRITE: Final = 500
RESOURCES: Final = Path(__file__).parents[2] / "resources"


def main(count: int) -> None:
    """Fill, measure, and print."""
    clock, founder = FakeClock(), a_founder()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        member = found(folder, SCHOOL, founder, clock)
        desk = open_desk(folder, member, founder.key, nowhere(clock), FONTS)
        children = {}
        for name, entries in (("Wren", count), ("Sorrel", SHORT)):
            child = a_pupil(desk, clock, "Tamarisk", name)
            _fill(desk, clock, PersonRef(f"{name} Tamarisk", child), entries)
            children[entries] = child
        for entries, child in children.items():
            _read(desk, child, entries)
        _show(desk, children[count])
        desk.close()


def _fill(desk: Desk, clock: FakeClock, child: PersonRef, entries: int) -> None:
    words, day = texts(entries), timedelta(days=20 * 365 / entries)
    for first in range(0, entries, _IN_ONE_WRITE):
        with desk.sitting.writing(Compartment.CHILDREN, EntryClass.CONCERN) as write:
            for number in range(first, min(entries, first + _IN_ONE_WRITE)):
                told = clock.now() - (entries - number) * day
                draft = a_concern_draft(
                    words=next(words), people=(Involved(child),), told_at=f"{told:%Y-%m-%dT%H:%M}"
                )
                write.record(CONCERN, said_of(draft, f"C-{number:05}"), EntryId(fresh_id(told)))


def _read(desk: Desk, child: str, entries: int) -> None:
    file = desk.chronology
    asked: dict[str, Callable[[], object]] = {
        "the newest hundred": lambda: file.of(child, 0, SHOWN),
        "the oldest ten": lambda: file.of(child, max(0, entries - 10), 10),
        "concerns alone": lambda: file.of(child, 0, SHOWN, ItemSort.CONCERN),
        "how many of each sort": lambda: file.counts(child),
        "the front sheet": lambda: desk.people.open(RecordId(child)),
    }
    for name, ask in asked.items():
        print(f"{entries:6,} entries, {name}: {_median(ask):6.2f} ms")


def _median(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        ask()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def _show(desk: Desk, child: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app, RESOURCES, Look(Scheme.LIGHT))
    view, area = ChronologyView(), QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(900, 700)
    area.show()
    for shown in (SHOWN, 2 * SHOWN, 4 * SHOWN):
        page = desk.chronology.of(child, 0, shown)
        longest, whole = _turns(app, partial(view.show_rows, page.rows, page.total))
        held = f"longest hold of the main thread {longest:.0f} ms of {whole:.0f}"
        print(f"{shown:6,} lines shown: {held}")


def _turns(app: QApplication, show: Callable[[], None]) -> tuple[float, float]:
    """Return the longest turn of the loop until all stands, and all of them together."""
    began = last = time.thread_time()
    show()
    turns = []
    for _ in range(400):
        turns.append(time.thread_time() - last)
        last = time.thread_time()
        app.processEvents()
    return max(turns) * 1000, (time.thread_time() - began) * 1000


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3_000)
