"""A child's file and a pack on their way out, from the pages they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from PySide6.QtCore import Qt

from dsl_desk.domain.leaving import RecipientSort
from dsl_desk.ui.leaving.choice import DAYS, SELECTED
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.services.adults import begin
from tests.services.way_out import a_file
from tests.stories.afternoon import CTRL
from tests.stories.test_the_way_out import answer_whom, next_step

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def made(afternoon: Afternoon, make: object) -> str:
    """Let something be in the vault before; return its id."""
    told: list[str] = []
    afternoon.unlock()
    assert afternoon.front is not None
    afternoon.front.worker.ask(afternoon.window, make, told.append)  # type: ignore[arg-type]  # a test's own function
    afternoon.wait(lambda: told)
    return told[0]


def way_out_of(afternoon: Afternoon, spot: Spot) -> LeavingPage:
    afternoon.window.go(spot)
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    afternoon.at_rest()
    afternoon.press(Qt.Key.Key_E, CTRL)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, LeavingPage))
    page = afternoon.window.stack.page
    assert isinstance(page, LeavingPage)
    afternoon.wait(page.next.isEnabled)
    return page


def a_childs_file(desk: Desk) -> str:
    wren, _concerns = a_file(desk)
    return wren.person


def test_that_less_of_a_file_is_chosen_on_its_page(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    wren = made(afternoon, a_childs_file)
    page = way_out_of(afternoon, Spot(Place.PEOPLE, wren))
    answer_whom(page)
    next_step(afternoon, page, WHAT)
    choice = page.what.choice
    assert len(choice.ticks) > 3
    choice.how.choose(SELECTED)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    assert choice.all_fields()["items"].error()
    choice.how.choose(DAYS)
    choice.since.setText("30/11/2026")
    choice.until.setText("1/11/2026")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    assert choice.fields["until"].error()
    choice.since.setText("1/11/2026")
    choice.until.setText("30/11/2026")
    next_step(afternoon, page, HOW)
    next_step(afternoon, page, PAGES)
    first = page.pages.count
    assert first > 2
    page.pages.after.click()
    afternoon.wait(lambda: page.pages.number == 1)
    paper = tmp_path / "file.pdf"
    ask.will(paper)
    next_step(afternoon, page, GONE)
    with pikepdf.open(paper, password=page.gone.passphrase.words) as opened:
        assert len(opened.pages) == first
    afternoon.lock()


def test_that_days_with_nothing_in_them_are_told(afternoon: Afternoon) -> None:
    wren = made(afternoon, a_childs_file)
    page = way_out_of(afternoon, Spot(Place.PEOPLE, wren))
    answer_whom(page)
    next_step(afternoon, page, WHAT)
    page.what.choice.how.choose(DAYS)
    page.what.choice.until.setText("1/1/2020")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(page.notice.isVisible)
    assert page.step == WHAT
    afternoon.lock()


def test_that_a_pack_asks_what_somebody_stands_for(afternoon: Afternoon) -> None:
    record = made(afternoon, begin)
    page = way_out_of(afternoon, Spot(Place.ADULTS, record))
    answer_whom(page, RecipientSort.LADO)
    next_step(afternoon, page, WHAT)
    ticks = page.what.stood_for.ticks
    assert set(ticks) == {"not_told", "not_questioned", "not_suspended", "parents_not_told"}
    assert not any(tick.isChecked() for tick in ticks.values())
    assert page.what.fields["left_out_why"].isVisible()
    next_step(afternoon, page, HOW)
    next_step(afternoon, page, PAGES)
    assert page.pages.count > 3
    afternoon.lock()
