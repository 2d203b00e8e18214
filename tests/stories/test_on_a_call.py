"""On a call: one page of notes stays open, the rest is covered, and it ends by itself."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.step import StepSort
from dsl_desk.ui.concerns.call_page import CallPage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.spot import CONCERNS, NEW, TODAY, Spot, call_of
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from dsl_desk.ui.concerns.call_form import CallForm
    from tests.stories.afternoon import Afternoon


def listening(afternoon: Afternoon) -> tuple[CallPage, CallForm]:
    """Return the note page, once it can be written on."""
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, CallPage))
    page = afternoon.window.stack.page
    assert isinstance(page, CallPage)
    afternoon.wait(lambda: page.form)
    assert page.form is not None
    afternoon.at_rest()
    return page, page.form


def rung(afternoon: Afternoon) -> tuple[CallPage, CallForm]:
    """Open the only concern and begin a call about it."""
    afternoon.recorded()
    afternoon.unlock()
    row = afternoon.list().table.model.row(0)
    afternoon.window.go(Spot(CONCERNS.place, row.id))
    concern = afternoon.concern()
    afternoon.at_rest()
    (act,) = [one for one in concern.acts.menu().actions() if one.text() == "On a call"]
    act.trigger()
    return listening(afternoon)


def minutes_pass(afternoon: Afternoon, minutes: int) -> None:
    """Let the clock on the wall go on, with nobody at the desk."""
    afternoon.clock.advance(minutes=minutes)
    afternoon.window._clock.look()


def test_that_everything_but_the_note_is_covered_during_a_call_and_back_after_it(
    afternoon: Afternoon,
) -> None:
    page, _form = rung(afternoon)
    window = afternoon.window
    assert window.rail.isHidden()
    assert not window.top_bar.isVisible()
    assert window.call.bar.isVisible()
    assert window.call.bar.left.text() == "45:00"
    assert "Wren" not in page.header.title.words + page.header.subtitle.words
    afternoon.press(Qt.Key.Key_Escape)
    assert isinstance(window.stack.page, ConcernPage)
    assert window.rail.isVisible()
    assert window.top_bar.isVisible()
    assert window.call.bar.isHidden()
    assert window._clock.seconds_left == 600


def test_that_a_call_is_recorded_as_a_step_of_its_concern_by_keys_alone(
    afternoon: Afternoon,
) -> None:
    _page, form = rung(afternoon)
    began = form.draft().at
    afternoon.type("Bryony Dunlin, children's services")
    afternoon.tab_to(form.words)
    afternoon.type("They will visit on Friday.")
    minutes_pass(afternoon, 4)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))
    concern = afternoon.window.stack.page
    assert isinstance(concern, ConcernPage)
    afternoon.at_rest()
    record = concern._record
    afternoon.lock()
    with closing(afternoon._open()) as desk:
        (step,) = desk.steps.of(record)
    assert step.draft.sort is StepSort.CALL
    assert (step.draft.at, step.draft.words) == (began, "They will visit on Friday.")
    assert step.draft.with_whom == "Bryony Dunlin, children's services"


def test_that_the_note_stays_open_past_the_lock_clock_and_locks_after_45_minutes(
    afternoon: Afternoon,
) -> None:
    _page, form = rung(afternoon)
    afternoon.type("Bryony")
    minutes_pass(afternoon, 44)
    assert afternoon.locks == []
    assert form.isVisible()
    assert afternoon.window.call.bar.left.text() == "1:00"
    minutes_pass(afternoon, 1)
    assert afternoon.locks == ["idle"]
    afternoon.lock()
    assert [*_kept(afternoon)] == ["Bryony"]


def _kept(afternoon: Afternoon) -> list[str]:
    with closing(afternoon._open()) as desk:
        return [form["with_whom"] for form in desk.drafts.brought_back().values()]


@pytest.mark.parametrize("key", [Qt.Key.Key_1, Qt.Key.Key_K, Qt.Key.Key_N])
def test_that_whoever_comes_by_after_the_clock_ran_out_gets_the_lock_and_no_other_page(
    afternoon: Afternoon, key: Qt.Key
) -> None:
    rung(afternoon)
    minutes_pass(afternoon, 11)
    assert afternoon.locks == []
    afternoon.press(key, CTRL)
    assert "idle" in afternoon.locks
    assert isinstance(afternoon.window.stack.page, CallPage)
    assert [one for one in afternoon.window.findChildren(Palette) if one.isVisible()] == []


def test_that_typing_on_the_note_after_the_clock_ran_out_opens_nothing_else(
    afternoon: Afternoon,
) -> None:
    page, form = rung(afternoon)
    minutes_pass(afternoon, 11)
    afternoon.tab_to(form.words)
    afternoon.press(Qt.Key.Key_X)
    page.finish()
    afternoon.at_rest()
    afternoon.wait(lambda: afternoon.locks)
    assert isinstance(afternoon.window.stack.page, CallPage)
    afternoon.lock()
    assert _kept(afternoon) == []
    with closing(afternoon._open()) as desk:
        (row,) = desk.concerns.page(0, 1).rows
        assert [step.draft.words for step in desk.steps.of(row.id)] == ["x"]


def test_that_a_call_out_of_the_blue_asks_which_concern_it_is_about(afternoon: Afternoon) -> None:
    afternoon.recorded(3)
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.type("on a call")
    afternoon.press(Qt.Key.Key_Return)
    _page, form = listening(afternoon)
    assert window.stack.spot == call_of(NEW)
    assert form.which.count() == 3
    form.which.setCurrentIndex(2)
    form.words.setPlainText("A neighbour rang")
    afternoon.lock()
    afternoon.unlock()
    afternoon.window.go(call_of(NEW))
    page, form = listening(afternoon)
    assert form.words.text() == "A neighbour rang"
    page.finish()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, ConcernPage))
    assert afternoon.concern().title == "C-2026-001"
    afternoon.window.back()
    assert afternoon.window.stack.spot == TODAY


def test_that_a_call_says_what_is_missing_and_needs_a_concern_to_stand_beside(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.window.go(call_of(NEW))
    page = afternoon.window.stack.page
    assert isinstance(page, CallPage)
    afternoon.at_rest()
    assert page.form is None
    assert "Record one first" in page.header.subtitle.words
    afternoon.lock()
    page, form = rung(afternoon)
    page.finish()
    afternoon.wait(form.fields["words"].error)
