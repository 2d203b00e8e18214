"""The rounds over a real vault: what the desk does by itself, when, and when not."""

from __future__ import annotations

import io
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.services.cases import Cases
from dsl_desk.services.dues import Dues
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.ui.shell.rounds import SLICE_MS, Rounds
from dsl_desk.ui.work.errands import Errands
from dsl_desk.ui.work.worker import Worker
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.looked import Looked
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.watch import Notice
    from tests.conftest import TrainingVault


class Day:
    """A desk that is open, its rounds, and what they tell."""

    def __init__(self, vault: TrainingVault, qtbot: QtBot) -> None:
        self.vault, self._qtbot = vault, qtbot
        self.worker: Worker[Desk] = Worker(vault.unlock)
        self.errands = Errands()
        self.owner = QObject()
        self.rounds = Rounds(self.worker, self.errands, vault.clock)
        self.noticed: list[Notice] = []
        self.failed: list[DeskError] = []
        self.ends: list[int] = []
        self.rounds.noticed.connect(self.noticed.extend)
        self.rounds.failed.connect(self.failed.append)
        self.rounds.looked.connect(lambda: self.ends.append(1))

    def wait(self, fact: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(fact()), timeout=8000)

    def show_rows(self) -> None:
        """Ask what a window asks first, and wait until the rounds have been gone."""
        self.worker.ask(self.owner, lambda desk: desk.concerns.page(0, 1), lambda _rows: None)
        self.wait(lambda: self.ends)

    def turns(self, count: int = 12) -> None:
        """Let so many turns be taken, whether anything is due or not."""
        for _ in range(count):
            self.wait(lambda: self.worker.is_idle)
            self.rounds.take_turn()
        self.wait(lambda: self.worker.is_idle)

    def slots(self) -> dict[str, bytes]:
        folder = self.vault.folder / "slots"
        return {path.name: path.read_bytes() for path in folder.iterdir()}

    def witness(self) -> bytes:
        (kept,) = [of for name, of in self.vault.keychain.kept.items() if "witness" in name]
        return kept

    def close(self) -> None:
        self.rounds.end()
        self.errands.close()
        self.worker.close(lambda desk: desk.close())


@pytest.fixture
def day(vault: TrainingVault, qtbot: QtBot) -> Iterator[Day]:
    day = Day(vault, qtbot)
    yield day
    day.close()


