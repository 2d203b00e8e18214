"""The page of the policy takes up what the school wrote itself, and refuses what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.question import Yes
from tests.services.test_a_policy_of_our_own import WHY, a_file, example
from tests.stories.policy_day import choose
from tests.stories.test_the_policy_page import overview, policy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


def test_that_a_file_is_refused_with_its_line_then_mended_and_taken_up(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    choose(afternoon)
    page = policy(afternoon)
    ask.will(a_file(tmp_path, example().replace("approved = 2026-09-01", "approved = 1")))
    card = overview(page).choose
    assert card is not None
    card.file.click()
    afternoon.wait(page.notice.isVisible)
    afternoon.at_rest()
    assert "Northwood" in page.header.subtitle.words
    ask.will(a_file(tmp_path, example()), Yes(WHY))
    card = overview(page).choose
    assert card is not None
    card.file.click()
    afternoon.wait(lambda: "Fernhollow" in page.header.subtitle.words)
    assert not page.notice.isVisible()
