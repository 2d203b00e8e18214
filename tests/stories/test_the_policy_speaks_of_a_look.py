"""Beside the form of a decision to look the school's own policy says what it asks, by clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.viewing import Look, OpenToAll
from dsl_desk.ui.evidence.viewing_form_page import ChangeViewingPage, DecidePage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.forms.asked_item import ClauseMarks
from dsl_desk.ui.forms.policy_panel import GUIDANCE, SCHOOL
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, Spot
from tests.services.looking import a_viewing_of
from tests.stories.looking_day import decide, page_of
from tests.stories.policy_day import choose

if TYPE_CHECKING:
    from dsl_desk.domain.viewing import ViewingDraft
    from tests.stories.afternoon import Afternoon

NOT_OPEN = "Not open to anybody: do not look."


def a_look(afternoon: Afternoon, **more: object) -> ViewingDraft:
    return a_viewing_of(afternoon.member, afternoon.clock, **more)


def typed(afternoon: Afternoon, page: DecidePage | ChangeViewingPage, draft: ViewingDraft) -> None:
    """Type this, and wait for what the policy says to it."""
    told: list[object] = []
    page.policy.told.connect(told.append)
    page.form.show_draft(draft)
    page.form.whose.show_people([Chosen(draft.whose.name, draft.whose.person)])
    page.form.typed.emit()
    afternoon.wait(lambda: told)
    afternoon.at_rest()


def marks(page: DecidePage | ChangeViewingPage) -> set[str]:
    return {
        code
        for item in page.panel.policy.items
        for found in item.findChildren(ClauseMarks)
        for code in found.codes
    }


def begin(afternoon: Afternoon) -> DecidePage:
    afternoon.window.go(Spot(Place.EVIDENCE, NEW))
    return page_of(afternoon, DecidePage)


def test_that_the_panel_names_whom_the_policy_asks_before_anybody_looks(
    afternoon: Afternoon,
) -> None:
    choose(afternoon, "shire")
    afternoon.unlock()
    page = begin(afternoon)
    typed(afternoon, page, a_look(afternoon))
    words = page.panel.policy.words()
    assert SCHOOL in words
    assert any(code.startswith("MAT ") for code in marks(page)), marks(page)
    assert page.panel.folded.accessibleName().startswith("Your policy asks")
    assert NOT_OPEN not in words
    typed(afternoon, page, a_look(afternoon, open_to_all=OpenToAll.NO))
    assert NOT_OPEN in page.panel.policy.words()
    typed(afternoon, page, a_look(afternoon, look=Look.NOT_TO_LOOK))
    assert page.panel.policy.items == ()
    assert page.panel.folded.accessibleName() == "Your policy asks nothing of this yet."


def test_that_law_and_guidance_speak_where_no_policy_is_chosen(afternoon: Afternoon) -> None:
    afternoon.unlock()
    page = begin(afternoon)
    typed(afternoon, page, a_look(afternoon))
    words = page.panel.policy.words()
    assert GUIDANCE in words
    assert SCHOOL not in words
    assert page.panel.folded.accessibleName().startswith("Law and guidance ask")


def test_that_f6_reaches_what_is_asked(afternoon: Afternoon) -> None:
    choose(afternoon)
    afternoon.unlock()
    page = begin(afternoon)
    typed(afternoon, page, a_look(afternoon))
    beside = page.panel.folded if page.panel.folded.isVisible() else page.panel
    assert beside in page.regions()
    reached = []
    for _each in page.regions():
        afternoon.press(Qt.Key.Key_F6)
        reached.append(page.panel.isAncestorOf(afternoon.focus()))
    assert any(reached)


def test_that_a_decision_that_is_changed_is_asked_under_the_policy_of_today(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    record = decide(afternoon, a_look(afternoon)).record
    afternoon.lock()
    choose(afternoon, "shire")
    afternoon.unlock()
    afternoon.window.go(Spot(Place.EVIDENCE, record))
    page_of(afternoon, ViewingPage).change_wanted.emit(record)
    page = page_of(afternoon, ChangeViewingPage)
    afternoon.wait(lambda: page.panel.policy.speaks)
    draft = replace(page.form.draft(), why="It is said to name Wren twice.")
    typed(afternoon, page, draft)
    assert any(code.startswith("MAT ") for code in marks(page)), marks(page)
