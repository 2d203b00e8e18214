"""What can be done about a concern beside writing in it: reminders, disagreements, replies."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest

from dsl_desk.documents.reading_back import words_in
from dsl_desk.domain.concern_choices import About
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.step import StepSort
from dsl_desk.ui.concerns.acts import DISAGREEMENT, REMIND
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.disagreement_form import DisagreementForm
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CONCERNS, Spot
from dsl_desk.ui.today.reminder_page import ReminderPage
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.test_the_way_out import answer_whom, next_step

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import RecordId
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def wren(afternoon: Afternoon) -> tuple[RecordId, RecordId]:
    """Wren Tamarisk, and a concern about her."""
    with closing(afternoon._open()) as desk:
        draft = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
        person = desk.people.add(draft, an_entry_id(afternoon.clock)).answer.id
        who = (Involved(PersonRef("Wren Tamarisk", person)),)
        concern = desk.concerns.record(a_concern_draft(people=who), an_entry_id(afternoon.clock))
    return person, concern.answer.id


def opened(afternoon: Afternoon, concern: RecordId) -> ConcernPage:
    """Return the page of a concern, as it has been read."""
    afternoon.window.go(Spot(Place.CONCERNS, concern))
    page = afternoon.concern()
    afternoon.at_rest()
    return page


def choose(page: ConcernPage, words: str) -> None:
    """Choose something behind More."""
    (action,) = (one for one in page.acts.menu().actions() if one.text() == words)
    action.trigger()


def reminder(afternoon: Afternoon) -> ReminderPage:
    """Return the form of a reminder, as it has been read."""
    page = afternoon.window.stack.page
    assert isinstance(page, ReminderPage)
    afternoon.at_rest()
    return page


def test_that_a_reminder_set_from_a_concern_leads_to_it_and_to_its_child(
    afternoon: Afternoon, wren: tuple[RecordId, RecordId]
) -> None:
    person, concern = wren
    afternoon.unlock()
    opened(afternoon, concern)
    choose(opened(afternoon, concern), "Remind me")
    page = reminder(afternoon)
    assert page.header.subtitle.words.endswith("leads to C-2026-001.")
    afternoon.type("Ring Carys back")
    page.finish()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))
    afternoon.window.back()
    assert afternoon.window.stack.spot.what != concern
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        (task,) = desk.tasks.of(concern)
        assert (task.draft.title, task.draft.person) == ("Ring Carys back", person)


def test_that_a_reminder_set_from_a_childs_file_leads_back_to_it(
    afternoon: Afternoon, wren: tuple[RecordId, RecordId]
) -> None:
    person, _concern = wren
    afternoon.unlock()
    afternoon.window.go(Spot(Place.PEOPLE, person))
    page = afternoon.window.stack.page
    assert isinstance(page, PersonPage)
    afternoon.wait(page.remind.isVisible)
    page.remind.click()
    form = reminder(afternoon)
    assert form.header.subtitle.words.endswith("leads to Wren Tamarisk.")
    afternoon.type("Ask for her school report")
    form.finish()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, PersonPage))
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        (task,) = desk.tasks.open_about(person)
        assert (task.draft.title, task.draft.concern) == ("Ask for her school report", "")


def test_that_no_reminder_leads_out_of_the_childrens_part_into_staff(afternoon: Afternoon) -> None:
    with closing(afternoon._open()) as desk:
        draft = replace(a_concern_draft("Ivo Dunlin"), about=About.ADULT)
        concern = desk.concerns.record(draft, an_entry_id(afternoon.clock)).answer.id
    afternoon.unlock()
    page = opened(afternoon, concern)
    assert REMIND not in list(page.acts.buttons)
    assert "Remind me" not in [one.text() for one in page.acts.menu().actions()]


def test_that_a_written_disagreement_stands_on_the_page_and_on_every_copy(
    afternoon: Afternoon, wren: tuple[RecordId, RecordId], ask: ScriptedAsk, tmp_path: Path
) -> None:
    _person, concern = wren
    afternoon.unlock()
    page = opened(afternoon, concern)
    choose(page, "Attach a written disagreement")
    form = page.forms[DISAGREEMENT]
    assert isinstance(form, DisagreementForm)
    afternoon.wait(form.isVisible)
    page.finish()
    afternoon.wait(form.fields["with_whom"].error)
    assert form.fields["words"].error()
    form.who.setText("Carys Tamarisk, mother")
    form.words.setPlainText("I never said that.")
    page.finish()
    afternoon.wait(form.isHidden)
    afternoon.at_rest()
    page.export()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, LeavingPage))
    way = afternoon.window.stack.page
    assert isinstance(way, LeavingPage)
    afternoon.wait(way.next.isEnabled)
    answer_whom(way)
    for one in (WHAT, HOW, PAGES):
        next_step(afternoon, way, one)
    ask.will(tmp_path / "copy.pdf")
    next_step(afternoon, way, GONE)
    with pikepdf.open(tmp_path / "copy.pdf", password=way.gone.passphrase.words) as paper:
        told = " ".join(words_in(paper).split())
    assert "I never said that." in told
    assert "Carys Tamarisk, mother" in told
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        (step,) = desk.steps.of(concern)
        assert step.draft.sort is StepSort.DISAGREEMENT
        assert step.draft.words == "I never said that."


def test_that_each_of_several_referrals_that_wait_is_answered_or_asked_again_by_itself(
    afternoon: Afternoon, wren: tuple[RecordId, RecordId]
) -> None:
    _person, concern = wren
    with closing(afternoon._open()) as desk:
        for to in (ReferralTo.SOCIAL_CARE, ReferralTo.POLICE):
            afternoon.clock.advance(minutes=1)
            at = afternoon.clock.now().isoformat(timespec="minutes")[:16]
            draft = ReferralDraft(
                to, at, "Bryony Dunlin", "Told them", Consent.GIVEN, concern=concern
            )
            desk.referrals.record(draft, an_entry_id(afternoon.clock))
    afternoon.unlock()
    page = opened(afternoon, concern)
    care, police = page.waiting.rows.values()
    care.button.click()
    care.form.words.setText("half a sent")
    police.button.click()
    assert care.form.isHidden()
    police.form.what.setCurrentIndex(1)
    police.form.words.setText("They will ring on Friday")
    page.finish()
    afternoon.wait(police.form.isHidden)
    afternoon.at_rest()
    assert len(page.waiting.rows) == 2
    assert "asked again" in police._due.words
    police.button.click()
    police.form.what.setCurrentIndex(0)
    police.form.words.setText("They will visit")
    page.finish()
    afternoon.wait(lambda: len(page.waiting.rows) == 1)
    care.button.click()
    assert care.form.words.text() == "half a sent"
    care.form.words.setText("They open an assessment")
    page.finish()
    afternoon.wait(page.waiting.isHidden)
    afternoon.window.go(CONCERNS)
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        replies = {one.draft.to: one.draft.reply for one in desk.referrals.of(concern)}
    assert replies == {
        ReferralTo.POLICE: "They will visit",
        ReferralTo.SOCIAL_CARE: "They open an assessment",
    }
