"""Taking a part of the screen: after the stop and never before, and what the system refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from dsl_desk.domain.stop_errors import ScreenGrabError, ScreenTrouble
from dsl_desk.ui.evidence.region_picker import RegionPicker
from dsl_desk.ui.evidence.screen import Screen
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from tests.services.looking import a_picture, a_viewing_of
from tests.stories.afternoon import SHIFT
from tests.stories.looking_day import decide, page_of, words_on

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.ui.evidence.viewing_page import ViewingPage
    from tests.stories.afternoon import Afternoon

WIDE, HIGH = 800, 600


class StillScreen:
    """A screen that is not this machine's: half of it dark, half of it bright."""

    def __init__(self) -> None:
        self.looked = 0
        self.refused: ScreenTrouble | None = None
        self.hidden = False

    def still(self, window: QWidget) -> QImage:
        self.looked += 1
        self.hidden = window.isHidden()
        if self.refused is not None:
            raise ScreenGrabError(self.refused)
        image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
        image.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(image)
        painter.fillRect(QRect(0, 0, WIDE // 2, HIGH), Qt.GlobalColor.darkBlue)
        painter.end()
        return image


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> StillScreen:
    still = StillScreen()
    monkeypatch.setattr(Screen, "still", lambda _real, window: still.still(window))
    return still


@pytest.fixture
def looking(afternoon: Afternoon, screen: StillScreen) -> ViewingPage:
    assert not screen.looked
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    page.capture.card.shows.setText("Post naming Wren and mocking her")
    page.capture.card.address.setText("instagram.com/6h.secrets")
    return page


def picker(afternoon: Afternoon) -> RegionPicker:
    def shown() -> list[RegionPicker]:
        tops = QApplication.topLevelWidgets()
        return [top for top in tops if isinstance(top, RegionPicker) and top.isVisible()]

    afternoon.wait(shown)
    [found] = shown()
    return found


def test_that_the_screen_is_not_looked_at_before_no_and_not_with_the_app_on_it(
    afternoon: Afternoon, looking: ViewingPage, screen: StillScreen
) -> None:
    card, capture = looking.capture.card, looking.capture
    assert not card.from_screen.isEnabled()
    card.from_screen.click()
    capture.take_from_screen()
    capture.stop.unsure.click()
    capture.take_from_screen()
    afternoon.at_rest()
    assert not screen.looked


def test_that_a_part_of_the_screen_is_chosen_with_the_keys_and_kept(
    afternoon: Afternoon, looking: ViewingPage, screen: StillScreen
) -> None:
    looking.capture.stop.no.click()
    looking.capture.card.from_screen.click()
    region = picker(afternoon)
    assert screen.hidden
    before = QRect(region.box)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        afternoon.qtbot.keyClick(region, key)
        afternoon.qtbot.keyClick(region, key, SHIFT)
    moved = QRect(before.left() + 8, before.top() + 8, before.width() + 8, before.height() + 8)
    assert region.box == moved
    afternoon.qtbot.keyClick(region, Qt.Key.Key_Return)
    afternoon.wait(lambda: looking.capture.list.buttons)
    afternoon.at_rest()
    assert afternoon.window.isVisible()
    assert looking.capture.stop.answer() is None
    looking.capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    afternoon.wait(lambda: "PNG picture" in words_on(viewer.facts))
    assert f"{moved.width()} by {moved.height()}" in words_on(viewer.facts)


def test_that_a_part_is_chosen_with_the_mouse(
    afternoon: Afternoon, looking: ViewingPage, screen: StillScreen
) -> None:
    looking.capture.stop.no.click()
    looking.capture.card.from_screen.click()
    region = picker(afternoon)
    start, end = QRect(100, 200, 240, 160).topLeft(), QRect(100, 200, 240, 160).bottomRight()
    afternoon.qtbot.mousePress(region, Qt.MouseButton.LeftButton, pos=start)
    afternoon.qtbot.mouseMove(region, pos=end)
    afternoon.qtbot.mouseRelease(region, Qt.MouseButton.LeftButton, pos=end)
    assert region.box == QRect(100, 200, 240, 160)
    region.take.click()
    afternoon.wait(lambda: looking.capture.list.buttons)
    assert screen.looked == 1


def test_that_escape_takes_nothing_and_asks_anew(
    afternoon: Afternoon, looking: ViewingPage, screen: StillScreen
) -> None:
    looking.capture.stop.no.click()
    looking.capture.card.from_screen.click()
    afternoon.qtbot.keyClick(picker(afternoon), Qt.Key.Key_Escape)
    afternoon.wait(afternoon.window.isVisible)
    afternoon.at_rest()
    assert screen.looked == 1
    assert not looking.capture.list.buttons
    assert looking.capture.stop.answer() is None
    assert looking.capture.card.shows.text()


def test_that_what_the_system_refuses_is_told_in_words(
    afternoon: Afternoon, looking: ViewingPage, screen: StillScreen
) -> None:
    screen.refused = ScreenTrouble.PERMISSION
    looking.capture.stop.no.click()
    looking.capture.card.from_screen.click()
    afternoon.wait(lambda: "has not let DSL Desk see the screen" in words_on(looking))
    assert afternoon.window.isVisible()
    assert not looking.capture.list.buttons


def test_that_a_desktop_that_lets_nobody_look_is_told_before(
    afternoon: Afternoon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "wayland")
    afternoon.unlock()
    page = decide(afternoon, a_viewing_of(afternoon.member, afternoon.clock))
    assert not page.capture.card.from_screen.isVisible()
    assert "Wayland" in words_on(page)
    with pytest.raises(ScreenGrabError):
        Screen().still(afternoon.window)


def test_that_after_pasting_the_copies_elsewhere_are_asked_for_and_the_clipboard_is_emptied(
    afternoon: Afternoon, looking: ViewingPage
) -> None:
    assert "snipping tool may keep a copy" in words_on(looking)
    QGuiApplication.clipboard().setImage(QImage.fromData(a_picture()))
    looking.capture.stop.no.click()
    looking.capture.paste()
    copies = looking.capture.card.copies
    afternoon.wait(copies.isVisible)
    copies.done.click()
    assert not copies.isVisible()
    assert QGuiApplication.clipboard().image().isNull()
