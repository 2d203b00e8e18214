from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dsl_desk.ui.shell.lock_clock import LockClock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock


@pytest.fixture
def lock_clock(clock: FakeClock, qtbot: QtBot) -> Iterator[LockClock]:
    del qtbot
    app = QApplication.instance()
    assert app is not None
    made = LockClock(app, clock, minutes=10)
    yield made
    app.removeEventFilter(made)
    made.deleteLater()


def test_that_the_time_left_is_told_and_runs_out_once_nobody_touches_the_desk(
    lock_clock: LockClock, clock: FakeClock
) -> None:
    told: list[int] = []
    ends: list[int] = []
    lock_clock.left.connect(told.append)
    lock_clock.run_out.connect(lambda: ends.append(1))
    clock.advance(minutes=4)
    lock_clock.look()
    clock.advance(minutes=6)
    lock_clock.look()
    assert told == [360, 0]
    assert ends == [1]


def test_that_a_key_press_anywhere_starts_the_time_anew(
    lock_clock: LockClock, clock: FakeClock, qtbot: QtBot
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    clock.advance(minutes=9)
    qtbot.keyClick(line, Qt.Key.Key_A)
    assert lock_clock.seconds_left == 600


def test_that_the_last_call_is_made_once_and_again_only_after_a_touch(
    lock_clock: LockClock, clock: FakeClock
) -> None:
    calls: list[int] = []
    lock_clock.last_call.connect(lambda: calls.append(1))
    clock.advance(minutes=9, seconds=1)
    lock_clock.look()
    lock_clock.look()
    assert calls == [1]
    lock_clock.touch()
    clock.advance(minutes=9, seconds=30)
    lock_clock.look()
    assert calls == [1, 1]
