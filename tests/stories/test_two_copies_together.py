"""Two laptops went on apart; on the Vault page they come together again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.services.restoring import restore
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.shell.spot import VAULT
from dsl_desk.ui.vault.join_page import JoinPage
from dsl_desk.ui.vault.page import VaultPage
from tests.builders import a_concern_draft, an_entry_id
from tests.stories.afternoon import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.ask import ScriptedAsk
    from tests.stories.afternoon import Afternoon


@pytest.fixture
def other(afternoon: Afternoon, tmp_path: Path) -> Path:
    """A copy that was made on another laptop, with a concern this vault has not."""
    place, fonts = afternoon.place, RESOURCES / "fonts"
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, place, fonts)
    first = desk.snapshots.take(tmp_path / "first").answer.folder
    desk.close()
    there = tmp_path / "there"
    restore(type(tmp_path)(first), there)
    desk = open_desk(there, afternoon.member, afternoon.key, place, fonts)
    desk.concerns.record(a_concern_draft(), an_entry_id(afternoon.clock))
    desk.snapshots.take(tmp_path / "stick")
    desk.close()
    return tmp_path / "stick"


def page_of(afternoon: Afternoon) -> JoinPage:
    window = afternoon.unlock()
    window.go(VAULT)
    page = window.stack.page
    assert isinstance(page, VaultPage)
    page.copies.join.click()
    page_shown = window.stack.page
    assert isinstance(page_shown, JoinPage)
    return page_shown


def test_that_what_would_come_in_is_shown_before_it_comes_in(
    afternoon: Afternoon, ask: ScriptedAsk, other: Path
) -> None:
    page = page_of(afternoon)
    ask.will(other, other)
    page.choose.click()
    afternoon.wait(page.preview.isVisible)
    shown = {fact.words.words: fact.beside.words for fact in page.facts}
    assert shown["Children: 2 entries"] == "Thu 19 Nov, 12:14. C-2026-001"
    page.bring.click()
    afternoon.wait(page.result.isVisible)
    assert page.result.words.endswith("entries came in, each one checked.")
    page.choose.click()
    afternoon.wait(lambda: page.result.words.startswith("Everything in the other copy"))
    assert not page.bring.isVisible()
    assert afternoon.list().table.model.rowCount() == 1


def test_that_a_folder_without_a_copy_is_told_and_nothing_is_offered(
    afternoon: Afternoon, ask: ScriptedAsk, tmp_path: Path
) -> None:
    page = page_of(afternoon)
    empty = tmp_path / "empty"
    empty.mkdir()
    ask.will(None, empty)
    page.choose.click()
    page.choose.click()
    afternoon.wait(page.notice.words)
    assert page.notice.words().startswith("There is no copy of a vault in this folder.")
    assert not page.preview.isVisible()


def test_that_it_can_be_stopped(afternoon: Afternoon, ask: ScriptedAsk, other: Path) -> None:
    page = page_of(afternoon)
    ask.will(other)
    page.choose.click()
    page.progress.cancel.click()
    afternoon.wait(page.result.isVisible)
    assert page.result.words == "You stopped this. Nothing of it was kept."
    assert page.let_go()
