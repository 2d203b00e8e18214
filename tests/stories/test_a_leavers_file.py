"""A child leaves: the file is made, sent, chased, signed for; and a starter's file is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
from PySide6.QtCore import Qt

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.services.parcels import open_parcel
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_form_page import AddEntryPage, ChangeEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.transfer_card import TransferCard
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import TODAY, Spot
from dsl_desk.ui.today.need_row import NeedRow
from dsl_desk.ui.transfers.starters_page import StartersPage
from tests.builders import an_entry_id
from tests.registers import a_draft, a_pupil
from tests.services.way_out import a_file
from tests.stories.test_the_way_out import next_step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

SENT = {"sent_on": "2026-11-19", "way": "recorded", "apart": "yes", "sent_by": "Maya Fernsby"}
SIGNED = {
    "acknowledged_on": "2026-11-19",
    "acknowledged_by": "Tansy Hollybank, DSL",
    "acknowledged_how": "The slip came back",
}


def a_leaver(afternoon: Afternoon) -> str:
    desk = afternoon._open()
    wren, _concerns = a_file(desk)
    desk.close()
    return wren.person


def person_page(afternoon: Afternoon, person: str) -> PersonPage:
    afternoon.window.go(Spot(Place.PEOPLE, person))
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    return page


def entry_page(afternoon: Afternoon) -> EntryPage:
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    return page


def card(afternoon: Afternoon) -> TransferCard:
    (found,) = [one for one in entry_page(afternoon).findChildren(TransferCard) if one.isVisible()]
    return found


def changed(afternoon: Afternoon, **answers: str) -> EntryPage:
    """Change the entry that is shown, with a reason, through its form."""
    entry_page(afternoon).change.click()
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, ChangeEntryPage)
    form = page.form
    assert form is not None
    form.show_answers({**form.answers(), **answers}, form.people())
    form.boxes["reason"].show_answer("It went on", "")
    page.finish()
    return entry_page(afternoon)


def shown_rows(afternoon: Afternoon, words: str) -> list[NeedRow]:
    found = afternoon.window.stack.page.findChildren(NeedRow)
    return [one for one in found if one.isVisible() and words in one.accessibleName()]


def row_of(afternoon: Afternoon, words: str) -> NeedRow:
    """Go to Today, and return the one row that says so."""
    afternoon.window.go(TODAY)
    afternoon.wait(lambda: len(shown_rows(afternoon, words)) == 1)
    return shown_rows(afternoon, words)[0]


def no_row_of(afternoon: Afternoon, words: str) -> None:
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    afternoon.wait(lambda: not shown_rows(afternoon, words))


def test_that_a_file_is_made_sent_and_signed_for(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    wren = a_leaver(afternoon)
    afternoon.unlock()
    page = person_page(afternoon, wren)
    assert page.files.isVisible()
    page.files.leaves.click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    assert form.form.answers()["child"] == "Wren Tamarisk"
    form.form.show_answers(
        {**a_draft(Name.TRANSFERS).answers, "left_on": "2026-11-19"}, form.form.people()
    )
    form.finish()
    shown = card(afternoon)
    assert shown.state.words == "Not made yet"
    assert any("In the school year: Thu 26 Nov 2026" in one for one in shown.lines)

    shown.make.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, LeavingPage))
    way = afternoon.window.stack.page
    assert isinstance(way, LeavingPage)
    afternoon.wait(way.next.isEnabled)
    assert way.whom.who.text() == "Tansy Hollybank"
    way.whom.purpose.setPlainText("Wren starts there on Monday")
    next_step(afternoon, way, WHAT)
    next_step(afternoon, way, HOW)
    next_step(afternoon, way, PAGES)
    paper = tmp_path / "file.pdf"
    (tmp_path / "file.parcel").write_text("another child's")
    ask.will(paper)
    next_step(afternoon, way, GONE)
    words = way.gone.passphrase.words
    with pikepdf.open(paper, password=words) as opened:
        assert len(opened.pages) > 3
    arrived = open_parcel((tmp_path / "file-2.parcel").read_bytes(), words)
    assert arrived.contents.school == "Fernhollow Primary School"
    assert (tmp_path / "file.parcel").read_text() == "another child's"

    afternoon.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, EntryPage))
    assert card(afternoon).state.words == "Made, not sent"
    changed(afternoon, **SENT)
    assert card(afternoon).state.words == "Sent, not signed for"
    assert not card(afternoon).make.isVisible()
    changed(afternoon, **SIGNED)
    assert card(afternoon).state.words == "Signed for"
    assert any("kept until its day" in one for one in card(afternoon).lines)
    told = person_page(afternoon, wren).files
    assert any("signed for" in one for one in told.lines)
    afternoon.lock()
    assert afternoon.check().entries


def test_that_a_file_that_is_late_is_told_and_its_receipt_is_chased(afternoon: Afternoon) -> None:
    desk = afternoon._open()
    wren, _concerns = a_file(desk)
    draft = a_draft(Name.TRANSFERS, wren.person, left_on="2026-10-01")
    record = desk.registers.record(draft, an_entry_id(afternoon.clock)).answer.id
    desk.close()
    afternoon.unlock()
    assert "Overdue" in row_of(afternoon, "Make the file for Wren Tamarisk").accessibleName()
    afternoon.window.go(Spot(Place.REGISTERS, record))
    assert card(afternoon).state.words == "Not made yet, late"
    changed(afternoon, **SENT, next_check="2026-11-19")
    row_of(afternoon, "Chase the receipt: file of Wren Tamarisk")
    afternoon.window.go(Spot(Place.REGISTERS, record))
    changed(afternoon, chased="Rang on 19 November: it lies on the desk", next_check="2026-11-30")
    assert card(afternoon).state.words == "Sent and chased, not signed for, late"
    no_row_of(afternoon, "Chase the receipt")
    afternoon.lock()


def test_that_a_new_starters_file_is_asked_for_and_comes_on_paper(afternoon: Afternoon) -> None:
    desk = afternoon._open()
    sorrel = a_pupil(desk, afternoon.clock, "Yarrow", "Sorrel", starts="2026-11-02")
    desk.close()
    afternoon.unlock()
    assert "Overdue" in row_of(afternoon, "New starter: Sorrel Yarrow").accessibleName()
    page = person_page(afternoon, sorrel)
    assert any("nobody has been asked" in one for one in page.files.lines)
    page.files.asks.click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    assert form.form.answers()["started_on"] == "2026-11-02"
    asked = {"asked_of": "Sedge Vale School", "asked_on": "2026-11-12", "answer": "waiting"}
    form.form.show_answers({**form.form.answers(), **asked}, form.form.people())
    form.finish()
    entry_page(afternoon)
    row_of(afternoon, "Chase the file of Sorrel Yarrow")
    afternoon.window.go(Spot(Place.REGISTERS, _entry_of(afternoon, sorrel)))
    came = {
        "answer": "came",
        "answered_on": "2026-11-19",
        "came_from": "Tansy Hollybank, DSL",
        "received_by": "Maya Fernsby",
        "form": "paper",
        "kept_at": "Locked cupboard",
        "receipt_on": "2026-11-19",
        "told": "The SENCO, on 19 November",
    }
    changed(afternoon, **came)
    no_row_of(afternoon, "Sorrel")
    told = person_page(afternoon, sorrel).files
    assert any("receipt given, staff told" in one for one in told.lines)
    afternoon.lock()


def _entry_of(afternoon: Afternoon, person: str) -> str:
    told: list[str] = []
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window,
        lambda desk: [one.id for one in desk.transfers.of_child(RecordId(person)).coming],
        told.extend,
    )
    afternoon.wait(lambda: told)
    return told[0]


def test_that_a_year_group_of_starters_stands_on_a_page_of_its_own(afternoon: Afternoon) -> None:
    desk = afternoon._open()
    pupils = [
        a_pupil(desk, afternoon.clock, f"Yarrow{number}", "Sorrel", starts="2026-11-02")
        for number in range(6)
    ]
    desk.close()
    afternoon.unlock()
    row_of(afternoon, "6 new starters").button.click()
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, StartersPage)
    afternoon.wait(lambda: page.is_read)
    assert set(page.asks) == set(pupils)
    page.asks[pupils[2]].click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    assert form.form.people() == {"child": pupils[2]}
    afternoon.lock()
