from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from dsl_desk.ui.kit.cited import Cited
from dsl_desk.ui.kit.moment import DayOfMoments, Moment, NewVersion
from dsl_desk.ui.kit.timeline import DayHeading, Timeline
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CONCERN = Moment(
    "09:02",
    Icon.NOTEBOOK_PEN,
    "Concern C-2026-041",
    quote="“nobody wants u”",
    author="Maya Fernsby",
    clause=Cited("IoW 6.3"),
    versions=(NewVersion(2, "Time changed from 18:40 to 19:40.", "Wren checked her phone."),),
)
TOLD = Moment("08:45", Icon.PHONE_INCOMING, "Told by Lena Harebell", chain=False)
DAYS = (
    DayOfMoments("Tuesday 17 November 2026", (CONCERN, TOLD)),
    DayOfMoments("Friday 9 October 2026", (TOLD,)),
)


def a_timeline(qtbot: QtBot, width: int = 700) -> Timeline:
    timeline = Timeline(DAYS)
    qtbot.addWidget(timeline)
    timeline.resize(width, 600)
    with qtbot.waitActive(timeline):
        timeline.show()
        timeline.activateWindow()
    return timeline


def test_that_a_reader_hears_time_title_clause_quote_author_and_versions() -> None:
    assert CONCERN.spoken() == (
        "09:02. Concern C-2026-041. Clause IoW 6.3. Word for word: “nobody wants u”. "
        "By Maya Fernsby. Version 2. Time changed from 18:40 to 19:40. "
        "Reason: Wren checked her phone."
    )


def test_that_a_version_without_a_reason_claims_none() -> None:
    assert NewVersion(3, "Address added.").spoken() == "Version 3. Address added."


def test_that_what_was_said_is_not_in_the_repr() -> None:
    assert "nobody" not in repr(CONCERN)
    assert "Harebell" not in repr(TOLD)


def test_that_arrows_home_and_end_move_between_items(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.items[0].setFocus()
    for key, at in (
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Home, 0),
    ):
        focused = next(item for item in timeline.items if item.hasFocus())
        QTest.keyClick(focused, key)
        assert timeline.items[at].hasFocus()


def test_that_enter_opens_the_moment_in_focus(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.items[1].setFocus()
    with qtbot.waitSignal(timeline.opened) as seen:
        QTest.keyClick(timeline.items[1], Qt.Key.Key_Return)
    assert seen.args == [TOLD]


def test_that_compare_names_the_moment_and_the_version(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    button = timeline.findChild(QPushButton, "compare")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(timeline.compare_wanted) as seen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert seen.args == [CONCERN, 2]


def test_that_the_evidence_chain_has_accent_nodes_and_contacts_grey_ones(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    for item, meaning in ((timeline.items[0], Meaning.ACCENT), (timeline.items[1], None)):
        picture = item.grab().toImage()
        row = {picture.pixelColor(x, 16).name() for x in range(50, 90)}
        assert (theme().colour(Meaning.ACCENT).name() in row) is (meaning is Meaning.ACCENT)


def test_that_the_line_joins_items_of_a_day_and_ends_with_it(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    assert [item.joined for item in timeline.items] == [True, False, False]


def test_that_a_narrow_timeline_cuts_no_words(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot, 360)
    for item in timeline.items:
        assert item.height() >= item.heightForWidth(item.width())


def test_that_new_days_take_the_place_of_old_ones(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.show_days(DAYS[1:])
    assert len(timeline.items) == 1


MANY = (DayOfMoments("Thursday 19 November 2026", (TOLD,) * 35),)


def headings(timeline: Timeline) -> list[str]:
    return [one.accessibleName() for one in timeline.findChildren(DayHeading) if one.isVisible()]


def test_that_many_moments_are_put_up_some_at_a_time_and_all_of_them(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.show_days(MANY)
    assert 0 < len(timeline.items) < 35
    qtbot.waitUntil(lambda: len(timeline.items) == 35)
    assert headings(timeline) == ["Thursday 19 November 2026"]
    assert [item.joined for item in timeline.items] == [True] * 34 + [False]


def test_that_end_leads_to_the_last_before_all_are_put_up(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.show_days(MANY)
    timeline.items[0].setFocus()
    QTest.keyClick(timeline.items[0], Qt.Key.Key_End)
    assert len(timeline.items) == 35
    assert timeline.items[-1].hasFocus()


def test_that_new_days_end_the_waiting_of_old_ones(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    timeline.show_days(MANY)
    timeline.show_days(DAYS[1:])
    qtbot.waitUntil(lambda: not timeline._next.isActive())
    assert len(timeline.items) == 1
    assert headings(timeline) == ["Friday 9 October 2026"]


def test_that_what_is_further_back_goes_on_with_the_day_above_it(qtbot: QtBot) -> None:
    timeline = a_timeline(qtbot)
    first = timeline.items[0]
    timeline.add_days((DayOfMoments("", (TOLD,)), DayOfMoments("Monday 5 October 2026", (TOLD,))))
    qtbot.waitUntil(timeline.items[-1].isVisible)
    assert timeline.items[0] is first
    assert [item.joined for item in timeline.items] == [True, False, True, False, False]
    assert headings(timeline)[2:] == ["Monday 5 October 2026"]
