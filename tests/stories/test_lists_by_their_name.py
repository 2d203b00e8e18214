"""Lists of concerns: from Today by state, and kept under a name; from the list and the palette."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, ConcernState, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.kit.toast import Toast
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.spot import TODAY
from dsl_desk.ui.today.page import TodayPage
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def recorded(afternoon: Afternoon) -> Afternoon:
    """Two new concerns, one in progress, one closed; and one about an adult."""
    with closing(afternoon._open()) as desk:
        adult = Involved(PersonRef("Sorrel Whinchat"), Involvement.SAID_TO_HAVE_DONE_IT)
        drafts = [a_concern_draft() for _ in range(4)]
        drafts.append(replace(a_concern_draft(people=(adult,)), about=About.ADULT))
        made = []
        for draft in drafts:
            afternoon.clock.advance(minutes=1)
            made.append(desk.concerns.record(draft, an_entry_id(afternoon.clock)).answer)
        for change, concern in (
            (StateChange(ConcernState.IN_PROGRESS, "Looking into it"), made[0]),
            (StateChange(ConcernState.CLOSED, "All done", "Friends again"), made[1]),
        ):
            desk.concerns.move(concern.entry.id, change, an_entry_id(afternoon.clock))
    afternoon.unlock()
    return afternoon


def today(afternoon: Afternoon) -> TodayPage:
    afternoon.window.go(TODAY)
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, TodayPage)
    return page


def concerns(afternoon: Afternoon) -> ConcernsPage:
    afternoon.at_rest()
    afternoon.at_rest()
    page = afternoon.window.stack.page
    assert isinstance(page, ConcernsPage)
    return page


def refs(page: ConcernsPage) -> list[str]:
    return [page.table.model.row(number).ref for number in range(page.table.model.rowCount())]


def choose(afternoon: Afternoon, page: ConcernsPage, state: ConcernState) -> None:
    page.filters.state.setCurrentIndex(list(ConcernState).index(state) + 1)
    page.filters.changed.emit()
    afternoon.at_rest()


def named(page: ConcernsPage) -> list[str]:
    return [page.kept.pick.itemText(at) for at in range(1, page.kept.pick.count())]


def test_that_today_counts_what_is_open_and_each_line_leads_to_its_list(
    recorded: Afternoon,
) -> None:
    page = today(recorded)
    assert page.open.total.words == "4"
    assert [line.accessibleName() for line in page.open.lines] == [
        "New, not yet assessed: 2",
        "In progress: 1",
        "Waiting on someone else: 0",
        "About adults, in Staff: 1",
    ]
    recorded.tab_to(page.open.lines[1])
    recorded.press(Qt.Key.Key_Space)
    assert refs(concerns(recorded)) == ["C-2026-001"]
    recorded.window.back()
    recorded.tab_to(today(recorded).open.lines[3])
    recorded.press(Qt.Key.Key_Space)
    assert refs(concerns(recorded)) == ["S-2026-001"]


def test_that_whoever_cannot_read_staff_is_told_no_number_of_it(recorded: Afternoon) -> None:
    assert recorded.front is not None
    recorded.front.worker.ask(
        recorded.window, lambda desk: desk.sitting.leave(Compartment.STAFF), lambda _done: None
    )
    page = today(recorded)
    recorded.wait(lambda: len(page.open.lines) == 3)
    assert page.open.total.words == "3"


def test_that_a_filter_is_kept_under_a_name_renamed_removed_and_brought_back(
    recorded: Afternoon, ask: ScriptedAsk
) -> None:
    recorded.press(Qt.Key.Key_2, CTRL)
    page = concerns(recorded)
    assert not page.kept.isVisible()
    choose(recorded, page, ConcernState.CLOSED)
    assert refs(page) == ["C-2026-002"]
    ask.will(Yes("What is done"))
    page.kept.keep.click()
    recorded.wait(lambda: named(page) == ["What is done"])
    assert page.kept.current() is not None
    assert not page.kept.keep.isVisible()
    ask.will(Yes("Closed ones"))
    page.kept.rename.click()
    recorded.wait(lambda: named(page) == ["Closed ones"])
    page.kept.remove.click()
    recorded.wait(lambda: named(page) == [])
    toast = page.findChild(Toast)
    assert toast is not None
    assert toast.link is not None
    toast.link.click()
    recorded.wait(lambda: named(page) == ["Closed ones"])


def test_that_a_kept_filter_is_applied_by_its_name_from_the_list_and_the_palette(
    recorded: Afternoon, ask: ScriptedAsk
) -> None:
    recorded.press(Qt.Key.Key_2, CTRL)
    page = concerns(recorded)
    choose(recorded, page, ConcernState.IN_PROGRESS)
    ask.will(Yes("Being looked into"))
    page.kept.keep.click()
    recorded.wait(lambda: named(page) == ["Being looked into"])
    page.filters.state.setCurrentIndex(0)
    page.filters.changed.emit()
    recorded.wait(lambda: len(refs(page)) == 4)
    assert page.kept.current() is None
    page.kept.pick.setFocus()
    recorded.press(Qt.Key.Key_Down)
    recorded.wait(lambda: refs(page) == ["C-2026-001"])
    recorded.window.go(TODAY)
    recorded.press(Qt.Key.Key_K, CTRL)
    recorded.type("looked")
    palette = recorded.window.findChild(Palette)
    assert palette is not None
    recorded.wait(lambda: palette.list.count() and "looked" in palette.list.item(0).text())
    recorded.press(Qt.Key.Key_Return)
    recorded.wait(lambda: refs(concerns(recorded)) == ["C-2026-001"])
    current = concerns(recorded).kept.current()
    assert current is not None
    assert current.draft.name == "Being looked into"


def test_that_a_name_stands_once_and_the_page_says_so(
    recorded: Afternoon, ask: ScriptedAsk
) -> None:
    recorded.press(Qt.Key.Key_2, CTRL)
    page = concerns(recorded)
    for state in (ConcernState.NEW, ConcernState.CLOSED):
        choose(recorded, page, state)
        ask.will(Yes("Mine"))
        page.kept.keep.click()
        recorded.at_rest()
    recorded.wait(page.notice.isVisible)
    assert "another filter under this name" in page.notice.words()
    ask.will(None)
    page.kept.keep.click()
    assert named(page) == ["Mine"]
