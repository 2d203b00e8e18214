from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.radio import Choice
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.theme.voice import Family

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WHEN = "When were you told?"
TODAY = "Enter a time today or earlier, for example 08:45"


def test_that_the_label_is_the_name_and_the_hint_the_description(qtbot: QtBot) -> None:
    line = Line()
    field = Field("Who told you?", line, "A name, or “prefers not to say”")
    qtbot.addWidget(field)
    assert line.accessibleName() == "Who told you?"
    assert line.accessibleDescription() == "A name, or “prefers not to say”"


def test_that_optional_is_part_of_the_name(qtbot: QtBot) -> None:
    line = Line()
    field = Field("Your name", line, optional="(optional)")
    qtbot.addWidget(field)
    assert line.accessibleName() == "Your name (optional)"


def test_that_a_choice_is_named_by_its_own_words_and_told_the_question(qtbot: QtBot) -> None:
    both = QWidget()
    row = QVBoxLayout(both)
    yes, no = Choice("Yes"), Choice("No")
    row.addWidget(yes)
    row.addWidget(no)
    both.setFocusProxy(yes)
    field = Field("Is everybody safe now?", both)
    qtbot.addWidget(field)
    names = [
        QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name) for one in (yes, no)
    ]
    assert names == ["Yes", "No"]
    assert both.accessibleName() == "Is everybody safe now?"
    assert no.accessibleDescription() == "Is everybody safe now?"
    field.show_error("Choose one")
    assert yes.accessibleDescription() == "Is everybody safe now? Choose one"


def test_that_an_error_becomes_the_description_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    line = Line("Fri 20/11/2026")
    field = Field(WHEN, line, "Day and time")
    qtbot.addWidget(field)
    field.show_error(TODAY)
    assert line.accessibleDescription() == TODAY
    assert field.error() == TODAY
    assert line.text() == "Fri 20/11/2026"
    field.clear_error()
    assert line.accessibleDescription() == "Day and time"
    assert field.error() == ""


def test_that_an_error_stands_between_label_and_control_beside_its_icon(qtbot: QtBot) -> None:
    line = Line()
    field = Field(WHEN, line)
    qtbot.addWidget(field)
    field.show_error(TODAY)
    field.show()
    label, error = (
        next(each for each in field.findChildren(Label) if each.words == words)
        for words in (WHEN, TODAY)
    )
    icon = next(each for each in field.findChildren(IconView) if each.icon is Icon.CIRCLE_ALERT)
    tops = [each.mapTo(field, QPoint(0, 0)).y() for each in (label, error, line)]
    assert tops == sorted(tops)
    assert icon.isVisible()


@pytest.mark.parametrize("control", [Line, Lines, PassphraseLine])
def test_that_an_error_paints_the_edge_red(
    qtbot: QtBot, control: type[Line | Lines | PassphraseLine]
) -> None:
    inner = control()
    field = Field(WHEN, inner)
    qtbot.addWidget(field)
    field.show()
    edge = inner.grab().toImage().pixelColor(0, 18).rgb()
    assert edge != theme().colour(Meaning.RED).rgb()
    field.show_error(TODAY)
    assert inner.grab().toImage().pixelColor(1, 18).rgb() == theme().colour(Meaning.RED).rgb()


def test_that_an_error_does_not_move_what_was_typed(qtbot: QtBot) -> None:
    line = Line("Fri")
    field = Field(WHEN, line)
    qtbot.addWidget(field)
    field.show()
    height, left = line.height(), line.cursorRect().left()
    field.show_error(TODAY)
    field.adjustSize()
    assert (line.height(), line.cursorRect().left()) == (height, left)


def test_that_a_fixed_line_cannot_be_typed_into_and_makes_room_for_its_padlock(
    qtbot: QtBot,
) -> None:
    line = Line("C-2026-041").fix()
    qtbot.addWidget(line)
    line.show()
    QTest.keyClicks(line, "9")
    assert line.text() == "C-2026-041"
    assert line.textMargins().left() > 0


def test_that_their_words_are_set_in_serif_and_ours_in_sans(qtbot: QtBot) -> None:
    theirs, ours = Lines(verbatim=True), Lines()
    qtbot.addWidget(theirs)
    qtbot.addWidget(ours)
    assert theirs.font().family() == Family.SERIF.value
    assert ours.font().family() == Family.SANS.value


def test_that_tab_leaves_the_lines_and_is_never_written(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    lines, after = Lines(), Line()
    column.addWidget(lines)
    column.addWidget(after)
    with qtbot.waitActive(page):
        page.show()
    lines.setFocus()
    QTest.keyClick(lines, Qt.Key.Key_Tab)
    assert lines.text() == ""
    assert after.hasFocus()


def test_that_lines_without_undo_cannot_bring_back_what_was_deleted(qtbot: QtBot) -> None:
    lines = Lines(undo=False)
    qtbot.addWidget(lines)
    QTest.keyClicks(lines, "a name")
    lines.selectAll()
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    lines.undo()
    assert lines.text() == ""


def test_that_a_pick_has_a_name_and_letters_jump(qtbot: QtBot) -> None:
    pick = Pick(["By telephone", "In person", "By letter"], "How?")
    qtbot.addWidget(pick)
    pick.show()
    assert pick.accessibleName() == "How?"
    assert pick.accessibleDescription() == "How?"  # as a name a reader may be told the choice
    QTest.keyClick(pick, Qt.Key.Key_I)
    assert pick.currentText() == "In person"


def test_that_a_page_scrolled_under_the_mouse_does_not_change_a_pick(qtbot: QtBot) -> None:
    pick = Pick(["By telephone", "In person"], "How?")
    qtbot.addWidget(pick)
    pick.show()
    middle = QPointF(pick.rect().center())
    turn = QWheelEvent(
        middle,
        pick.mapToGlobal(middle),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # Qt's own signature
    )
    QApplication.sendEvent(pick, turn)
    assert pick.currentText() == "By telephone"


def test_that_what_was_typed_is_never_read_as_markup(qtbot: QtBot) -> None:
    for label in (Label("<b>six</b> & <i>seven</i>"), Label("<b>six</b> & <i>seven</i>").wrapped()):
        qtbot.addWidget(label)
        label.resize(400, 60)
        document = label.text()
        assert label.words == "<b>six</b> & <i>seven</i>"
        assert "<b>" not in document or label.textFormat() is Qt.TextFormat.PlainText
