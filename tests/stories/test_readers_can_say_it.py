"""Every control of every page has a name for readers, and Tab reaches it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.domain.bug import Bug
from dsl_desk.ui.errors.bug_window import BugWindow
from dsl_desk.ui.gate.window import GateWindow
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import IMPORT, NEW, NEW_CONCERN, NEW_MEMBER, TWICE, Spot
from tests.builders import nowhere
from tests.stories.people_day import added, read

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from tests.stories.afternoon import Afternoon


def controls_of(window: QWidget) -> list[QWidget]:
    """Return every visible control that Tab should reach."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and widget.focusProxy() is None
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def nameless(window: QWidget) -> list[str]:
    found = []
    for widget in controls_of(window):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def reached_from(start: QWidget) -> set[QWidget]:
    """Press Tab until we are where we began."""
    start.setFocus()
    reached: set[QWidget] = set()
    while (focus := QApplication.focusWidget()) is not None and focus not in reached:
        reached.add(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return reached


def assert_audited(window: QWidget) -> None:
    controls = controls_of(window)
    assert controls
    assert nameless(window) == []
    left = set(controls) - reached_from(controls[0])
    # In a group of which one is chosen, Tab reaches the chosen one and arrows the others.
    left = {widget for widget in left if not getattr(widget, "autoExclusive", bool)()}
    assert [f"{type(widget).__name__} {widget.objectName()}" for widget in left] == []


SPOTS = [
    *(Spot(place) for place in Place),
    NEW_CONCERN,
    NEW_MEMBER,
    *(Spot(Place.PEOPLE, what) for what in (NEW, IMPORT, TWICE)),
]


@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: f"{spot.place.name}{spot.what}")
@pytest.mark.parametrize("count", [0, 2])
def test_that_every_control_of_every_page_has_a_name_and_tab_reaches_it(
    afternoon: Afternoon, spot: Spot, count: int
) -> None:
    if count:
        afternoon.recorded(count)
    window = afternoon.unlock()
    window.go(spot)
    afternoon.at_rest()
    assert_audited(window)


def test_that_the_page_of_a_concern_can_be_said_and_reached(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    afternoon.fill_in()
    afternoon.finish()
    assert_audited(window)


def test_that_the_pages_of_a_person_can_be_said_and_reached(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    page = added(afternoon, "Wren", "Tamarisk")
    assert_audited(window)
    for wish in ("change", "file"):
        getattr(page, wish).click()
        afternoon.at_rest()
        assert_audited(window)
        window.back()
        page = read(afternoon)


def test_that_the_palette_can_be_said(afternoon: Afternoon) -> None:
    window = afternoon.unlock()
    window.open_palette()
    assert nameless(window) == []


@pytest.mark.parametrize("stands", [True, False])
def test_that_the_gate_can_be_said_and_reached(
    afternoon: Afternoon, clock: FakeClock, tmp_path: Path, qtbot: QtBot, *, stands: bool
) -> None:
    gate = GateWindow(
        FolderEntrance(afternoon.folder if stands else tmp_path / "new", nowhere(clock))
    )
    qtbot.addWidget(gate)
    gate.cover("start", clock.now().isoformat(), {})
    qtbot.waitUntil(gate.isActiveWindow)
    assert_audited(gate)


def test_that_the_bug_window_can_be_said_and_its_report_holds_places_only(
    qtbot: QtBot, qapp: QApplication
) -> None:
    bug = Bug("7C3B-11CA", "ValueError", ("dsl_desk/ui/today/page.py:12",))
    window = BugWindow(bug, "0.1.0")
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    assert_audited(window)
    window.copy.click()
    report = qapp.clipboard().text()
    assert report.splitlines()[0] == "Code 7C3B-11CA"
    assert report.splitlines()[2:] == ["ValueError", "dsl_desk/ui/today/page.py:12"]
    assert window.copy.text() == "Copied"
    window.go_on.click()
    assert not window.isVisible()
