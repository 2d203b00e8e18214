from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from tests.bench.drawn_pictures import photograph
from tests.stories.conversation_day import handed_in, take_in
from tests.stories.looking_day import EVIDENCE, page_of

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.evidence.handed_in_page import HandedInPage
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def given(afternoon: Afternoon, ask: ScriptedAsk, path: Path) -> HandedInPage:
    page = handed_in(afternoon)
    take_in(page.capture, ask, (path,))
    captured = page.capture.list
    afternoon.qtbot.waitUntil(lambda: bool(captured.buttons), timeout=30_000)
    afternoon.at_rest()
    return page


def test_that_the_viewer_says_a_picture_is_in_another_concern_and_leads_there(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    whole, part = tmp_path / "whole.png", tmp_path / "part.jpg"
    photograph(1).save(whole)
    photograph(1).crop((0, 0, 1200, 560)).save(part)
    given(afternoon, ask, whole)
    given(afternoon, ask, part).capture.list.buttons[0].click()
    viewer = page_of(afternoon, ViewerPage)
    afternoon.wait(viewer.same.isVisible)
    assert [button.text() for button in viewer.same.buttons] == ["Open EV-2026-001"]
    viewer.same.buttons[0].click()
    afternoon.wait(lambda: page_of(afternoon, ViewerPage) is not viewer)
    other = page_of(afternoon, ViewerPage)
    afternoon.wait(other.same.isVisible)
    assert other.title == "EV-2026-001"


def test_that_what_was_captured_and_the_list_of_evidence_say_so_too(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    afternoon.unlock()
    whole, part = tmp_path / "whole.png", tmp_path / "part.jpg"
    photograph(1).save(whole)
    photograph(1).crop((0, 0, 1200, 560)).save(part)
    given(afternoon, ask, whole)
    captured = given(afternoon, ask, part).capture.list
    [hint] = captured.hints.values()
    afternoon.wait(hint.isVisible)
    assert hint.words == "This picture seems to be in another concern: EV-2026-001"
    given(afternoon, ask, whole)
    afternoon.window.go(EVIDENCE)
    page = page_of(afternoon, EvidencePage)
    table = page.tables[0].model
    afternoon.wait(lambda: table.data(table.index(0, 5)) == "EV-2026-001")
    assert table.data(table.index(2, 5)) == "EV-2026-003"