def changed_slots(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_that_nothing_is_begun_before_the_first_rows(day: Day) -> None:
    before = day.slots()
    assert not day.rounds._soon.isActive()
    day.show_rows()
    day.turns()
    assert changed_slots(before, day.slots())


def test_that_every_slot_is_written_once_after_the_rows_and_again_after_a_quarter_of_an_hour(
    day: Day,
) -> None:
    empty = day.slots()
    day.show_rows()
    day.turns()
    after_rows = day.slots()
    mine = changed_slots(empty, after_rows)
    assert len(mine) == 2
    day.vault.clock.advance(minutes=14)
    day.turns()
    assert day.slots() == after_rows
    day.vault.clock.advance(minutes=1)
    day.turns()
    assert changed_slots(after_rows, day.slots()) == mine


def test_that_witness_is_borne_every_five_minutes_and_not_by_the_thread_of_the_vault(
    day: Day,
) -> None:
    day.show_rows()
    day.turns()
    first = day.witness()
    day.vault.clock.advance(minutes=4)
    day.turns()
    assert day.witness() == first
    day.vault.clock.advance(minutes=1)
    busy, free = Event(), Event()

    def keep_the_pool_busy(_step: object) -> bool:
        busy.set()
        return free.wait(8)

    day.errands.run(day.owner, keep_the_pool_busy, lambda _done: None)
    day.wait(busy.is_set)
    day.turns()
    assert day.witness() == first  # the pool is busy, and the vault's thread waited for nobody
    free.set()
    day.wait(lambda: day.witness() != first)


def test_that_witness_is_borne_of_a_copy_or_an_export_as_soon_as_nobody_waits(day: Day) -> None:
    day.show_rows()
    day.turns()
    first = day.witness()
    copied = Changed(None, frozenset({Thing.VAULT}))
    day.worker.do(day.owner, lambda _desk: copied)
    day.wait(lambda: day.witness() != first)


def test_that_what_was_written_meanwhile_is_looked_at_with_the_next_witness(day: Day) -> None:
    day.show_rows()
    day.turns()
    day.vault.clock.advance(minutes=5)
    name = an_entry_id(day.vault.clock)
    far: list[Looked] = []
    day.worker.do(day.owner, lambda desk: desk.concerns.record(a_concern_draft(), name))
    day.turns()
    day.worker.ask(day.owner, lambda desk: desk.vault.looked(), far.append)
    day.wait(lambda: far)
    assert far[0].checked == far[0].of


def test_that_somebody_who_waits_goes_first(day: Day) -> None:
    day.show_rows()
    day.turns()
    before = day.slots()
    day.vault.clock.advance(minutes=15)
    go = Event()
    answers: list[bool] = []
    day.worker.ask(day.owner, lambda _desk: go.wait(8), answers.append)
    for _ in range(5):
        day.rounds.take_turn()
    assert len(day.worker._errands) == 1  # nothing was sent after it
    assert day.slots() == before
    go.set()
    day.wait(lambda: answers)
    day.wait(lambda: day.slots() != before)


def test_that_after_the_lock_has_begun_one_last_witness_is_borne_and_nothing_else(
    day: Day,
) -> None:
    day.show_rows()
    day.turns()
    before, first = day.slots(), day.witness()
    day.vault.clock.advance(minutes=20)
    day.rounds.bear_last_witness()
    day.rounds.bear_last_witness()
    assert len(day.worker._errands) == 1
    day.wait(lambda: day.witness() != first)
    day.turns()
    assert day.slots() == before


def test_that_damage_is_noticed_by_name_and_the_other_rounds_go_on(
    vault: TrainingVault, qtbot: QtBot
) -> None:
    desk = vault.unlock()
    desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    part = desk.sitting.part(Compartment.CHILDREN)
    with part.database.guard.disposing():
        part.database.run("UPDATE ledger SET body = x'7b7d' WHERE number = 2")
    desk.close()
    day = Day(vault, qtbot)
    day.show_rows()
    day.wait(lambda: day.noticed)
    error = day.noticed[0].error
    assert isinstance(error, DamageError)
    assert (error.where.compartment, error.where.number) == (Compartment.CHILDREN, 2)
    before = day.slots()
    vault.clock.advance(minutes=15)
    day.turns()
    assert changed_slots(before, day.slots())
    day.close()


def test_that_a_round_that_fails_is_told_once_and_tried_again_in_its_time(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_cases: Cases, *_asked: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(Cases, "_round", fail)
    day.show_rows()
    day.turns()
    assert [type(error) for error in day.failed] == [DiskFullError]
    day.vault.clock.advance(minutes=15)
    day.turns()
    assert len(day.failed) == 2


def test_that_stray_files_of_evidence_are_swept_once_the_ledger_was_found_whole(day: Day) -> None:
    folder = evidence_folder(day.vault.folder, Compartment.CHILDREN)
    BlobStore(folder).put(io.BytesIO(b"left by somebody who was killed"))
    assert list(folder.iterdir())
    day.show_rows()

    def swept() -> bool:
        day.rounds.take_turn()
        return not list(folder.iterdir())

    day.wait(swept)
    BlobStore(folder).put(io.BytesIO(b"left in this life"))
    day.vault.clock.advance(minutes=5)
    day.turns()
    assert list(folder.iterdir())


def test_that_what_is_due_is_looked_for_in_turns_and_told_when_all_was_gone_through(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter((False, False, True, True, True))
    told: list[frozenset[Thing]] = []
    asked: list[int] = []

    def look_ahead(_dues: Dues, slice_ms: int) -> bool:
        asked.append(slice_ms)
        return next(answers)

    monkeypatch.setattr(Dues, "look_ahead", look_ahead)
    day.worker.changed.connect(told.append)
    day.show_rows()
    day.turns()
    assert asked == [SLICE_MS] * 3
    assert told == [frozenset({Thing.KEEPING})]
    day.vault.clock.advance(minutes=6)
    day.turns()
    assert len(asked) == 4
    assert len(told) == 1
