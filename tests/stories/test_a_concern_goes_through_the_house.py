"""The first story, and the pattern for every later one. With processes: test_real_processes.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.leaving.page import LeavingPage
from dsl_desk.ui.leaving.way import PAGES
from tests.builders import a_concern_draft
from tests.stories.afternoon import CTRL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def test_that_a_concern_goes_through_the_whole_house_and_is_there_after_a_lock(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    afternoon.fill_in(a_concern_draft(about="Wren Tamarisk, Year 6"))
    page = afternoon.finish()
    assert page.title == "C-2026-001"

    paper = tmp_path / "copy.pdf"
    ask.will(paper)
    afternoon.press(Qt.Key.Key_E, CTRL)
    afternoon.at_rest()
    afternoon.type("Our")  # own paper file
    for _to_the_purpose in range(3):
        afternoon.press(Qt.Key.Key_Tab)
    afternoon.type("The paper file in the locked cupboard")
    for _step in ("what", "how", "pages"):
        afternoon.press(Qt.Key.Key_Return, CTRL)
        afternoon.at_rest()
    way_out = afternoon.window.stack.page
    assert isinstance(way_out, LeavingPage)
    afternoon.wait(lambda: way_out.step == PAGES and not way_out.next.is_busy())
    afternoon.press(Qt.Key.Key_Return, CTRL)
    afternoon.wait(paper.exists)
    assert ask.asked == ["Save this paper: concern-c-2026-001.pdf"]
    assert paper.read_bytes().startswith(b"%PDF-")

    row = afternoon.list().table.model.row(0)
    assert (row.ref, row.whom()) == ("C-2026-001", "Wren Tamarisk, Year 6")

    afternoon.press(Qt.Key.Key_L, CTRL)
    assert afternoon.locks == ["asked"]
    afternoon.lock()

    afternoon.unlock()
    listed = afternoon.list()
    assert listed.table.model.rowCount() == 1
    listed.table.view.setFocus()
    afternoon.press(Qt.Key.Key_Home)
    afternoon.press(Qt.Key.Key_Return)
    assert afternoon.concern().title == "C-2026-001"
    afternoon.lock()

    whole = afternoon.check()
    assert whole.parts == tuple(Compartment)
    # School: begun, unlocked three times (the check unlocks too). Children: begun, the concern,
    # opened in each of two sittings, one copy made. Staff and Declarations: begun.
    assert whole.entries == (1 + 3) + (1 + 1 + 2 + 1) + 1 + 1
