"""What a concern says is put right: a version with its reason, and both stand beside each other."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.concern_choices import About, ConcernState, Involvement
from dsl_desk.domain.concern_parts import Involved, Plan
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.acts import AMEND, COMPARE
from dsl_desk.ui.concerns.amend_page import AmendPage
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import Spot
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.ui.concerns.amend_form import AmendForm
    from tests.stories.afternoon import Afternoon


def amending(afternoon: Afternoon) -> tuple[AmendPage, AmendForm]:
    """Return the form, once it shows what the concern says."""
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, AmendPage))
    page = afternoon.window.stack.page
    assert isinstance(page, AmendPage)
    afternoon.wait(lambda: page.form)
    assert page.form is not None
    afternoon.at_rest()
    return page, page.form


def begun(afternoon: Afternoon) -> tuple[AmendPage, AmendForm]:
    """Unlock, open the newest concern, and press Amend."""
    afternoon.unlock()
    listed = afternoon.list()
    afternoon.window.go(Spot(Place.CONCERNS, listed.table.model.row(0).id))
    page = afternoon.concern()
    afternoon.at_rest()
    page.acts.buttons[AMEND].setFocus()
    afternoon.press(Qt.Key.Key_Space)
    return amending(afternoon)


def as_it_stands(afternoon: Afternoon) -> tuple[Concern, ...]:
    """Return the versions of the only concern. The desk must be locked."""
    with closing(afternoon._open()) as desk:
        return desk.concerns.versions(desk.concerns.page(0, 1).rows[0].id)


def test_that_a_time_is_amended_with_its_reason_and_both_versions_stand_beside_each_other(
    afternoon: Afternoon,
) -> None:
    afternoon.recorded()
    _page, form = begun(afternoon)
    assert afternoon.focus() is form.reason
    afternoon.type("Wren looked at her phone")
    afternoon.tab_to(form.answers.first.happened.day)
    afternoon.type("yesterday")
    afternoon.press(Qt.Key.Key_Tab)
    afternoon.type("2040")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    concern = afternoon.concern()
    afternoon.wait(lambda: "version 2" in concern.header.subtitle.words)
    afternoon.at_rest()
    concern.acts.buttons[COMPARE].setFocus()
    afternoon.press(Qt.Key.Key_Space)
    afternoon.wait(lambda: getattr(afternoon.window.stack.page, "shown", ()))
    compared = afternoon.window.stack.page
    assert isinstance(compared, ComparePage)
    assert compared.reason.words == "Why there is a version 2: Wren looked at her phone"
    assert len(compared.shown) == 1
    afternoon.lock()
    first, second = as_it_stands(afternoon)
    assert (first.draft.happened.at, second.draft.happened.at[-5:]) == ("", "20:40")
    assert afternoon.check().entries


def test_that_all_problems_of_an_amendment_stand_beside_their_answers_at_once(
    afternoon: Afternoon,
) -> None:
    afternoon.recorded()
    page, form = begun(afternoon)
    form.answers.words.setPlainText("")
    form.answers.first.about.choose(tuple(About).index(About.ADULT))
    page.finish()
    afternoon.wait(lambda: not page.bar.errors.isHidden())
    assert page.bar.errors.text() == "3 answers need a look: Why is it changed?"
    assert form.answers.fields["words"].error() == (
        "Write what was said or seen, in their own words."
    )
    assert form.show_problems(()) == []
    afternoon.lock()
    assert len(as_it_stands(afternoon)) == 1


def test_that_an_amendment_half_done_is_there_after_a_lock_and_can_be_started_again(
    afternoon: Afternoon,
) -> None:
    afternoon.recorded()
    _page, form = begun(afternoon)
    afternoon.type("She was")
    form.answers.words.setPlainText("“dont come to mine either.”")
    afternoon.lock()
    page, form = begun(afternoon)
    assert form.reason.text() == "She was"
    assert form.draft().words == "“dont come to mine either.”"
    assert page.bar.saved.words == "Your draft is back as you left it"
    page.again.click()
    assert (form.reason.text(), form.draft().words) == ("", a_concern_draft().words)
    afternoon.lock()
    page, form = begun(afternoon)
    assert form.reason.text() == ""


def test_that_a_draft_of_an_older_version_says_that_the_concern_was_changed_since(
    afternoon: Afternoon,
) -> None:
    afternoon.recorded()
    begun(afternoon)
    afternoon.type("She was")
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        row = desk.concerns.page(0, 1).rows[0]
        stamp = desk.concerns.open(row.id).entry
        change = StateChange(ConcernState.IN_PROGRESS, "Rang home")
        desk.concerns.move(stamp.id, change, an_entry_id(afternoon.clock))
    page, form = begun(afternoon)
    assert form.reason.text() == "She was"
    assert "Somebody else has changed the concern since" in page.bar.saved.words


def test_that_an_amendment_leaves_how_far_it_has_come_and_whose_plan_it_is_as_they_were(
    afternoon: Afternoon,
) -> None:
    with closing(afternoon._open()) as desk:
        pupil = PersonDraft(PersonKind.PUPIL, surname="Tamarisk", forename="Wren")
        person = desk.people.add(pupil, an_entry_id(afternoon.clock)).answer.id
        plan = Plan(PersonRef("Wren Tamarisk", person), "Alone at break", "Sits with Ada")
        draft = a_concern_draft(plans=(plan,))
        made = desk.concerns.record(draft, an_entry_id(afternoon.clock)).answer
        change = StateChange(ConcernState.CLOSED, "All done", "They are friends again")
        desk.concerns.move(made.entry.id, change, an_entry_id(afternoon.clock))
    page, form = begun(afternoon)
    form.reason.setText("A name was misspelt")
    form.answers.said.view.setPlainText("Settled by break")
    page.finish()
    afternoon.concern()
    afternoon.lock()
    newest = as_it_stands(afternoon)[-1].draft
    assert (newest.state, newest.outcome) == (ConcernState.CLOSED, "They are friends again")
    assert newest.plans == (plan,)
    assert newest.view == "Settled by break"


def test_that_a_late_entry_says_by_how_much_while_it_is_written_and_ever_after(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    page = afternoon.fill_in()
    first = page.form.first
    assert first.late.isHidden()
    three_days_ago = afternoon.clock.now() - timedelta(days=3)
    first.told_at.day.setFocus()
    first.told_at.show_at(wall_clock(three_days_ago))
    first.told_at.edited.emit()
    assert first.late.words == "Late entry: written 3 days after we were told"
    assert first.late.isVisible()
    concern = afternoon.finish()
    assert concern.header.subtitle.words.endswith("Late entry: written 3 days after we were told")


@pytest.mark.parametrize("size", [(1366, 738), (1024, 640)])
def test_that_a_concern_of_three_pupils_stands_in_all_three_files_with_three_roles(
    afternoon: Afternoon, size: tuple[int, int]
) -> None:
    roles = (Involvement.AFFECTED, Involvement.SAID_TO_HAVE_DONE_IT, Involvement.SHARED_IT_ON)
    names = (("Wren", "Tamarisk"), ("Robin", "Ash"), ("Ada", "Linnet"))
    with closing(afternoon._open()) as desk:
        people = [
            desk.people.add(
                PersonDraft(PersonKind.PUPIL, surname=surname, forename=forename),
                an_entry_id(afternoon.clock),
            ).answer.id
            for forename, surname in names
        ]
        who = tuple(
            Involved(PersonRef(" ".join(name), person), role)
            for name, person, role in zip(names, people, roles, strict=True)
        )
        desk.concerns.record(a_concern_draft(people=who), an_entry_id(afternoon.clock))
    afternoon.unlock(size)
    for person in people:
        afternoon.window.go(Spot(Place.PEOPLE, person))
        page = afternoon.window.stack.page
        assert isinstance(page, PersonPage)
        afternoon.at_rest()
        afternoon.at_rest()
        (item,) = page.chronology.timeline.items
        assert "C-2026-001" in item.accessibleName()
    afternoon.lock()
    assert [one.role for one in as_it_stands(afternoon)[0].draft.people] == list(roles)


def test_that_the_form_ends_where_its_last_line_ends(afternoon: Afternoon) -> None:
    afternoon.recorded()
    page, form = begun(afternoon)
    sheet = form.parentWidget()
    assert sheet is not None
    afternoon.wait(lambda: sheet.height() - form.geometry().bottom() < page.height() / 10)
