"""The heartbeat sees a main thread that stalls; what it tells stands in out/stalls.csv."""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon

PLANTED_MS = 180


def stall() -> None:
    """Keep the main thread busy, as a page that does too much at once would."""
    until = thread_time() + PLANTED_MS / 1000
    while thread_time() < until:
        pass


def test_that_a_planted_stall_is_seen_with_the_page_it_came_from(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.at_rest()
    done: list[bool] = []
    QTimer.singleShot(0, stall)
    QTimer.singleShot(20, lambda: done.append(True))
    afternoon.wait(lambda: done)
    afternoon.at_rest()
    assert afternoon.heart.longest.wall >= PLANTED_MS - 2
    assert afternoon.heart.longest.page == "TodayPage"


def test_that_nothing_is_told_of_the_time_when_nobody_has_unlocked(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.at_rest()
    afternoon.lock()
    before = afternoon.heart.longest
    stall()
    afternoon.unlock()
    afternoon.at_rest()
    assert afternoon.heart.longest.processor < PLANTED_MS or afternoon.heart.longest == before
