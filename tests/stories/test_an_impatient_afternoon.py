"""Somebody in a hurry: keys too early, twice, and in the wrong place. Nothing typed is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.spot import CONCERNS, NEW_CONCERN, TODAY
from tests.builders import a_concern_draft
from tests.stories.afternoon import CTRL, Afternoon

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ODD_WORDS = {
    "one very long word": "a" * 3000,
    "emoji": "She sent 🙂👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 and then nothing.",
    "from the right": "قالت إنها لا تريد العودة إلى البيت اليوم.",
    "markup": "<b>bold</b> <img src='file:///etc/hostname'> &amp; <script>",
    "many lines": "line\n" * 400,
}


def draft_of(afternoon: Afternoon) -> tuple[str, str, str]:
    draft = afternoon.form().form.draft()
    return "".join(one.who.name for one in draft.people), draft.told_by.name, draft.words


@pytest.mark.parametrize(
    "away",
    [
        lambda afternoon: afternoon.press(Qt.Key.Key_1, CTRL),
        lambda afternoon: afternoon.press(Qt.Key.Key_Escape),
        lambda afternoon: afternoon.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
        lambda afternoon: afternoon.form().later.click(),
    ],
    ids=["Ctrl 1", "Esc", "Alt Left", "Save and close"],
)
def test_that_whichever_way_the_form_is_left_at_once_what_was_typed_is_back(
    afternoon: Afternoon, away: Callable[[Afternoon], None]
) -> None:
    afternoon.unlock()
    afternoon.fill_in(a_concern_draft())
    away(afternoon)
    assert afternoon.window.stack.spot == TODAY
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert draft_of(afternoon) == ("Wren Tamarisk", "Lena Harebell", a_concern_draft().words)
    assert afternoon.form().bar.saved.words == "Your draft is back as you left it"


def test_that_a_form_left_while_it_is_recorded_does_not_come_back_as_a_draft(
    afternoon: Afternoon,
) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    afternoon.press(Qt.Key.Key_S, CTRL)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.press(Qt.Key.Key_1, CTRL)
    afternoon.at_rest()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert draft_of(afternoon) == ("", "", "")
    afternoon.lock()
    assert afternoon.how_many() == 1


def test_that_finishing_twice_records_once(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.concern()
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.lock()
    assert afternoon.how_many() == 1


def test_that_a_form_stays_when_what_is_in_it_cannot_be_sealed(
    afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    afternoon.unlock()
    afternoon.fill_in()

    def full(_self: object, _form: str, _fields: Mapping[str, str]) -> None:
        raise DiskFullError

    with monkeypatch.context() as trouble:
        trouble.setattr("dsl_desk.services.drafts.Drafts.keep", full)
        afternoon.press(Qt.Key.Key_Escape)
        assert afternoon.window.stack.spot == NEW_CONCERN
        assert "drive is full" in afternoon.form().notice.words()
        afternoon.press(Qt.Key.Key_1, CTRL)
        afternoon.press(Qt.Key.Key_N, CTRL)
        assert draft_of(afternoon)[2] == a_concern_draft().words
    afternoon.lock()
    afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert draft_of(afternoon)[2] == a_concern_draft().words


def test_that_words_added_after_an_unknown_outcome_are_not_lost(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    afternoon.press(Qt.Key.Key_S, CTRL)
    form = afternoon.form()
    draft, entry = form.form.draft(), form._entry
    # It was saved, and the answer never came home: the desk was killed in between.
    afternoon.front.worker.ask(  # type: ignore[union-attr]  # unlocked three lines above
        afternoon.window, lambda desk: desk.concerns.record(draft, entry), lambda _c: None
    )
    afternoon.at_rest()
    afternoon.leave()
    afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    afternoon.form().form.words.setFocus()
    afternoon.type(" She said it twice.")
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.at_rest()
    afternoon.press(Qt.Key.Key_1, CTRL)
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert "She said it twice." in draft_of(afternoon)[2]
    assert afternoon.finish().title == "C-2026-002"


def test_that_escape_in_the_palette_closes_the_palette_and_not_the_page(
    afternoon: Afternoon,
) -> None:
    window = afternoon.unlock()
    window.go(CONCERNS)
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.press(Qt.Key.Key_Escape)
    afternoon.wait(lambda: not window.findChildren(Palette))
    assert window.stack.spot == CONCERNS


def test_that_asking_for_the_palette_twice_opens_one(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.press(Qt.Key.Key_K, CTRL)
    assert len([p for p in window.findChildren(Palette) if p.isVisible()]) <= 1


def test_that_no_key_reaches_the_page_behind_the_palette(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.fill_in()
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.press(Qt.Key.Key_Return, CTRL)
    assert not afternoon.form().button.is_busy()
    assert window.stack.spot == NEW_CONCERN


def test_that_going_elsewhere_takes_the_palette_away(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.press(Qt.Key.Key_N, CTRL)
    afternoon.press(Qt.Key.Key_K, CTRL)
    afternoon.press(Qt.Key.Key_1, CTRL)
    afternoon.wait(lambda: not window.findChildren(Palette))
    assert window.stack.spot == TODAY


@pytest.mark.parametrize("what", ODD_WORDS)
def test_that_odd_words_are_sealed_brought_back_and_shown_as_they_were_typed(
    afternoon: Afternoon, what: str
) -> None:
    words = ODD_WORDS[what]
    afternoon.unlock((911, 570))
    afternoon.fill_in(a_concern_draft(words="x"))
    afternoon.form().form.words.setPlainText(words)
    afternoon.lock()
    window = afternoon.unlock((911, 570))
    afternoon.press(Qt.Key.Key_N, CTRL)
    assert draft_of(afternoon)[2] == words
    page = afternoon.finish()
    page.grab()
    sheet = page.sheet
    assert sheet.horizontalScrollBar().maximum() == 0, "the page scrolls sideways"
    assert window.width() == 911


def test_that_a_hundred_thousand_characters_are_recorded_and_shown(afternoon: Afternoon) -> None:
    afternoon.unlock()
    afternoon.fill_in()
    afternoon.form().form.words.setPlainText("word " * 20_000)
    page = afternoon.finish()
    page.grab()
    assert page.title == "C-2026-001"


def test_that_closing_while_recording_loses_nothing(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.fill_in()
    quits: list[bool] = []
    assert afternoon.front is not None
    afternoon.front.quit_wanted.connect(lambda: quits.append(True))
    afternoon.press(Qt.Key.Key_Return, CTRL)
    window.close()
    assert quits == [True]
    afternoon.lock()
    assert afternoon.how_many() == 1


def test_that_rapid_keys_end_where_the_last_one_leads(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    for _turn in range(12):
        for key in (Qt.Key.Key_N, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_L, Qt.Key.Key_B):
            afternoon.press(key, CTRL)
        afternoon.press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    afternoon.press(Qt.Key.Key_2, CTRL)
    afternoon.at_rest()
    assert window.stack.spot == CONCERNS
    assert afternoon.locks == ["asked"] * 12
