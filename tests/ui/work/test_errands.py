from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.work.errands import Errands

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from dsl_desk.domain.progress import Progress


class PaperJamError(DeskError):
    """A failure of these tests only."""


@pytest.fixture
def errands() -> Iterator[Errands]:
    made = Errands()
    yield made
    made.close()


def pages(progress: Progress) -> str:
    for page in range(3):
        progress(page + 1, 3)
    return "paper"


def jams(progress: Progress) -> str:
    progress(1, 3)
    raise PaperJamError


def breaks(_progress: Progress) -> str:
    raise KeyError


def test_that_an_errand_tells_each_step_and_then_its_answer(qtbot: QtBot, errands: Errands) -> None:
    steps: list[tuple[int, int]] = []
    answers: list[str] = []
    go = threading.Event()

    def watched(progress: Progress) -> str:
        go.wait(5)
        return pages(progress)

    errand = errands.run(QObject(errands), watched, answers.append)
    errand.moved.connect(lambda done, of: steps.append((done, of)))
    with qtbot.waitSignal(errand.ended):
        go.set()
    assert answers == ["paper"]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_that_a_cancelled_errand_stops_at_its_next_step_and_answers_nothing(
    qtbot: QtBot, errands: Errands
) -> None:
    go = threading.Event()
    beyond: list[int] = []
    answers: list[str] = []

    def long(progress: Progress) -> str:
        go.wait(5)
        progress(1, 2)
        beyond.append(1)
        return "paper"

    errand = errands.run(QObject(errands), long, answers.append)
    errand.cancel()
    with qtbot.waitSignal(errand.ended):
        go.set()
    assert beyond == []
    assert answers == []


def test_that_a_failed_errand_goes_to_its_owner_or_else_to_the_window(
    qtbot: QtBot, errands: Errands
) -> None:
    here: list[DeskError] = []
    errands.run(QObject(errands), jams, lambda _a: None, here.append)
    with qtbot.waitSignal(errands.failed):
        errands.run(QObject(errands), jams, lambda _a: None)
    assert len(here) == 1


def test_that_a_bug_in_an_errand_is_told_as_a_bug(qtbot: QtBot, errands: Errands) -> None:
    with qtbot.waitSignal(errands.broke):
        errands.run(QObject(errands), breaks, lambda _a: None)


def test_that_closing_stops_an_errand_under_way_and_drops_the_next() -> None:
    errands = Errands()
    started = threading.Event()
    ran: list[int] = []

    def endless(progress: Progress) -> str:
        started.set()
        while True:
            progress(1, 2)

    def next_one(_progress: Progress) -> str:
        ran.append(1)
        return ""

    errands.run(QObject(errands), endless, lambda _a: None)
    errands.run(QObject(errands), next_one, lambda _a: None)
    assert started.wait(5)
    errands.close()
    assert ran == []
