"""The handwritten note: one question comes first, then it is kept sealed and never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.ui.concerns.papers_card import ONLY_A_NOTE
from dsl_desk.ui.kit.confirm import Confirm
from dsl_desk.ui.kit.question import Yes

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.ui.concerns.concern_page import ConcernPage
    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon

NOTE = b"not a picture at all: nothing here is looked into" * 9


@pytest.fixture
def page(afternoon: Afternoon) -> ConcernPage:
    """Return the page of a concern."""
    afternoon.unlock()
    afternoon.fill_in()
    page = afternoon.finish()
    afternoon.at_rest()
    return page


def begin(page: ConcernPage) -> None:
    """Choose it behind More."""
    (act,) = [
        one for one in page.acts.menu().actions() if one.text() == "Keep the handwritten note"
    ]
    act.trigger()


def test_that_whoever_is_not_sure_is_asked_for_no_file(
    afternoon: Afternoon, page: ConcernPage, ask: ScriptedAsk
) -> None:
    ask.will(None)
    begin(page)
    afternoon.at_rest()
    assert ask.asked == [ONLY_A_NOTE]
    assert page.papers.isHidden()


def test_that_taking_in_is_never_the_answer_of_a_careless_key(page: ConcernPage) -> None:
    dialog = Confirm(page.window(), ONLY_A_NOTE)
    dialog.show()
    assert dialog.safe.text() == "No, or not sure"
    assert dialog.focusWidget() is dialog.safe
    assert not dialog.act.isDefault()
    dialog.close()


def test_that_a_note_is_kept_told_of_and_given_out_as_it_came(
    afternoon: Afternoon, page: ConcernPage, ask: ScriptedAsk, tmp_path: Path
) -> None:
    scan, out = tmp_path / "scan.jpg", tmp_path / "out.jpg"
    scan.write_bytes(NOTE)
    ask.will(Yes(), scan)
    begin(page)
    afternoon.wait(lambda: page.papers.rows)
    (row,) = page.papers.rows
    assert row.words.words.startswith("Kept sealed, 1 KB, fingerprint ")
    ask.will(None)
    row.button.click()
    ask.will(Yes(), None)
    row.button.click()
    afternoon.at_rest()
    assert not out.exists()
    ask.will(Yes(), out)
    row.button.click()
    afternoon.wait(out.exists)
    assert out.read_bytes() == NOTE
    afternoon.lock()
    assert afternoon.check().entries


def test_that_an_empty_scan_says_what_to_do(
    afternoon: Afternoon, page: ConcernPage, ask: ScriptedAsk, tmp_path: Path
) -> None:
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(b"")
    ask.will(Yes(), None)
    begin(page)
    ask.will(Yes(), scan)
    begin(page)
    afternoon.wait(page.notice.words)
    assert "This file is empty" in page.notice.words()
    assert page.papers.isHidden()
