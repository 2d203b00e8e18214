from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFocusFrame, QLabel, QScrollArea, QWidget

import dsl_desk.ui.kit
from dsl_desk.ui.gallery.page import GalleryPage
from dsl_desk.ui.kit.duty import DutyList
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.slip import Slip
from dsl_desk.ui.kit.table.pager import Pager
from dsl_desk.ui.theme.look import Look, Scheme, TextSize
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import dress, theme
from tests.dressing import in_light

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[3] / "resources"
# A slip appears beside a chip or a mark that is hovered; a page is what the gallery itself is.
OPENED_BY_OTHERS = {Slip, Page}
SIZES = ((1366, 768), (1024, 640))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    in_light(qapp)


def a_gallery(qtbot: QtBot, width: int = 1366, height: int = 768) -> GalleryPage:
    page = GalleryPage()
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    return page


def widgets_of_the_kit() -> set[type[QWidget]]:
    found: set[type[QWidget]] = set()
    for module in pkgutil.walk_packages(dsl_desk.ui.kit.__path__, "dsl_desk.ui.kit."):
        for thing in vars(importlib.import_module(module.name)).values():
            ours = isinstance(thing, type) and thing.__module__ == module.name
            if ours and issubclass(thing, QWidget):
                found.add(thing)
    return found


def test_that_every_widget_of_the_kit_is_shown(qtbot: QtBot) -> None:
    page = a_gallery(qtbot)
    shown = {kind for widget in page.findChildren(QWidget) for kind in type(widget).__mro__}
    missing = widgets_of_the_kit() - shown - OPENED_BY_OTHERS
    assert {kind.__name__ for kind in missing} == set()


@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_that_it_never_scrolls_sideways(
    qtbot: QtBot, qapp: QApplication, text: TextSize, width: int, height: int
) -> None:
    dress(qapp, RESOURCES, Look(Scheme.LIGHT, text))
    page = a_gallery(qtbot, width, height)
    sheet = page.findChild(QWidget, "gallerySheet")
    assert isinstance(sheet, QWidget)
    assert sheet.width() <= width


@pytest.mark.parametrize("text", TextSize)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_that_no_words_are_cut(
    qtbot: QtBot, qapp: QApplication, text: TextSize, width: int, height: int
) -> None:
    dress(qapp, RESOURCES, Look(Scheme.DARK, text))
    page = a_gallery(qtbot, width, height)
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()
        else:
            assert label.width() >= label.sizeHint().width(), label.text()


def test_that_what_takes_the_focus_out_of_sight_is_ringed_when_it_scrolls_in(
    qtbot: QtBot,
) -> None:
    page = a_gallery(qtbot)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    pager = page.findChild(Pager)
    scroll = page.findChild(QScrollArea)
    assert isinstance(pager, Pager)
    assert isinstance(scroll, QScrollArea)
    pager.further.setFocus()
    scroll.ensureWidgetVisible(pager)
    ring = page.findChild(QFocusFrame)
    assert isinstance(ring, QFocusFrame)
    assert ring.isVisible()
    corner = pager.further.mapToGlobal(QPoint(0, 0))
    assert ring.rect().contains(ring.mapFromGlobal(corner))


def test_that_columns_follow_the_width(qtbot: QtBot) -> None:
    page = a_gallery(qtbot)
    for width, across in ((1366, 3), (1024, 2), (640, 1)):
        page.resize(width, 768)
        assert page.across == across


def test_that_a_change_of_look_reaches_every_part(qtbot: QtBot, qapp: QApplication) -> None:
    page = a_gallery(qtbot)
    duties = page.findChildren(DutyList)[0]
    before = duties.height()
    dress(qapp, RESOURCES, Look(Scheme.DARK, TextSize.LARGEST))
    qtbot.waitUntil(lambda: duties.height() > before)
    corner = page.grab().toImage().pixelColor(4, 4).name()
    assert corner == theme().colour(Meaning.CANVAS).name()
    row = duties.grab().toImage().pixelColor(6, duties.height() - 12).name()
    assert row == theme().colour(Meaning.SURFACE).name()
