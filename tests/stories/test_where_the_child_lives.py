"""A child lives in another authority: its number stands wherever somebody has to ring."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.concern_choices import Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import ReferralTo
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.lado_page import LadoPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.said_card import CaseCard
from dsl_desk.ui.allegations.services_page import ServicesPage
from dsl_desk.ui.concerns.acts import REFER
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.referral_forms import ReferralForm
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import FILE, Spot
from tests.builders import a_concern_draft, an_entry_id
from tests.services.adults import an_allegation_draft
from tests.services.staffroom import MAYA
from tests.stories.adults_day import adults, card, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.stories.afternoon import Afternoon

TYPED = {
    "name": "Fernshire front door",
    "telephone": "01632 960 210",
    "opens": "09:00",
    "closes": "17:00",
    "after_hours": "Night team",
    "after_hours_telephone": "01632 960 211",
}


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def begun(day: VaultDay) -> tuple[RecordId, RecordId, RecordId]:
    """Wren, an allegation and a concern that name her."""
    clock = day.afternoon.clock
    with day.school.desk(MAYA) as desk:
        draft = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
        wren = desk.people.add(draft, an_entry_id(clock)).answer.id
        child = PersonRef("Wren Tamarisk", wren)
        said = an_allegation_draft(children=(child,))
        case = desk.allegations.record(said, an_entry_id(clock)).answer
        told = replace(a_concern_draft(), people=(Involved(child, Involvement.AFFECTED),))
        concern = desk.concerns.record(told, an_entry_id(clock)).answer.id
        return wren, case.written.id, concern


def typed_in(day: VaultDay) -> None:
    adults(day).lado.click()
    on(day, LadoPage).services.click()
    page = on(day, ServicesPage)
    assert page.form.lines["telephone"].text() == "0300 300 0117"
    page.form.which.setCurrentText("Another authority")
    page.form.which.activated.emit(1)
    page.finish()
    settle(day)
    assert page.form.fields["area"].error()
    page.form.area.setText("Fernshire")
    for name, words in TYPED.items():
        page.form.lines[name].setText(words)
    page.form.area.textEdited.emit("Fernshire")
    page.keep()
    page.step_back()
    settle(day)
    day.afternoon.window.go(Spot(Place.ADULTS, "childrens-services"))
    again = on(day, ServicesPage)
    assert again.form.lines["telephone"].text() == "01632 960 210"
    assert not again.form.checked.isChecked()
    again.form.checked.setChecked(True)
    again.finish()
    settle(day)


def chosen(day: VaultDay, wren: RecordId) -> None:
    day.afternoon.window.go(Spot(Place.PEOPLE, f"{wren}/{FILE}"))
    page = on(day, FileFormPage)
    assert page.form is not None
    assert page.form.lives_in.currentText() == "The school's own authority"
    page.form.lives_in.setCurrentText("Fernshire")
    page.form.lives_in.activated.emit(1)
    page.keep()
    page.step_back()
    settle(day)
    day.afternoon.window.go(Spot(Place.PEOPLE, f"{wren}/{FILE}"))
    page = on(day, FileFormPage)
    assert page.form is not None
    assert page.form.lives_in.currentText() == "Fernshire"
    page.finish()
    sheet = on(day, PersonPage).sheet
    assert "Fernshire" in [one.words for one in sheet.findChildren(Label)]


def test_that_the_number_of_where_the_child_lives_stands_where_somebody_rings(
    day: VaultDay,
) -> None:
    wren, case, concern = begun(day)
    sit_down(day, MAYA)
    day.afternoon.window.go(Spot(Place.ADULTS, case))
    before = card(on(day, AllegationPage), CaseCard)
    assert "No authority is chosen yet." in before.childrens.words()
    typed_in(day)
    chosen(day, wren)
    day.afternoon.window.go(Spot(Place.ADULTS, case))
    after = card(on(day, AllegationPage), CaseCard)
    assert after.childrens.words() == (
        "Wren Tamarisk\nFernshire front door: 01632 960 210\n"
        "Lives in Fernshire. Checked by Maya Fernsby on 19 November 2026."
    )
    after.services.click()
    on(day, ServicesPage)
    day.afternoon.window.go(Spot(Place.CONCERNS, concern))
    page = on(day, ConcernPage)
    page.acts.buttons[REFER].click()
    form = page.forms[REFER]
    assert isinstance(form, ReferralForm)
    assert "Fernshire front door: 01632 960 210" in form.childrens.words()
    form.to.setCurrentText(label(ReferralTo.POLICE))
    assert form.childrens.isHidden()
    form.to.setCurrentText(label(ReferralTo.SOCIAL_CARE))
    assert form.childrens.isVisible()
