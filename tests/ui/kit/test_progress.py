from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.progress import Progress
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.theme import theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_progress_is_said_in_words_and_to_readers(qtbot: QtBot) -> None:
    progress = Progress("Backing up")
    qtbot.addWidget(progress)
    progress.show_progress(0.62, "About 20 seconds. You can keep working.")
    words = [label.words for label in progress.findChildren(Label)]
    assert words == ["Backing up", "62%", "About 20 seconds. You can keep working."]
    assert progress.bar.accessibleName() == "Backing up"
    assert progress.bar.value() == 62


def test_that_the_bar_is_filled_as_far_as_the_work_is(qtbot: QtBot) -> None:
    progress = Progress("Backing up")
    qtbot.addWidget(progress)
    progress.resize(400, 60)
    progress.show()
    progress.show_progress(0.5)
    picture = progress.bar.grab().toImage()
    middle = picture.height() // 2
    done, left = (picture.pixelColor(x, middle).rgb() for x in (150, 250))
    assert done == theme().colour(Meaning.ACCENT).rgb()
    assert left == theme().colour(Meaning.LINE).rgb()


def test_that_what_can_be_stopped_has_its_link_and_nothing_else_has(qtbot: QtBot) -> None:
    progress, steady = Progress("Backing up", "Stop the backup"), Progress("Checking")
    for each in (progress, steady):
        qtbot.addWidget(each)
        each.show()
    assert steady.cancel.isHidden()
    with qtbot.waitSignal(progress.cancel_wanted):
        QTest.keyClick(progress.cancel, Qt.Key.Key_Space)


@pytest.mark.parametrize("shortcut", Shortcut)
def test_that_every_shortcut_is_a_key_that_qt_knows(shortcut: Shortcut) -> None:
    keys = shortcut.keys
    assert keys.count() == 1
    assert keys.toString(QKeySequence.SequenceFormat.PortableText) == shortcut.value
    assert "+" not in shortcut.words
