"""Patterns without names: read as pictures and as tables, and followed to what lies behind them."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain import insights as i
from dsl_desk.domain.concern_choices import About, ConcernSort, FourC
from dsl_desk.domain.concern_parts import Online
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.insights.page import InsightsPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS
from tests.services.adults import a_contact, begin, do
from tests.stories.papers import goes_out

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def a_term(afternoon: Afternoon) -> None:
    """Let six concerns and two allegations stand. The desk must be locked."""
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, afternoon.place, FONTS)
    unkind = replace(
        a_concern_draft(),
        sorts=(ConcernSort.CYBERBULLYING,),
        four_cs=(FourC.CONDUCT,),
        online=Online("WhatsApp"),
    )
    for _ in range(5):
        desk.concerns.record(unkind, an_entry_id(afternoon.clock))
    page = replace(a_concern_draft(), about=About.ACCOUNT, told_at="2026-11-12T10:00")
    desk.concerns.record(page, an_entry_id(afternoon.clock))
    do(desk, begin(desk), a_contact())
    begin(desk)
    desk.close()


def insights(afternoon: Afternoon) -> InsightsPage:
    if afternoon.front is None:
        afternoon.unlock()
    afternoon.window.go(Spot(Place.INSIGHTS))
    page = afternoon.window.stack.page
    assert isinstance(page, InsightsPage)
    afternoon.wait(lambda: page.is_read)
    afternoon.at_rest()
    return page


def test_that_four_facts_and_six_pictures_say_their_numbers(afternoon: Afternoon) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    said = [card.words for card in page.facts]
    assert said[0].startswith("Concerns recorded: 6")
    assert said[1] == "LADO told within one working day: 1 of 1. 1 still open"
    names = {
        picture: [bar.accessibleName() for bar in card.bars]
        for picture, card in page.pictures.cards.items()
    }
    assert names[i.WEEK] == ["9 Nov: 1 (1 Account or page)", "16 Nov: 5 (5 Children)"]
    assert names[i.PLATFORM] == ["WhatsApp: 5", "Not online, or not said: 1"]
    assert "Cyberbullying: 5" in names[i.KIND]
    assert "4 Cs: conduct: 5" in names[i.KIND]
    assert names[i.ACTION][-1] == "Nothing yet: 6"
    assert names[i.LADO][0].startswith("AL-2026-00")
    assert all(card.accessibleName() for card in page.pictures.cards.values())


def test_that_a_bar_leads_by_the_keyboard_to_its_concerns_and_back(afternoon: Afternoon) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    bar = page.pictures.cards[i.PLATFORM].bars[0]
    bar.setFocus()
    afternoon.press(Qt.Key.Key_Space)
    afternoon.wait(page.behind.isVisible)
    assert page.behind.heading.words == "WhatsApp: 5"
    page.behind.show_found("WhatsApp", i.Counted((), 5))
    assert page.behind.heading.words == "WhatsApp: the newest 0 of 5"
    afternoon.press(Qt.Key.Key_Escape)
    afternoon.wait(lambda: not page.behind.isVisible())
    page.pictures.cards[i.WEEK].bars[0].click()
    afternoon.wait(page.behind.isVisible)
    assert page.behind.table.model.rowCount() == 1
    page.behind.table.opened.emit(page.behind.table.model.row(0))
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))


def test_that_every_picture_can_be_read_as_a_table(afternoon: Afternoon) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    page.tables.click()
    cells = {
        picture: [cell.words for cell in card.cells]
        for picture, card in page.pictures.cards.items()
    }
    assert cells[i.WEEK] == ["9 Nov", "0", "1", "0", "16 Nov", "5", "0", "0"]
    assert cells[i.PLATFORM][:2] == ["WhatsApp", "5"]
    assert "Reached in time" in cells[i.LADO]
    assert not any(card.bars for card in page.pictures.cards.values())
    page.tables.click()
    assert page.pictures.cards[i.WEEK].bars


def test_that_another_time_is_counted_when_it_is_chosen(afternoon: Afternoon) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    page.period.setCurrentIndex(2)
    page.period.activated.emit(2)
    afternoon.at_rest()
    assert page.facts[0].words.startswith("Concerns recorded: 0")
    assert not page.pictures.cards[i.WEEK].bars


def test_that_the_governors_summary_goes_out_for_somebody(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    page.paper.click()
    goes_out(afternoon, ask, tmp_path / "summary.pdf")
    told = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "summary.pdf"), "-"],  # noqa: S607 - found on PATH
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "Safeguarding summary for governors" in told
    assert "Wren" not in told


def test_that_days_of_ones_own_are_counted_once_both_are_right(afternoon: Afternoon) -> None:
    a_term(afternoon)
    page = insights(afternoon)
    assert not page.days.isVisible()
    page.period.setCurrentIndex(page.period.count() - 1)
    page.period.activated.emit(page.period.count() - 1)
    assert page.days.since.hasFocus()
    page.days.show_them.click()
    assert all(field.error().startswith("Enter a day") for field in page.days.fields)
    page.days.since.setText("12 November 2026")
    page.days.until.setText("11/11/2026")
    page.days.show_them.click()
    assert page.days.fields[1].error() == "Enter the same day as the first, or a later one."
    page.days.until.setText("12/11/2026")
    page.days.show_them.click()
    afternoon.at_rest()
    assert page.facts[0].words.startswith("Concerns recorded: 1")
    shown = page.header.subtitle.words
    assert shown == "Thu 12 Nov 2026 to Thu 12 Nov 2026. Counts only, no names."
    page.period.setCurrentIndex(0)
    page.period.activated.emit(0)
    afternoon.at_rest()
    assert not page.days.isVisible()
    assert page.facts[0].words.startswith("Concerns recorded: 6")
