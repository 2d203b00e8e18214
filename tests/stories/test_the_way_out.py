"""One paper on its way out, by hand: whom, what, how, the pages, and the words told once."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import Showing
from dsl_desk.domain.leaving import HowItLeaves, RecipientSort
from dsl_desk.storage.shelves.exports import EXPORTS
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT, WHOM
from dsl_desk.ui.leaving.what_step import SHOWINGS
from dsl_desk.ui.leaving.whom_step import SORTS
from dsl_desk.ui.shell.spot import CONCERNS
from tests.builders import a_concern_draft
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.leaving.outcome import Looked
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def the_way_out(afternoon: Afternoon) -> LeavingPage:
    afternoon.unlock()
    afternoon.fill_in(a_concern_draft(about="Wren Tamarisk"))
    afternoon.finish()
    afternoon.press(Qt.Key.Key_E, CTRL)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, LeavingPage))
    page = afternoon.window.stack.page
    assert isinstance(page, LeavingPage)
    afternoon.at_rest()
    afternoon.wait(page.next.isEnabled)
    return page


def next_step(afternoon: Afternoon, page: LeavingPage, step: int) -> None:
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == step and not page.next.is_busy())


def answer_whom(page: LeavingPage, sort: RecipientSort = RecipientSort.OTHER_SCHOOL) -> None:
    page.whom.sort.setCurrentIndex(SORTS.index(sort) + 1)
    page.whom.sort_chosen.emit()
    page.whom.who.setText("Tansy Hollybank")
    page.whom.purpose.setPlainText("Wren moves there")


def test_that_a_locked_copy_goes_out_by_the_keyboard(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = the_way_out(afternoon)
    assert afternoon.focus() is page.whom.sort
    next_step(afternoon, page, WHOM)
    assert next(field.error() for field in page.whom.fields.values())
    answer_whom(page)
    next_step(afternoon, page, WHAT)
    names = {row.named.name: row for row in page.what.rows}
    assert set(names) == {"Wren Tamarisk", "Lena Harebell", "Maya Fernsby"}
    names["Lena Harebell"].showing.choose(SHOWINGS.index(Showing.COVERED))
    next_step(afternoon, page, HOW)
    next_step(afternoon, page, PAGES)
    assert page.pages.count == 2  # the last says how it is checked
    assert not page.pages.paper.image.isNull()

    paper = tmp_path / "copy.pdf"
    ask.will(paper)
    next_step(afternoon, page, GONE)
    assert ask.asked == ["Save this paper: concern-c-2026-001.pdf"]
    words = page.gone.passphrase.words
    assert len(words.split()) == 4
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(paper)
    with pikepdf.open(paper, password=words) as opened:
        assert len(opened.pages) == 2
    next_step(afternoon, page, GONE)
    assert not isinstance(afternoon.window.stack.page, LeavingPage)
    afternoon.lock()


@pytest.mark.parametrize("way", ["stop", "back"])
def test_that_the_first_page_is_seen_while_the_others_are_drawn_and_cannot_be_saved(
    afternoon: Afternoon, ask: ScriptedAsk, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    drawing, never = Event(), Event()

    def draws_for_ever(*given: object) -> Looked:
        progress = given[-1]
        while callable(progress):
            drawing.set()
            progress(1, 2)
            never.wait(0.01)
        raise AssertionError

    page = the_way_out(afternoon)
    answer_whom(page)
    for step in (WHAT, HOW):
        next_step(afternoon, page, step)
    monkeypatch.setattr("dsl_desk.ui.leaving.page.looked_at", draws_for_ever)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == PAGES and drawing.is_set())
    assert not page.pages.paper.image.isNull()
    assert page.pages.words.text() == "Page 1. The other pages are being drawn."
    assert not page.pages.after.isEnabled()
    assert not page.progress.isHidden()
    page.finish()
    assert page.next.is_busy()
    page.progress.cancel_wanted.emit() if way == "stop" else page.step_back()
    afternoon.wait(lambda: page.step == HOW)
    assert page.progress.isHidden()
    assert not page.next.is_busy()
    assert ask.asked == []
    monkeypatch.undo()
    next_step(afternoon, page, PAGES)
    assert page.pages.count == 2
    afternoon.lock()


def test_that_nobody_is_asked_where_to_twice_and_nothing_is_written_for_no_answer(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    page = the_way_out(afternoon)
    answer_whom(page)
    for step in (WHAT, HOW, PAGES):
        next_step(afternoon, page, step)
    ask.will(None)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.at_rest()
    assert page.step == PAGES
    page.step_back()
    assert page.step == HOW
    page.how.cards[HowItLeaves.OPEN].setChecked(True)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    assert page.how.fields["unlocked_why"].error()
    page.stepper.chosen.emit(WHOM)
    assert page.step == WHOM
    page.step_back()
    assert not isinstance(afternoon.window.stack.page, LeavingPage)
    afternoon.lock()


def test_that_paper_comes_out_of_a_printer_under_a_name_that_says_nothing(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = the_way_out(afternoon)
    answer_whom(page, RecipientSort.OWN_FILE)
    next_step(afternoon, page, WHAT)
    next_step(afternoon, page, HOW)
    page.how.cards[HowItLeaves.PRINTED].setChecked(True)
    next_step(afternoon, page, PAGES)
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    ask.will(printer)
    next_step(afternoon, page, GONE)
    assert printer.docName() == "DSL Desk"
    assert page.gone.passphrase.words == ""
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    afternoon.lock()


@pytest.mark.parametrize("trouble", ["no such folder", "a folder"])
def test_that_a_copy_that_cannot_be_written_is_told_and_leaves_no_half_of_it(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path, trouble: str
) -> None:
    target = tmp_path / "papers" / "copy.pdf"
    if trouble == "a folder":
        target.mkdir(parents=True)
    page = the_way_out(afternoon)
    answer_whom(page)
    for step in (WHAT, HOW, PAGES):
        next_step(afternoon, page, step)
    ask.will(target)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(page.notice.words)
    assert page.step == PAGES
    assert not page.next.is_busy()
    left = [path.name for path in tmp_path.rglob("*.p*") if path.is_file()]
    assert [name for name in left if "copy" in name] == []
    afternoon.lock()


def test_that_a_page_that_is_left_leaves_no_copy_the_ledger_does_not_know_nor_the_other_way(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = the_way_out(afternoon)
    answer_whom(page)
    for step in (WHAT, HOW, PAGES):
        next_step(afternoon, page, step)
    target = tmp_path / "copy.pdf"
    ask.will(target)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.window.go(CONCERNS)
    known: list[int] = []

    def settled() -> bool:
        known.clear()
        afternoon.at_rest()
        front = afternoon.front
        assert front is not None
        assert front._errands is not None
        front.worker.ask(afternoon.window, _copies, known.append)
        afternoon.wait(lambda: known)
        # What the ledger knows of is written a moment later, and never the other way round.
        return not front._errands._orders and target.exists() is bool(known[0])

    afternoon.wait(settled)
    afternoon.lock()


def _copies(desk: Desk) -> int:
    database = desk.sitting.part(Compartment.CHILDREN).database
    return database.number(f"SELECT count(*) FROM {EXPORTS.table}")  # noqa: S608 own constants
