"""One child at a time: added, changed, with a file, a sibling, an account, and only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.person import PersonKind
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.people.account_form_page import AccountFormPage
from dsl_desk.ui.people.duplicates_page import DuplicatesPage
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.person_form_page import AddPersonPage, ChangePersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.stories.people_day import added, people, read

if TYPE_CHECKING:
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


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


def test_that_two_records_of_one_child_are_made_one_and_taken_apart_again(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    afternoon.unlock()
    for _ in range(2):
        added(afternoon, "Wren", "Tamarisk")
    listed = people(afternoon)
    assert "1 pair" in listed.twice.text()
    listed.twice.click()
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, DuplicatesPage)
    ask.will(None, Yes("One child, typed twice"))
    page.joins[0].click()  # and thought better of it
    page.joins[0].click()
    afternoon.wait(lambda: not page.joins)
    listed = people(afternoon)
    assert listed.twice.isHidden()
    table = listed.tables[PersonKind.PUPIL]
    assert table.model.rowCount() == 1
    listed.person_wanted.emit(table.model.row(0).id)
    person = read(afternoon)
    apart = person.findChild(Button, "take-apart")
    assert apart is not None
    ask.will(Yes("They are cousins"))
    apart.click()
    afternoon.wait(lambda: not person.findChild(Button, "take-apart"))
    assert people(afternoon).tables[PersonKind.PUPIL].model.rowCount() == 2


def test_that_an_account_is_kept_only_with_its_basis_and_then_stands_on_the_page(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    page = added(afternoon, "Wren", "Tamarisk")
    page.account_wanted.emit(page._record)
    afternoon.at_rest()
    form = afternoon.window.stack.page
    assert isinstance(form, AccountFormPage)
    assert form.form is not None
    form.form.lines["platform"].setText("Chirrup")
    form.form.lines["handle"].setText("@quiet_fern")
    form.finish()
    afternoon.wait(form.form.fields["basis"].error)
    form.form.lines["basis"].setText("Wren showed it to Miss Harebell")
    form.finish()
    page = read(afternoon)
    words = [one.words for one in page.findChildren(Label)]
    assert "@quiet_fern on Chirrup" in words
    assert "Basis: Wren showed it to Miss Harebell" in words
    assert "This handle stands in no concern that you may open." in words
