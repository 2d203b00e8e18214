"""A case in detail: amended and compared, evidence linked, the statutory report, people found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort, ReportBasis
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.policy.changes import STATUTORY_REPORT, Changes, Woken
from dsl_desk.domain.viewing import Stands
from dsl_desk.ui.allegations.amend_pages import AmendIntakePage, ChangeStepPage
from dsl_desk.ui.allegations.compare_page import CompareAllegationPage
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.evidence_card import LinkedCard
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.said_card import CaseCard, SaidCard
from dsl_desk.ui.allegations.statutory_card import StatutoryCard
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.allegations.steps_card import StepsCard
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.keeping.page import KeepingPage
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.timeline_item import TimelineItem
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import an_entry_id
from tests.services.adults import (
    ROWAN,
    WORDS,
    a_low_level_draft,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
)
from tests.services.looking import decided
from tests.services.staffroom import HESTER, MAYA
from tests.stories.adults_day import adults, card, fill, intake, on, settle, sit_down
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def day(afternoon: Afternoon) -> VaultDay:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    return day


def case(day: VaultDay, record: RecordId) -> AllegationPage:
    day.afternoon.window.go(Spot(Place.ADULTS, record))
    return on(day, AllegationPage)


def test_that_the_intake_is_amended_with_a_reason_and_compared(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk)
    sit_down(day, MAYA)
    page = case(day, record)
    assert card(page, SaidCard).compare.isHidden()
    card(page, SaidCard).amend.click()
    form = on(day, AmendIntakePage)
    assert form.answers.draft() == an_allegation_draft()
    form.answers.words.setPlainText(WORDS.replace("at night", "at midnight"))
    form.answers.lines["witnesses"].setText("His sister")
    form.finish()
    settle(day)
    assert form.form.why.error()
    form.form.reason.setText("He rang again and was exact")
    form.keep()
    form.step_back()
    card(on(day, AllegationPage), SaidCard).amend.click()
    form = on(day, AmendIntakePage)
    assert form.form.reason.text() == "He rang again and was exact"
    assert form.answers.draft().witnesses == "His sister"
    form.finish()
    card(on(day, AllegationPage), SaidCard).compare.click()
    compared = on(day, CompareAllegationPage)
    assert len(compared.shown) == 2
    assert "midnight" in compared.shown[0].after.spoken
    assert "He rang again and was exact" in compared.reason.words
    compared.before.setCurrentIndex(1)
    assert compared.shown == []


def test_that_an_outcome_is_changed_with_a_reason_and_says_until_when_it_is_kept(
    day: VaultDay,
) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk)
        do(desk, record, an_outcome(Outcome.UNSUBSTANTIATED))
    sit_down(day, MAYA)
    page = case(day, record)
    assert "no day can be reckoned" in card(page, CaseCard).kept.words
    (line,) = card(page, StepsCard).lines
    assert line.compare.isHidden()
    line.change.click()
    form = on(day, ChangeStepPage)
    assert not form.answers.sort.isEnabled()
    assert form.answers.draft().answer("outcome") == Outcome.UNSUBSTANTIATED.value
    form.answers.asked["outcome"].show_answer(Outcome.UNFOUNDED.value)
    pension = form.answers.asked["pension_on"]
    pension.show_answer("soon")
    form.form.reason.setText("The meeting of December said so")
    form.finish()
    settle(day)
    assert "for example 14 August 2051" in form.answers.fields["pension_on"].error()
    pension.show_answer("14 August 2051")
    form.finish()
    page = on(day, AllegationPage)
    assert card(page, CaseCard).kept.words.startswith("Kept until 14 August 2051")
    (line,) = card(page, StepsCard).lines
    line.compare.click()
    compared = on(day, CompareAllegationPage)
    assert len(compared.shown) == 3
    assert "Unsubstantiated" in compared.shown[0].before.spoken + compared.shown[0].after.spoken
    assert "14 August 2051" in compared.shown[2].after.spoken
    card(case(day, record), CaseCard).keeping.click()
    assert on(day, KeepingPage).one.rows


def test_that_evidence_is_linked_listed_and_opened(day: VaultDay) -> None:
    with day.school.desk(MAYA) as desk:
        viewing = decided(desk, stands=Stands.STAFF)
        record = begin(desk)
    sit_down(day, MAYA)
    page = case(day, record)
    linked = card(page, LinkedCard)
    assert linked.rows == []
    linked.which.setCurrentIndex(0)
    assert viewing.ref in linked.which.currentText()
    linked.link.click()
    settle(day)
    linked = card(page, LinkedCard)
    assert viewing.ref in linked.rows[0].accessibleName()
    assert linked.link.isHidden()
    assert card(page, StepsCard).lines[0].change.isHidden()
    linked.rows[0].findChildren(Button)[0].click()
    on(day, ViewingPage)


def test_that_the_statutory_report_is_a_step_once_the_school_has_switched_it_on(
    day: VaultDay,
) -> None:
    with day.school.desk(MAYA) as desk:
        record = begin(desk)
        assert not desk.case_file.open(record).view.statutory
        read = Woken(STATUTORY_REPORT, "The commencement regulations, read on gov.uk today")
        entry = an_entry_id(day.afternoon.clock)
        desk.policy.change(None, Changes(woken=(read,)), "It is in force", entry)
    sit_down(day, MAYA)
    page = case(day, record)
    assert card(page, StatutoryCard).state.words.startswith("Not made")
    card(page, StatutoryCard).add.click()
    form = on(day, StepPage)
    form.form.choose(AllegationStepSort.STATUTORY_REPORT)
    form.form.words.setPlainText("Rang 101, they took it down")
    form.keep()
    form.step_back()
    card(on(day, AllegationPage), StatutoryCard).add.click()
    form = on(day, StepPage)
    assert form.form.draft().sort is AllegationStepSort.STATUTORY_REPORT
    form.finish()
    settle(day)
    assert form.form.fields["basis"].error()
    basis = next(iter(ReportBasis))
    for name, answer in (("basis", basis.value), ("reported_by", MAYA), ("aware", HESTER)):
        form.form.asked[name].show_answer(answer)
    form.finish()
    page = on(day, AllegationPage)
    assert card(page, StatutoryCard).state.words.startswith("Made")
    assert "names sexual abuse" in card(page, CaseCard).kept.words


def test_that_adults_and_children_are_found_and_the_adults_file_tells_of_all(
    day: VaultDay,
) -> None:
    clock = day.afternoon.clock
    with day.school.desk(MAYA) as desk:
        coach = PersonDraft(PersonKind.STAFF, "Kestrel", "Rowan", staff_kind=StaffKind.VOLUNTEER)
        rowan = desk.people.add(coach, an_entry_id(clock)).answer.id
        child = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren")
        wren = desk.people.add(child, an_entry_id(clock)).answer.id
        told = a_low_level_draft(an_adult(person=rowan))
        desk.low_level.record(told, an_entry_id(clock))
    sit_down(day, MAYA)
    form = intake(day)
    line = form.form.adult.name
    line.setFocus()
    for words, offered in (("Tama", 0), ("Kestr", 1)):
        line.setText(words)
        line.textEdited.emit(words)
        settle(day)
        assert line.offers.rowCount() == offered  # a child is never offered as the adult
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        day.afternoon.qtbot.keyClick(line.completer().popup(), key)
    settle(day)
    assert (form.form.adult.adult().name, form.form.adult.adult().person) == (ROWAN, rowan)
    fill(form)
    children = form.form.about_children
    children.line.setFocus()
    children.line.setText("Wren")
    children.line.textEdited.emit("Wren")
    settle(day)
    assert children.take_found()
    form.keep()
    form.step_back()
    adults(day).record.click()
    form = on(day, IntakePage)
    (one,) = form.form.draft().children
    assert (one.name, one.person) == ("Wren Tamarisk", wren)
    assert form.form.adult.adult().person == rowan
    assert form.form.draft().adult.standing is Standing.VOLUNTEER
    form.finish()
    on(day, AllegationPage)
    for at, opened in enumerate((AllegationPage, LowLevelConcernPage)):
        day.afternoon.window.go(Spot(Place.PEOPLE, rowan))
        timeline = on(day, PersonPage).chronology.timeline
        items = [one for one in timeline.findChildren(TimelineItem) if one.isVisible()]
        items[at].opened.emit()
        on(day, opened)
    day.afternoon.lock()
    with day.school.desk(HESTER) as desk:
        titles = [row.title for row in desk.chronology.of(rowan, 0, 9).rows]
    assert titles == ["Allegation AL-2026-001", "Low-level concern LL-2026-001"]
