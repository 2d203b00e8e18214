"""What a school settles about numbers, a number that is doubted, and an account that changes."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.identity import IdentityDraft, Sureness
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.people.account_form_page import ChangeAccountPage
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.person_form_page import AddPersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import FILE, NEW, VAULT, Spot
from dsl_desk.ui.vault.page import VaultPage
from tests.builders import an_entry_id
from tests.stories.afternoon import CTRL
from tests.stories.people_day import read

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.stories.afternoon import Afternoon

PUPIL = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
TEACHER = PersonDraft(
    PersonKind.STAFF, surname="Harebell", forename="Lena", staff_kind=StaffKind.TEACHER
)


def kept(afternoon: Afternoon, draft: PersonDraft, handle: str = "") -> RecordId:
    with closing(afternoon._open()) as desk:
        person = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
        if handle:
            account = IdentityDraft(
                "Instagram",
                handle,
                past=("fern.old",),
                first_seen="2026-11-01",
                person=PersonRef(draft.name, person),
                basis="Her friend showed it",
            )
            desk.identities.add(account, an_entry_id(afternoon.clock))
    return person


def asks_for_the_number(afternoon: Afternoon, person: RecordId) -> bool:
    afternoon.window.go(Spot(Place.PEOPLE, f"{person}/{FILE}"))
    page = afternoon.window.stack.page
    assert isinstance(page, FileFormPage)
    afternoon.wait(lambda: page.form is not None and page.form.isVisible())
    assert page.form is not None
    return page.form.fields["single_identifier"].isVisible()


def test_that_the_single_identifier_is_asked_for_only_where_the_school_uses_it(
    afternoon: Afternoon,
) -> None:
    wren = kept(afternoon, PUPIL)
    afternoon.unlock()
    assert not asks_for_the_number(afternoon, wren)
    afternoon.window.go(VAULT)
    page = afternoon.window.stack.page
    assert isinstance(page, VaultPage)
    afternoon.at_rest()
    assert not page.number.uses.isChecked()
    page.number.uses.setFocus()
    afternoon.press(Qt.Key.Key_Space)
    afternoon.at_rest()
    assert asks_for_the_number(afternoon, wren)
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        assert desk.importing.settings().single_identifier


def test_that_who_may_not_settle_it_sees_it_put_back(afternoon: Afternoon) -> None:
    afternoon.unlock()
    assert afternoon.front is not None
    afternoon.window.go(VAULT)
    page = afternoon.window.stack.page
    assert isinstance(page, VaultPage)
    afternoon.at_rest()
    afternoon.front.worker.ask(
        afternoon.window, lambda desk: desk.sitting.leave(Compartment.SCHOOL), lambda _done: None
    )
    page.number.uses.click()
    afternoon.wait(page.number.notice.words)
    assert not page.number.uses.isChecked()


def test_that_a_number_whose_letter_does_not_fit_is_doubted_and_kept_all_the_same(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    page = afternoon.window.stack.page
    assert isinstance(page, AddPersonPage)
    afternoon.type("Wren")
    line = page.form.lines["upn"]
    afternoon.tab_to(line)
    for upn, doubted in (("B80120000500", False), ("A801200005001", True)):
        line.clear()
        afternoon.type(upn)
        assert page.form.doubt.isVisible() is doubted, upn
    afternoon.press(Qt.Key.Key_Return, CTRL)
    read(afternoon)
    afternoon.window.go(Spot(Place.PEOPLE, NEW))
    form = afternoon.window.stack.page
    assert isinstance(form, AddPersonPage)
    form.form.lines["upn"].setText("B801200005001")
    assert not form.form.doubt.isVisible()


@pytest.mark.parametrize(
    ("draft", "part"), [(PUPIL, Compartment.CHILDREN), (TEACHER, Compartment.STAFF)]
)
def test_that_an_account_is_changed_with_its_reason_in_the_part_it_is_kept_in(
    afternoon: Afternoon, draft: PersonDraft, part: Compartment
) -> None:
    person = kept(afternoon, draft, "quietfern")
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, person))
    shown = read(afternoon)
    afternoon.at_rest()
    button = shown.findChild(Button, "change-account")
    assert button is not None
    assert button.accessibleName() == "Change the account quietfern"
    button.click()
    page = afternoon.window.stack.page
    assert isinstance(page, ChangeAccountPage)
    afternoon.wait(lambda: page.form is not None)
    form = page.form
    assert form is not None
    assert page.chip is not None
    assert page.chip.part is part
    assert form.lines["past"].text() == "fern.old"
    form.lines["handle"].setText("loudfern")
    form.sure.setCurrentIndex(list(Sureness).index(Sureness.CONFIRMED))
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(form.fields["reason"].error)
    form.reason.setText("Her mother confirmed it")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    shown = read(afternoon)
    afternoon.at_rest()
    labels: list[Label] = shown.findChildren(Label)
    assert "loudfern on Instagram" in [label.words for label in labels]
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        [view] = desk.identities.of(person)
        assert (view.identity.version, view.identity.reason) == (2, "Her mother confirmed it")
        assert view.identity.draft.first_seen == "2026-11-01"


def test_that_an_account_that_is_not_there_is_told(afternoon: Afternoon) -> None:
    wren = kept(afternoon, PUPIL)
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, f"{wren}/account {wren}"))
    page = afternoon.window.stack.page
    assert isinstance(page, ChangeAccountPage)
    afternoon.wait(page.notice.isVisible)
    assert page.form is None
