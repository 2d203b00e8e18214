"""The list of evidence with many items in the real window, and looking for the same picture.

Run: python -m tests.bench.bench_gallery [items]
The items are written by the service's own Write, 500 at a time, without sealed files: a list reads
none. Then the window scrolls through the list, page after page, while the main thread's heart
beats every millisecond; what keeps two beats apart is told by the processor and by the clock.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.tour.waiting import until
from dsl_desk.domain.alike import MOST_SPOTS, Spot, as_text
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.evidence import EVIDENCE, Captured, FileFacts, said_of_evidence
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.picture import PictureSort
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.founding import found
from dsl_desk.services.same_picture import alike
from dsl_desk.services.vaults import open_desk
from dsl_desk.system.clock import SystemClock
from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot as Where
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.theme import dress
from tests.bench.drawn_pictures import chance_of
from tests.builders import SCHOOL, a_founder
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain
from tests.services.looking import a_stop, an_evidence_draft, decided
from tests.stories.heartbeat import Heartbeat

if TYPE_CHECKING:
    from random import Random

    from dsl_desk.services.desk import Desk

RESOURCES: Final = Path(__file__).parents[2] / "resources"
_AT_ONCE: Final = 500
_PAGES: Final = 40


def main(count: int) -> None:
    """Fill, scroll, look for the same picture, and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app, RESOURCES, Look(Scheme.LIGHT))
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        founder, clock = a_founder(), FakeClock()
        member = found(vault, SCHOOL, founder, clock)
        place = Doorstep(clock, FakeKeychain())
        desk = open_desk(vault, member, founder.key, place, RESOURCES / "fonts")
        _fill(desk, count)
        _ask(desk, count)
        desk.close()
        # A clock that stands still would never end a slice of the rounds.
        front = RealDesk(app, vault, RESOURCES, Doorstep(SystemClock(), place.keychain))
        front.enter(member, founder.key)
        until(lambda: front.window is not None)
        _scroll(front)
        front.end()


def _fill(desk: Desk, count: int) -> None:
    chance, basis = chance_of(1), decided(desk).id
    begun = time.perf_counter()
    for first in range(0, count, _AT_ONCE):
        with desk.sitting.writing(Compartment.CHILDREN, EntryClass.EVIDENCE) as write:
            for number in range(first, min(count, first + _AT_ONCE)):
                said = said_of_evidence(_captured(desk, basis, number, chance), _ref(number))
                write.record(EVIDENCE, said, EntryId(fresh_id(desk.sitting.clock.now())))
    print(f"{count:,} items written in {time.perf_counter() - begun:.0f} s")


def _captured(desk: Desk, basis: RecordId, number: int, chance: Random) -> Captured:
    spots = [
        Spot(chance.getrandbits(64), chance.randrange(4096), chance.randrange(4096), at % 10)
        for at in range(MOST_SPOTS)
    ]
    facts = FileFacts(
        sha256=f"{number:064x}",
        size=2_000_000,
        name=f"Screenshot {number}.png",
        captured_at="2026-11-19T12:14:00+00:00",
        sort=PictureSort.PNG,
        likeness=f"{chance.getrandbits(64):016x}",
        spots=as_text(spots),
    )
    draft = replace(an_evidence_draft(desk.sitting.clock), shows=f"Picture {number} of a chat")
    stop = a_stop(desk, basis).fields()
    people = (PersonRef("Wren Tamarisk"),)
    return Captured(draft, facts, stop, f"{number:032x}", "VD-2026-001", basis, "", people)


def _ref(number: int) -> str:
    return f"EV-2026-{number + 1:03}"


def _ask(desk: Desk, count: int) -> None:
    """Ask for pages as the list does, and for the same picture, on this thread."""
    for name, first in (("first", 0), ("middle", count // 2), ("last", max(0, count - 50))):
        times = []
        for _ in range(15):
            begun = time.perf_counter()
            desk.evidence.page(first, 50)
            times.append(time.perf_counter() - begun)
        print(f"{name} page of 50, read and proved: {statistics.median(times) * 1000:.1f} ms")
    one = desk.evidence.page(0, 1).rows[0].id
    begun = time.perf_counter()
    sought = desk.same_picture.seek(one)
    asked = time.perf_counter() - begun
    begun, worked = time.perf_counter(), time.process_time()
    found_ = alike(sought)
    print(
        f"the same picture among {len(sought.others):,}: asked {asked * 1000:.0f} ms, compared "
        f"{(time.perf_counter() - begun) * 1000:.0f} ms ({time.process_time() - worked:.2f} s of "
        f"processor), {len(found_)} found"
    )


def _scroll(front: RealDesk) -> None:
    window = front.window
    assert window is not None
    window.showNormal()
    window.resize(1366, 738)
    window.go(Where(Place.EVIDENCE))
    page = window.stack.page
    assert isinstance(page, EvidencePage)
    table = page.tables[0]
    until(lambda: table.isVisible() and table.pager.pages.total > 0)
    heart = Heartbeat()
    heart.start(lambda: type(window.stack.page).__name__)
    for number in range(1, _PAGES):
        table.view.setFocus()
        for _ in range(5):
            QTest.keyClick(table.view, Qt.Key.Key_Down)
            QApplication.processEvents()
        table.page_wanted.emit(number)
        until(lambda at=number: table.pager.pages.number == at)  # type: ignore[misc]  # mypy cannot tell a lambda's default
    heart.stop()
    stall = heart.longest
    print(
        f"{_PAGES} pages scrolled through: the longest stall of the main thread is "
        f"{stall.processor:.0f} ms of processor, {stall.wall:.0f} ms by the clock"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
