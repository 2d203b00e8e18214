from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.errors import DeskError
from dsl_desk.ui.work.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class DrawerStuckError(DeskError):
    """A failure of these tests only."""


class Book:
    """What the worker opens here: it remembers which thread made it."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.closed_on = 0

    def close(self) -> None:
        self.closed_on = threading.get_ident()


@pytest.fixture
def worker() -> Iterator[Worker[Book]]:
    made = Worker(Book)
    yield made
    made.close(Book.close)


def raise_it(error: BaseException) -> None:
    raise error


def told(_book: Book) -> Changed[str]:
    return Changed("C-1", frozenset({Thing.CONCERNS}))


def test_that_what_is_opened_is_only_ever_touched_by_its_own_thread(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    seen: list[tuple[int, int]] = []
    owner = QObject()
    worker.ask(owner, lambda book: (book.thread, threading.get_ident()), seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] == seen[0][1] != threading.get_ident()


def test_that_an_answer_arrives_on_the_windows_thread(qtbot: QtBot, worker: Worker[Book]) -> None:
    seen: list[int] = []
    owner = QObject()
    worker.ask(owner, lambda _book: 1, lambda _answer: seen.append(threading.get_ident()))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [threading.get_ident()]


def test_that_a_command_tells_its_answer_first_and_then_what_changed(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    order: list[object] = []
    owner = QObject()
    worker.changed.connect(order.append)
    worker.do(owner, told, order.append)
    qtbot.waitUntil(lambda: len(order) == 2)
    assert order == ["C-1", frozenset({Thing.CONCERNS})]


def test_that_a_page_that_has_gone_gets_no_answer_but_the_change_is_still_told(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    go = threading.Event()
    answers: list[str] = []
    owner = QObject()

    def slowly(book: Book) -> Changed[str]:
        go.wait(5)
        return told(book)

    with qtbot.waitSignal(worker.changed):
        worker.do(owner, slowly, answers.append)
        owner.deleteLater()
        with qtbot.waitSignal(owner.destroyed):
            pass
        go.set()
    assert answers == []


def test_that_a_failed_command_of_a_page_that_has_gone_is_still_reported(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    go = threading.Event()
    owner = QObject()

    def fails(_book: Book) -> Changed[str]:
        go.wait(5)
        raise DrawerStuckError

    with qtbot.waitSignal(worker.failed) as seen:
        worker.do(owner, fails, otherwise=lambda _error: raise_it(AssertionError()))
        owner.deleteLater()
        with qtbot.waitSignal(owner.destroyed):
            pass
        go.set()
    assert seen.args is not None
    assert isinstance(seen.args[0], DrawerStuckError)


def test_that_a_failed_question_of_a_page_that_has_gone_is_dropped(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    go = threading.Event()
    owner, other = QObject(), QObject()
    failures: list[object] = []
    answers: list[int] = []
    worker.failed.connect(failures.append)

    def fails(_book: Book) -> int:
        go.wait(5)
        raise DrawerStuckError

    worker.ask(owner, fails, answers.append)
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        go.set()
    worker.ask(other, lambda _book: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2])
    assert failures == []


def test_that_a_failure_goes_to_the_page_when_it_offers_an_answer_and_to_the_window_otherwise(
    qtbot: QtBot, worker: Worker[Book]
) -> None:
    owner = QObject()
    here: list[DeskError] = []
    worker.ask(owner, lambda _book: raise_it(DrawerStuckError()), lambda _a: None, here.append)
    with qtbot.waitSignal(worker.failed):
        worker.ask(owner, lambda _book: raise_it(DrawerStuckError()), lambda _a: None)
    assert len(here) == 1


def test_that_a_bug_is_told_as_a_bug(qtbot: QtBot, worker: Worker[Book]) -> None:
    owner = QObject()
    with qtbot.waitSignal(worker.broke) as seen:
        worker.ask(owner, lambda _book: raise_it(KeyError("x")), lambda _a: None)
    assert seen.args is not None
    assert isinstance(seen.args[0], KeyError)


def test_that_a_vault_that_will_not_open_answers_every_question_with_the_reason(
    qtbot: QtBot,
) -> None:
    def shut() -> Book:
        raise DrawerStuckError

    worker = Worker(shut)
    owner = QObject()
    here: list[DeskError] = []
    worker.ask(owner, lambda _book: 1, lambda _answer: None, here.append)
    qtbot.waitUntil(lambda: bool(here))
    assert isinstance(here[0], DrawerStuckError)
    worker.close(Book.close)


def test_that_closing_closes_what_was_opened_on_its_own_thread(qtbot: QtBot) -> None:
    books: list[Book] = []
    worker = Worker(Book)
    worker.ask(worker, lambda book: book, books.append)
    qtbot.waitUntil(lambda: bool(books))
    worker.close(Book.close)
    assert books[0].closed_on == books[0].thread


def test_that_closing_drops_what_still_waits(qtbot: QtBot) -> None:
    go = threading.Event()
    started = threading.Event()
    answers: list[int] = []
    worker = Worker(Book)

    def slowly(_book: Book) -> int:
        started.set()
        go.wait(5)
        return 1

    worker.ask(worker, slowly, answers.append)
    worker.ask(worker, lambda _book: 2, answers.append)
    assert started.wait(5)
    threading.Timer(0.05, go.set).start()
    worker.close()
    qtbot.waitUntil(lambda: answers == [1])


def test_that_the_worker_is_idle_only_when_nobody_waits(qtbot: QtBot, worker: Worker[Book]) -> None:
    go = threading.Event()
    owner = QObject()
    told: list[str] = []
    worker.idle.connect(lambda: told.append("idle"))
    worker.ask(owner, lambda _book: go.wait(8), lambda _answer: told.append("first"))
    worker.ask(owner, lambda _book: 2, lambda _answer: told.append("second"))
    assert not worker.is_idle
    go.set()
    qtbot.waitUntil(lambda: worker.is_idle)
    assert told == ["first", "second", "idle"]
