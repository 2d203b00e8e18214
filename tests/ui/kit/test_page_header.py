from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.kit.chip import PartChip
from dsl_desk.ui.kit.page_header import PageHeader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_that_the_title_is_announced_with_the_part_of_the_vault(qtbot: QtBot) -> None:
    who = ("Maya Fernsby", "Hester Winterbourne")
    header = PageHeader("Allegation AL-2026-004", "Told on Wednesday")
    qtbot.addWidget(header)
    header.put_right(PartChip(Compartment.STAFF, who))
    said = "Allegation AL-2026-004. Staff part, 2 people can open. Told on Wednesday"
    assert header.title.accessibleName() == said


def test_that_a_page_change_gives_the_title_the_focus(qtbot: QtBot) -> None:
    header = PageHeader("Today")
    qtbot.addWidget(header)
    with qtbot.waitActive(header):
        header.show()
        header.activateWindow()
    header.take_focus()
    assert header.title.hasFocus()


def test_that_a_header_without_a_subtitle_leaves_no_gap(qtbot: QtBot) -> None:
    header = PageHeader("Today", "Thursday 19 November 2026")
    qtbot.addWidget(header)
    header.show()
    tall = header.heightForWidth(600)
    header.say("Today", "")
    qtbot.waitUntil(lambda: header.heightForWidth(600) < tall)
    assert header.title.accessibleName() == "Today"
