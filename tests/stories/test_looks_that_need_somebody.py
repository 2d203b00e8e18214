from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.school_calendar import CalendarDraft
from dsl_desk.domain.viewing import Authority
from dsl_desk.domain.viewing_standing import Standing
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_form_page import ChangeViewingPage, DecidePage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.kit.clause import ClauseMark
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, TODAY, Spot
from dsl_desk.ui.today.page import TodayPage
from tests.builders import an_entry_id
from tests.services.looking import a_viewing_of
from tests.stories.looking_day import a_picture_file, capture, decide, page_of, words_on
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def change_hours(afternoon: Afternoon, ends: str) -> None:
    """Let the school day end at another hour."""
    entry, done = an_entry_id(afternoon.clock), list[object]()
    assert afternoon.front is not None
    afternoon.front.worker.do(
        afternoon.window,
        lambda desk: desk.calendars.change(CalendarDraft(ends=ends), "Shorter days", entry),
        done.append,
    )
    afternoon.wait(lambda: done)


def form_of(afternoon: Afternoon, look: int, name: str = "Wren Tamarisk") -> DecidePage:
    afternoon.window.go(Spot(Place.EVIDENCE, NEW))
    page = page_of(afternoon, DecidePage)
    page.form.look.choose(look)
    page.form.whose.show_people([Chosen(name)])
    page.form.picks["stands"].setCurrentIndex(1)
    page.form.typed.emit()
    return page


def test_that_an_urgent_look_asks_little_and_says_what_it_owes(afternoon: Afternoon) -> None:
    afternoon.unlock()
    page = form_of(afternoon, 1)
    asked = {name for name, field in page.form.fields.items() if not field.isHidden()}
    assert "proportionate" not in asked
    page.form.notes["why"].setPlainText("She wrote that she will not be here tomorrow")
    page.finish()
    viewing = page_of(afternoon, ViewingPage)
    assert viewing.view is not None
    assert viewing.view.standing is Standing.OPEN
    assert "is it proportionate" in words_on(viewing.standing)
    afternoon.clock.advance(days=1)
    afternoon.window.go(TODAY)
    today = words_on(page_of(afternoon, TodayPage))
    assert "answers are missing in an urgent look" in today
    afternoon.window.go(Spot(Place.EVIDENCE, viewing.record))
    viewing = page_of(afternoon, ViewingPage)
    viewing.standing.button.click()
    page_of(afternoon, ChangeViewingPage)


def test_that_deciding_not_to_look_is_a_record(afternoon: Afternoon) -> None:
    afternoon.unlock()
    page = form_of(afternoon, 2)
    page.form.notes["why"].setPlainText("Her mother will show us what was sent to her")
    page.finish()
    viewing = page_of(afternoon, ViewingPage)
    assert "It was decided not to look" in words_on(viewing)
    assert viewing.capture.stop.isHidden()


def test_that_a_second_look_at_somebody_counts_itself(afternoon: Afternoon) -> None:
    afternoon.unlock()
    decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    page = form_of(afternoon, 0)
    page.form.owner_changed.emit()
    afternoon.at_rest()
    assert "This is the 2nd look at this person or account" in words_on(page.form)
    page.finish()  # the vault is asked about the fence first, then to keep it
    afternoon.wait(page.form.fields["surveillance"].error)


def test_that_a_look_somebody_has_to_agree_to_lets_nothing_in(afternoon: Afternoon) -> None:
    afternoon.unlock()
    draft = a_viewing_of(afternoon.member, afternoon.clock)
    page = decide(afternoon, replace(draft, authority=Authority.ASKED, authority_why=""))
    assert "Waiting for Hester Winterbourne to agree" in words_on(page)
    assert page.capture.stop.isHidden()
    assert page.answer.isHidden()  # she is the one who looks


def test_that_what_was_captured_by_mistake_is_set_aside_until_the_police_advise(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    capture(afternoon, page, ask, a_picture_file(tmp_path))
    page.capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    afternoon.wait(viewer.picture.has_picture)
    ask.will(Yes("It was the next picture in the row"))
    viewer.facts.mistake.click()
    afternoon.wait(lambda: not viewer.picture.has_picture() and viewer.quarantine.isVisible())
    assert "Ring the police now" in words_on(viewer.quarantine)

    afternoon.window.go(TODAY)
    assert "Ring the police now" in words_on(page_of(afternoon, TodayPage))

    afternoon.window.go(Spot(Place.EVIDENCE, viewer.record))
    viewer = page_of(afternoon, ViewerPage)
    card = viewer.quarantine
    card.button.click()
    afternoon.wait(card.fields["officer"].error)
    card.officer.setText("PC Corin Teasel")
    card.reference.setText("CR/4471/26")
    card.advice.setPlainText("Remove it")
    card.button.click()
    afternoon.wait(card.remove.isVisible)
    ask.will(Yes())
    card.remove.click()
    afternoon.wait(lambda: "Removed on police advice" in words_on(viewer))
    told = [label.words for label in viewer.facts.custody.findChildren(Label)]
    assert "Removed on police advice" in told


def test_that_the_form_shows_the_policys_clauses_and_ends_with_the_school_day(
    afternoon: Afternoon,
) -> None:
    choose(afternoon)
    afternoon.unlock()
    change_hours(afternoon, "15:30")
    afternoon.window.go(Spot(Place.EVIDENCE, NEW))
    page = page_of(afternoon, DecidePage)
    afternoon.wait(lambda: page.form.findChildren(ClauseMark))
    marks = {mark.text() for mark in page.form.fields["proportionate"].findChildren(ClauseMark)}
    assert marks == {"§ IoW 6.3"}
    assert "What your policy says about looking" in words_on(page.form)
    assert page.form.times["ends"].at().endswith("T15:30")
