"""A duty of the school's own: written in words, asked beside the form, seen, changed and ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.policy.changes import STATUTORY_REPORT
from dsl_desk.domain.policy.own_duty import TIMES
from dsl_desk.domain.policy.terms import DutyAct, Recipient, Unit
from dsl_desk.ui.kit.question import Yes
from tests.services.staffroom import MAYA, OWEN
from tests.stories.policy_day import WHY, choose
from tests.stories.test_the_policy_page import clause, on_today, overview, policy, subtitle, words
from tests.stories.test_the_policy_speaks_while_typing import typed
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from dsl_desk.ui.policy.own_form import OwnDutyForm
    from dsl_desk.ui.policy.page import PolicyPage
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

SENTENCE = "Ask IT to keep the logs of the filter."
RULE = "Staff handbook 4.2"
LAW, ASLEEP = "Acts of Parliament", "Sexual abuse"


def form(page: PolicyPage) -> OwnDutyForm:
    assert page.writing is not None
    return page.writing


def fill_in(form: OwnDutyForm) -> None:
    form.words.setText(SENTENCE)
    form.when.choose_fact("sort: filter_bypass")
    form.when.choose_fact("sort: scam")
    form.when.choose_fact("safe_now: no", so=False)
    form.whom.choose_one(Recipient.IT)
    form.by.unit.setCurrentIndex(TIMES.index(Unit.WORKING_HOURS))
    form.by.count.setText("2")
    form.clause.setText(RULE)
    form.reason.setText("Agreed at the staff meeting")


def added(afternoon: Afternoon) -> PolicyPage:
    """Write a duty of our own, with no policy taken."""
    page = policy(afternoon)
    overview(page).own.add.click()
    fill_in(form(page))
    form(page).button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 1"))
    return page


def test_that_a_duty_is_written_in_words_and_asked_beside_the_form(afternoon: Afternoon) -> None:
    choose(afternoon)
    page = policy(afternoon)
    overview(page).own.add.click()
    fill_in(form(page))
    assert [button.accessibleName() for button in form(page).when.takers.values()] == [
        "Take out: Kind of concern: Getting round the filter",
        "Take out: Kind of concern: Scam or commerce",
        "Take out: Not: Whether the child is safe now: No",
    ]
    page.finish()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    shown = words(overview(page).own)
    assert SENTENCE in shown
    assert f"{RULE}. Written by {MAYA}, version 2. Agreed at the staff meeting" in shown
    assert "Added by this school" in words(clause(page, RULE))
    afternoon.at_rest()
    afternoon.fill_in()
    record = typed(afternoon, sorts=(ConcernSort.FILTER_BYPASS,))
    (item,) = [one for one in record.panel.policy.items if SENTENCE in words(one)]
    assert item.title == "Tell: IT support"
    assert "Within 2 working hours of when we were told" in words(item)
    assert item.accessibleName().endswith(f"Clause {RULE}")


def test_that_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(
    afternoon: Afternoon,
) -> None:
    choose(afternoon)
    page = policy(afternoon)
    overview(page).own.add.click()
    form(page).clause.setText("3.7")
    form(page).button.click()
    afternoon.wait(form(page).fields["words"].error)
    assert form(page).fields["tell"].error() == "Choose who it is, and press Add this."
    form(page).act.setCurrentIndex(list(DutyAct).index(DutyAct.REMOVE))
    form(page).words.setText("Take it off the page.")
    form(page).button.click()
    afternoon.wait(lambda: form(page).fields["by"].error().startswith("A copy comes first"))
    form(page).by.unit.setCurrentIndex(TIMES.index(Unit.AFTER))
    form(page).by.moment.setCurrentText("a copy is kept")
    form(page).button.click()
    afternoon.wait(lambda: form(page).fields["clause"].error().startswith("A clause of the"))
    assert form(page).fields["reason"].error() == "Write this in a few words."
    assert form(page).words.text() == "Take it off the page."
    form(page).when.choose_fact("online")
    form(page).when.takers["online"].click()
    assert form(page).answers().so == ()
    page.step_back()
    assert subtitle(page).endswith("version 1")


def test_that_it_is_shown_to_another_member_changed_and_ended(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    day = VaultDay(afternoon)
    with day.school.desk() as desk:
        day.school.add(desk, OWEN)
    added(afternoon)
    afternoon.lock()
    afternoon.member, afternoon.key = day.school.ids[OWEN], day.school.keys[OWEN]
    afternoon.unlock()
    on_today(afternoon, f"{MAYA} added a duty of your school's own").opened.emit()
    page = policy(afternoon)
    overview(page).own.rows[0].see.click()
    afternoon.wait(lambda: f"Seen by {OWEN}" in words(overview(page).own))
    overview(page).own.rows[0].change.click()
    assert form(page).answers().words == SENTENCE
    assert form(page).answers().by.count == 2
    form(page).by.unit.setCurrentIndex(0)  # at once
    form(page).reason.setText("Two hours are too long")
    form(page).button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    assert f"Written by {OWEN}, version 2" in words(overview(page).own)
    ask.will(Yes("The handbook was rewritten"))
    overview(page).own.rows[0].end.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 3"))
    assert "Ended: it is not asked." in words(overview(page).own)
    assert SENTENCE in overview(page).rows[0].accessibleName()  # among what is switched off
    afternoon.lock()
    assert afternoon.check().entries


def test_that_a_policy_can_be_left_for_law_and_guidance_alone(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    choose(afternoon)
    page = policy(afternoon)
    chooser = overview(page).choose
    assert chooser is not None
    chooser.cards[-1].setChecked(True)
    ask.will(Yes("The trust is writing a new one"))
    chooser.button.click()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    assert subtitle(page) == "Law and guidance, no policy taken, version 2"
    chooser = overview(page).choose
    assert chooser is not None
    assert chooser.cards[-1].isChecked()
    assert not chooser.button.isEnabled()
    assert "No day of approval" not in words(overview(page))


def test_that_the_report_of_sexual_abuse_is_woken_by_its_source_and_can_sleep_again(
    afternoon: Afternoon, ask: ScriptedAsk
) -> None:
    page = policy(afternoon)

    def card() -> str:
        cards = clause(page, ASLEEP).duties
        return words(next(one for one in cards if one.duty.id == STATUTORY_REPORT))

    def press() -> None:
        duties = clause(page, ASLEEP).duties
        button = duties[0].button
        assert button is not None
        button.click()

    afternoon.wait(lambda: page.clauses.cards)
    page.clauses.which.setCurrentText(LAW)
    assert "It is not known to be in force" in card()
    ask.will(Yes("The regulations of 2027, read on legislation.gov.uk"))
    press()
    afternoon.wait(lambda: subtitle(page).endswith("version 1"))
    page.clauses.which.setCurrentText(LAW)
    assert f"Asked since version 1, as {MAYA} wrote: The regulations of 2027" in card()
    ask.will(Yes(WHY))
    press()
    afternoon.wait(lambda: subtitle(page).endswith("version 2"))
    page.clauses.which.setCurrentText(LAW)
    assert "It is not known to be in force" in card()
