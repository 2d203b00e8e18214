"""The frame around every page: keys, rail, top bar, regions, looks, the lock clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.kit.question import Yes
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.toast import Toast
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT
from dsl_desk.ui.shell.commands import commands
from dsl_desk.ui.shell.lock_clock import LockClock
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.rail import NARROW
from dsl_desk.ui.shell.spot import CONCERNS, NEW_CONCERN, TODAY, Spot
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.theme import theme
from tests.stories.afternoon import ALT, CTRL, SHIFT, Afternoon
from tests.stories.test_the_way_out import answer_whom, next_step, the_way_out

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from tests.fakes.ask import ScriptedAsk
    from tests.fakes.clock import FakeClock

WITH_DIGIT = [place for place in Place if place.digit]
DIGITS = [Qt.Key(ord(place.digit)) for place in WITH_DIGIT]


def inside(outer: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is outer or outer.isAncestorOf(focus))


@pytest.mark.parametrize("place", WITH_DIGIT, ids=lambda place: place.name)
def test_that_ctrl_and_a_digit_lead_to_each_place_and_focus_lands_on_its_title(
    afternoon: Afternoon, place: Place
) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    afternoon.press(Qt.Key(ord(place.digit)), CTRL)
    assert window.stack.spot == Spot(place)
    assert afternoon.focus().objectName() == "pageTitle"
    assert afternoon.focus().accessibleName().startswith(place.words)


def test_that_ctrl_n_opens_the_form_with_the_focus_in_its_first_question(
    afternoon: Afternoon,
) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert window.stack.spot == NEW_CONCERN
    assert afternoon.focus() is afternoon.form().form.first.people.line


def test_that_ctrl_l_and_the_button_ask_for_the_lock(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_L, CTRL)
    window.top_bar.lock.click()
    assert afternoon.locks == ["asked", "asked"]


def test_that_alt_left_and_esc_lead_back(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    for spot in (CONCERNS, Spot(Place.PEOPLE)):
        window.go(spot)
    afternoon.press(Qt.Key.Key_Left, ALT)
    assert window.stack.spot == CONCERNS
    afternoon.press(Qt.Key.Key_Escape)
    assert window.stack.spot == TODAY


def test_that_ctrl_b_folds_the_rail_and_unfolds_it(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_B, CTRL)
    assert window.rail.width() == NARROW
    afternoon.press(Qt.Key.Key_B, CTRL)
    assert window.rail.width() > NARROW


def test_that_ctrl_s_seals_the_draft_at_once_and_says_so(afternoon: Afternoon) -> None:
    afternoon.unlock()
    form = afternoon.fill_in()
    afternoon.press(Qt.Key.Key_S, CTRL)
    assert form.bar.saved.words == "Draft saved 12:14, sealed to you"


def test_that_f6_walks_through_the_regions_and_shift_f6_back(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    page = afternoon.form()
    way = [page.panel, page.bar, window.rail, window.top_bar, page.form]
    for region in way:
        afternoon.press(Qt.Key.Key_F6)
        assert inside(region), region
    for region in (window.top_bar, window.rail, page.bar, page.panel, page.form):
        afternoon.press(Qt.Key.Key_F6, SHIFT)
        assert inside(region), region


BUILT = {
    Shortcut.SEARCH,
    Shortcut.RECORD_CONCERN,
    Shortcut.LOCK,
    *(shortcut for shortcut in Shortcut if shortcut.name.startswith("RAIL_")),
    Shortcut.COLLAPSE_RAIL,
    Shortcut.BACK,
    Shortcut.NEXT_REGION,
    Shortcut.REGION_BEFORE,
    Shortcut.FIND_ON_PAGE,
    Shortcut.SAVE,
    Shortcut.FINISH,
    Shortcut.EXPORT,
    Shortcut.STEP_BACK,
    Shortcut.EXPLAIN,
}


def test_that_no_key_is_bound_twice_and_each_built_one_is_bound(afternoon: Afternoon) -> None:
    from PySide6.QtGui import QShortcut  # noqa: PLC0415 - beside its only use

    window = afternoon.unlock()
    own = [key for key in window.findChildren(QShortcut) if key.parent() is window]
    bound = [key.key().toString() for key in own]
    assert len(bound) == len(set(bound))
    assert {shortcut.keys.toString() for shortcut in BUILT} == set(bound)


@pytest.mark.parametrize(
    ("width", "narrow", "initials"), [(1366, False, False), (1239, True, False), (1179, True, True)]
)
def test_that_rail_and_member_chip_fold_with_the_window(
    afternoon: Afternoon, width: int, *, narrow: bool, initials: bool
) -> None:
    window = afternoon.unlock((width, 700))
    assert window.rail.narrow is narrow
    assert (window.top_bar.chip.sizeHint().width() < 40) is initials
    assert window.top_bar.lock._caps_fit() is not initials


@pytest.mark.parametrize("text", TextSize, ids=lambda text: text.name)
def test_that_nothing_is_cut_in_a_small_window_at_any_text_size(
    afternoon: Afternoon, text: TextSize
) -> None:
    window = afternoon.unlock((911, 570))
    window.look_wanted.emit(Look(Scheme.LIGHT, text))
    afternoon.at_rest()
    assert theme().look.text is text
    window.grab()
    assert window.width() == 911
    bar = window.top_bar
    for widget in (bar.search, bar.chip, bar.lock, bar.record):
        assert widget.geometry().right() <= bar.width()
        assert widget.width() >= widget.minimumSizeHint().width()
    for label in bar.findChildren(QLabel):
        assert label.width() >= label.sizeHint().width(), label.text()


def test_that_the_member_chip_offers_looks_and_sizes_and_the_choice_is_worn(
    afternoon: Afternoon,
) -> None:
    window = afternoon.unlock()
    menu = window.top_bar.chip.menu()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert [words for words, action in actions.items() if action.isChecked()] == [
        "Light",
        "Standard text",
    ]
    actions["Dark"].trigger()
    assert theme().look == Look(Scheme.DARK, TextSize.STANDARD)
    actions["Largest text"].trigger()
    assert theme().look == Look(Scheme.DARK, TextSize.LARGEST)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_that_the_member_chip_opens_its_menu_by_key(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    window.top_bar.chip.setFocus()
    afternoon.press(Qt.Key.Key_Space)
    afternoon.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def test_that_the_palette_finds_by_first_letters_does_and_gives_the_focus_back(
    afternoon: Afternoon,
) -> None:
    window = afternoon.unlock()
    before = afternoon.focus()
    afternoon.press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette is not None
    offered = commands(window.go, window.lock, window.rail.offered(), window.stack.spot)
    assert palette.list.count() == len(offered) > len(Place)
    afternoon.type("nothing is called this")
    assert palette.list.isHidden()
    afternoon.press(Qt.Key.Key_Return)
    palette.line.clear()
    afternoon.type("go dec")
    assert palette.list.count() == 1
    afternoon.press(Qt.Key.Key_Return)
    assert window.stack.spot == Spot(Place.DECLARATIONS)
    window.go(TODAY)
    window.top_bar.search.click()
    afternoon.press(Qt.Key.Key_Escape)
    assert afternoon.focus() is before


def test_that_the_palette_locks_with_two_keys(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.press(Qt.Key.Key_Down)
    afternoon.press(Qt.Key.Key_Return)
    assert afternoon.locks == ["asked"]


def last_call(afternoon: Afternoon, clock: FakeClock) -> LockClock:
    counting = afternoon.window.findChild(LockClock)
    assert counting is not None
    clock.advance(minutes=9, seconds=10)
    counting.look()
    return counting


def test_that_a_minute_before_the_lock_somebody_may_stay(
    afternoon: Afternoon, ask: ScriptedAsk, clock: FakeClock
) -> None:
    afternoon.unlock()
    ask.will(Yes())
    counting = last_call(afternoon, clock)
    assert counting.seconds_left == 600
    assert afternoon.locks == []


def test_that_escape_at_the_last_call_locks(
    afternoon: Afternoon, ask: ScriptedAsk, clock: FakeClock
) -> None:
    afternoon.unlock()
    ask.will(None)
    last_call(afternoon, clock)
    assert afternoon.locks == ["asked"]


def test_that_a_saved_copy_is_said_in_a_toast(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = the_way_out(afternoon)
    window = afternoon.window
    ask.will(tmp_path / "copy.pdf")
    answer_whom(page)
    for step in (WHAT, HOW, PAGES):
        next_step(afternoon, page, step)
    assert window.stack.findChild(Toast) is None
    next_step(afternoon, page, GONE)
    afternoon.wait(lambda: window.stack.findChild(Toast))
    toast = window.stack.findChild(Toast)
    assert toast is not None
    assert toast._words == "Saved as copy.pdf"


def test_that_the_rail_counts_what_is_recorded(afternoon: Afternoon) -> None:
    afternoon.recorded(3)
    window = afternoon.unlock()
    afternoon.at_rest()
    item = window.rail._items[Place.CONCERNS]
    assert item.accessibleName() == "Concerns, 3 open"
    item.click()
    assert window.stack.spot == CONCERNS


def test_that_no_window_but_the_desk_is_shown_whatever_page_is_opened(
    afternoon: Afternoon,
) -> None:
    # A window of a story before this one may not have been cleared away yet.
    before = {top for top in QApplication.topLevelWidgets() if top.isVisible()}
    window = afternoon.unlock()
    for place in Place:
        window.go(Spot(place))
        shown = {top for top in QApplication.topLevelWidgets() if top.isVisible()} - before
        assert shown == {window}
    window.go(NEW_CONCERN)
    assert isinstance(window.stack.page, RecordPage)
    assert {top for top in QApplication.topLevelWidgets() if top.isVisible()} - before == {window}
