from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.services.staffroom import ALBAN
from tests.stories.vault_day import VaultDay

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


def test_that_the_choice_holds_at_once_and_after_the_next_unlock(afternoon: Afternoon) -> None:
    day = VaultDay(afternoon)
    page = day.page()
    window = afternoon.window
    afternoon.wait(lambda: page.lock.choices.choice() == 1)
    assert window.top_bar._clock.text() == "10:00"
    page.lock.choices.setFocus()
    page.lock.choices._group.button(1).setFocus()
    afternoon.press(Qt.Key.Key_Right)
    afternoon.wait(lambda: window.top_bar._clock.text() == "15:00")
    afternoon.lock()
    page = day.page()
    assert afternoon.window.top_bar._clock.text() == "15:00"
    afternoon.wait(lambda: page.lock.choices.choice() == 2)
    said = [row.words.words for row in page.ledger.lines]
    assert "Maya Fernsby changed how long the desk stays unlocked (School)" in said
    page.lock.choices._group.button(0).click()
    afternoon.wait(lambda: afternoon.window._clock.seconds_left == 300)
    afternoon.clock.advance(minutes=5)
    afternoon.window._clock.look()
    assert afternoon.locks == ["idle"]


def test_that_who_may_not_choose_sees_it_put_back_with_the_reason(afternoon: Afternoon) -> None:
    day = VaultDay(afternoon)
    day.school.add_everybody()
    afternoon.member, afternoon.key = day.school.ids[ALBAN], day.school.keys[ALBAN]
    page = day.page()
    afternoon.wait(lambda: page.lock.choices.choice() == 1)
    page.lock.choices._group.button(2).click()
    afternoon.wait(page.lock.notice.words)
    assert page.lock.choices.choice() == 1
