from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
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
    assert isinstance(app, QApplication)
    made = LockClock(app, clock, minutes=10)
    yield made
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


@pytest.mark.parametrize("later", [False, True], ids=["a window there was", "one opened later"])
def test_that_a_key_press_anywhere_starts_the_time_anew(
    clock: FakeClock, qtbot: QtBot, lock_clock: LockClock, *, later: bool
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    with qtbot.waitActive(line):
        line.show()
        line.activateWindow()
    if not later:
        lock_clock.look()
    clock.advance(minutes=9)
    assert lock_clock.seconds_left == 60
    # As the system brings it: to the window, which hands it to whatever has the focus.
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    qtbot.waitUntil(lambda: line.text() == "a")
    assert lock_clock.seconds_left == 600


def test_that_it_is_not_asked_of_every_event_of_every_widget(
    lock_clock: LockClock, clock: FakeClock, qtbot: QtBot
) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    clock.advance(minutes=9)
    qtbot.keyClick(line, Qt.Key.Key_A)  # past the window: no system does this
    assert lock_clock.seconds_left == 60


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
