"""The first week of a school year: the list comes in, then a transfer file, then one child."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.person import PersonKind
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.import_page import CHOOSE, COLUMNS, DONE, LOOK, ImportPage
from dsl_desk.ui.people.people_page import PeoplePage
from dsl_desk.ui.people.person_form_page import AddPersonPage, ChangePersonPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import IMPORT, NEW, Spot
from tests.intake.lists import WREN, a_csv, a_ctf, many_pupils
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

PEOPLE = Spot(Place.PEOPLE)


def choose(afternoon: Afternoon, ask: ScriptedAsk, path: Path) -> ImportPage:
    """Open the import and choose a list."""
    afternoon.window.go(Spot(Place.PEOPLE, IMPORT))
    page = afternoon.window.stack.page
    assert isinstance(page, ImportPage)
    ask.will(path)
    page.choose.start_wanted.emit()
    afternoon.wait(lambda: page.step in {COLUMNS, LOOK} or page.notice.isVisible())
    return page


def people(afternoon: Afternoon) -> PeoplePage:
    """Go to the list of people, and return it as it has been read."""
    afternoon.window.go(PEOPLE)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, PeoplePage)
    return page


def added(afternoon: Afternoon, forename: str, surname: str) -> PersonPage:
    """Add a pupil with the keyboard alone."""
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    afternoon.type(forename)
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type(surname)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    return read(afternoon)


def read(afternoon: Afternoon) -> PersonPage:
    """Wait until a person is shown and read."""
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "is_read", False))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    return page


def test_that_a_list_of_1200_pupils_comes_in_and_then_a_transfer_file_with_changes(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    pupils = [WREN, *many_pupils(1199)]
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv([*pupils, (*WREN[:1], "=1+1", *WREN[2:])]))
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    assert page.step == COLUMNS
    assert page.mapping.mapping()["born"] == "DOB"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    # One UPN in two rows: neither is taken in, and each says why.
    assert page.button.text() == "Import 1,199 pupils"
    assert people_count(afternoon) == 0
    afternoon.window.go(Spot(Place.PEOPLE, IMPORT))

    path.write_bytes(a_csv(pupils))
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert page.button.text() == "Import 1,200 pupils"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    assert "1,200 pupils" in page.header.subtitle.words
    assert people_count(afternoon) == 1200

    moved = [(*WREN[:1], "Sedgewick", *WREN[2:]), *pupils[1:1195], new_pupil()]
    path.write_bytes(a_ctf(moved))
    page = choose(afternoon, ask, path)
    afternoon.wait(lambda: page.step == LOOK)
    heaps = page.dry_run.heaps
    assert heaps is not None
    words = [button.text() for button in heaps.findChildren(type(heaps._group.button(0)))]
    assert words == ["New 1", "Changed 1", "Not in the list 5", "Refused 0", "To ask 0"]
    heaps.choose(2)
    page.dry_run.leavers.setChecked(True)
    assert page.button.text() == "Import 7 pupils"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    listed = people(afternoon)
    listed.look_for()
    afternoon.type("wren sedgwick")  # a letter is missing
    afternoon.at_rest()
    assert [listed.tables[PersonKind.PUPIL].model.row(0).name] == ["Wren Sedgewick"]
    afternoon.press(Qt.Key.Key_Return)
    assert "Wren Sedgewick" in read(afternoon).header.title.words
    afternoon.lock()
    assert afternoon.check().parts


def new_pupil() -> tuple[str, ...]:
    return ("B123456789012", "Reed", "Linnet", "", "01/09/2021", "F", "Year 1", "1H")


def people_count(afternoon: Afternoon) -> int:
    page = people(afternoon)
    kind = PersonKind.PUPIL
    return page.tables[kind].pager.pages.total if page.tables[kind].isVisible() else 0


def test_that_a_file_that_is_no_list_is_answered_with_a_sentence_and_nothing_is_lost(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.xml"
    path.write_bytes(b'<!DOCTYPE c [<!ENTITY a "b">]><CTfile>&a;</CTfile>')
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    assert page.step == CHOOSE
    assert page.notice.isVisible()
    path.write_bytes(a_csv([WREN]))
    page = choose(afternoon, ask, path)
    assert page.step == COLUMNS
    assert not page.notice.isVisible()


def test_that_a_doubt_is_asked_and_written_only_once_it_is_answered(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv([WREN]))
    afternoon.unlock()
    take_all(afternoon, choose(afternoon, ask, path))
    path.write_bytes(a_csv([("", "Tamarask", *WREN[2:])]))
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert not page.button.isEnabled()
    page.dry_run.answers[2].choose(1)
    assert page.button.text() == "Import 1 pupil"
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == DONE)
    assert people_count(afternoon) == 1


def take_all(afternoon: Afternoon, page: ImportPage) -> None:
    for step in (LOOK, DONE):
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.wait(partial(_is_at, page, step))


def _is_at(page: ImportPage, step: int) -> bool:
    return page.step == step


def test_that_an_import_that_is_stopped_keeps_what_is_written_and_goes_on_another_time(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    path = tmp_path / "pupils.csv"
    path.write_bytes(a_csv(many_pupils(1100)))
    afternoon.unlock()
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    page.progress.cancel_wanted.emit()
    afternoon.wait(lambda: page.step == DONE)
    assert "500 pupils written down" in page.header.subtitle.words
    assert people_count(afternoon) == 500
    page = choose(afternoon, ask, path)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: page.step == LOOK)
    assert page.button.text() == "Import 600 pupils"


def test_that_a_child_is_added_changed_with_a_reason_and_has_a_file_kept(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    page = added(afternoon, "Wren", "Tamarisk")
    page.change.click()
    afternoon.at_rest()
    change = afternoon.window.stack.page
    assert isinstance(change, ChangePersonPage)
    change.form.lines["known_as"].setText("Birdie")
    change.finish()
    afternoon.wait(change.form.fields["reason"].error)
    assert change.bar.errors.isVisible()
    change.form.reason.setText("Her mother told the office")
    change.finish()
    page = read(afternoon)
    assert page.header.title.words == "Birdie Tamarisk"
    page.file.click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, FileFormPage)
    assert form.form is not None
    form.form.lists["contacts"].more.click()
    afternoon.type("Carys Tamarisk")
    form.finish()
    page = read(afternoon)
    afternoon.wait(lambda: page.file.text() == "Change the file")
    afternoon.lock()
    assert afternoon.check().parts


def test_that_a_sibling_is_offered_by_name_and_then_stands_with_both_children(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    added(afternoon, "Linnet", "Tamarisk")
    page = added(afternoon, "Wren", "Tamarisk")
    page.file.click()
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, FileFormPage)
    assert form.form is not None
    siblings = form.form.lists["siblings"]
    siblings.more.click()
    line = siblings.rows[0].name
    afternoon.type("linet")
    afternoon.wait(line.offers.rowCount)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        afternoon.qtbot.keyClick(line.completer().popup(), key)
    assert line.ref().name == "Linnet Tamarisk"
    linnet = line.ref().person
    assert linnet
    form.finish()
    page = read(afternoon)
    page.sheet.person_wanted.emit(linnet)
    afternoon.wait(lambda: afternoon.window.stack.page is not page)
    assert "Linnet" in read(afternoon).header.title.words


def test_that_what_was_typed_of_a_person_is_back_after_the_next_unlock(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    afternoon.type("Wren")
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    page = afternoon.window.stack.page
    assert isinstance(page, AddPersonPage)
    assert page.form.draft().forename == "Wren"
    page.form.lines["surname"].setText("Tamarisk")
    page.finish()
    read(afternoon)
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    page = afternoon.window.stack.page
    assert isinstance(page, AddPersonPage)
    assert page.form.draft().forename == ""


def test_that_every_problem_of_a_person_is_shown_at_once(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    page = afternoon.window.stack.page
    assert isinstance(page, AddPersonPage)
    page.form.kind.choose(1)
    page.form.lines["born"].setText("31/02/2016")
    page.finish()
    afternoon.wait(page.form.fields["born"].error)
    assert page.form.fields["surname"].error()
    assert page.form.fields["staff_kind"].error()
