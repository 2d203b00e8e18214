"""One register by keyboard: added, looked at, changed with a reason, found, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.registers.entry_form_page import AddEntryPage, ChangeEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.registers_page import RegistersPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.builders import an_entry_id
from tests.registers import a_draft, a_pupil
from tests.stories.afternoon import CTRL
from tests.stories.papers import goes_out

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

Name = RegisterName


def registers(afternoon: Afternoon, name: RegisterName = Name.ACCOUNTS) -> RegistersPage:
    """Go to the registers with the keyboard, bring one to the front, and wait for its list."""
    afternoon.at_rest()
    afternoon.press(Qt.Key.Key_7, CTRL)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, RegistersPage)
    page.tabs.tab(0).setFocus()
    for _each in range(list(Name).index(name)):
        afternoon.press(Qt.Key.Key_Right)
    afternoon.at_rest()
    assert page.register.name is name
    return page


def entry(afternoon: Afternoon) -> EntryPage:
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    page = afternoon.window.stack.page
    assert isinstance(page, EntryPage)
    return page


def choose(afternoon: Afternoon, box: QWidget, down: int) -> None:
    """Tab to a list and choose with the arrows."""
    afternoon.tab_to(box)
    for _each in range(down):
        afternoon.press(Qt.Key.Key_Down)


def test_that_an_entry_is_added_changed_and_printed_without_a_mouse(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    page = registers(afternoon, Name.ACKNOWLEDGEMENTS)
    afternoon.tab_to(page.add)
    afternoon.press(Qt.Key.Key_Space)
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    boxes = {name: box.widget for name, box in form.form.boxes.items()}
    afternoon.type("Lena Harebell")
    choose(afternoon, boxes["what"], 1)
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type("September 2026")
    afternoon.tab_to(boxes["adviser"])
    afternoon.type("Maya Fernsby")
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type("2 September 2026")
    choose(afternoon, boxes["acknowledged"], 3)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    read = entry(afternoon)
    assert read.header.title.words == "Lena Harebell"
    afternoon.at_rest()
    afternoon.tab_to(read.change)
    afternoon.press(Qt.Key.Key_Space)
    afternoon.at_rest()
    change = afternoon.window.stack.page
    assert isinstance(change, ChangeEntryPage)
    assert change.form is not None
    choose(afternoon, change.form.boxes["acknowledged"].widget, 0)
    afternoon.press(Qt.Key.Key_Up)
    afternoon.press(Qt.Key.Key_Up)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(change.form.fields["acknowledged_on"].error)
    assert change.form.fields["reason"].error()
    change.form.fields["acknowledged_on"].go()
    afternoon.type("16/11/2026")
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type("She has signed")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    read = entry(afternoon)
    afternoon.wait(lambda: "version 2" in read.header.subtitle.words)
    found_and_printed(afternoon, ask, tmp_path)
    afternoon.lock()
    assert afternoon.check().entries


def found_and_printed(afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path) -> None:
    page = registers(afternoon, Name.ACKNOWLEDGEMENTS)
    afternoon.press(Qt.Key.Key_F, CTRL)
    afternoon.type("hare")
    afternoon.at_rest()
    assert page.tables[Name.ACKNOWLEDGEMENTS].model.row(0).cells[4] == "Signed"
    afternoon.press(Qt.Key.Key_E, CTRL)
    assert goes_out(afternoon, ask, tmp_path / "advice.pdf").startswith(b"%PDF-")


def test_that_a_password_is_refused_beside_its_field_and_is_not_written(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.REGISTERS, f"{Name.ACCOUNTS.value}/{NEW}"))
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    form.form.show_answers(a_draft(Name.ACCOUNTS, notes="The password is fern").answers, {})
    form.finish()
    field = form.form.fields["notes"]
    afternoon.wait(field.error)
    assert field.error().startswith("Take the password out.")
    assert form.form.show_problems(()) == []


def test_that_what_was_typed_of_a_register_is_back_after_the_next_unlock(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    spot = Spot(Place.REGISTERS, f"{Name.BREACHES.value}/{NEW}")
    afternoon.window.go(spot)
    afternoon.at_rest()
    afternoon.type("A laptop was left on a bus")
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    told = form.form.boxes["told_by"]
    told.show_answer("Lena Harebell", "0a" * 16)
    form.keep()
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(spot)
    again = afternoon.window.stack.page
    assert isinstance(again, AddEntryPage)
    assert again.form.answers()["what"] == "A laptop was left on a bus"
    assert again.form.people() == {"told_by": "0a" * 16}


def test_that_a_child_is_offered_by_name_and_then_not_on_the_list(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    desk = afternoon._open()
    a_pupil(desk, afternoon.clock)
    a_pupil(desk, afternoon.clock, "Yarrow", "Sorrel")
    desk.close()
    afternoon.unlock()
    afternoon.window.go(Spot(Place.REGISTERS, f"{Name.PHOTO_CONSENT.value}/{NEW}"))
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    consent = {**a_draft(Name.PHOTO_CONSENT).answers, "child": "", "expires": ""}
    everywhere = dict.fromkeys(("printed", "social", "press", "video"), "yes")
    form.form.show_answers({**consent, **everywhere}, {})
    form.form.go()
    line = form.form.boxes["child"].widget
    afternoon.type("wrn")
    afternoon.wait(line.offers.rowCount)  # type: ignore[attr-defined] # the box of a person
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        afternoon.qtbot.keyClick(line.completer().popup(), key)  # type: ignore[attr-defined] # likewise
    form.finish()
    entry(afternoon)
    page = registers(afternoon, Name.PHOTO_CONSENT)
    afternoon.tab_to(page.unpublished)
    afternoon.press(Qt.Key.Key_Space)
    assert goes_out(afternoon, ask, tmp_path / "list.pdf").startswith(b"%PDF-")
    told: list[tuple[str, str]] = []
    assert afternoon.front is not None
    afternoon.front.worker.ask(
        afternoon.window,
        lambda desk: [(one.child, one.words) for one in desk.register_papers.do_not_publish()],
        told.extend,
    )
    afternoon.wait(lambda: told)
    assert told == [("Sorrel Yarrow", "Anywhere")]


def test_that_a_table_is_saved_and_a_copy_nobody_wanted_is_not_made(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    desk = afternoon._open()
    desk.registers.record(a_draft(Name.ACCOUNTS), an_entry_id(afternoon.clock))
    desk.close()
    afternoon.unlock()
    page = registers(afternoon)
    ask.will(None)
    page.save_table()
    assert not page.table.is_busy()
    ask.will(tmp_path / "nowhere" / "accounts.csv")
    page.save_table()
    afternoon.wait(page.notice.isVisible)
    ask.will(tmp_path / "accounts.csv")
    page.save_table()
    afternoon.wait((tmp_path / "accounts.csv").exists)
    assert "Fernhollow Primary" in (tmp_path / "accounts.csv").read_text("utf-8-sig")
