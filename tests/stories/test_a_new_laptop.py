"""The laptop is gone: a copy, a kit, and the printed sheet bring everything back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import create, open_desk
from dsl_desk.ui.gate.copies import CopiesPage
from dsl_desk.ui.gate.set_up import SetUpPage
from dsl_desk.ui.gate.stuck import StuckPage
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.kit.question import Question, Yes
from tests.builders import a_concern_draft, a_set_up, an_entry_id, nowhere
from tests.fakes.ask import ScriptedAsk
from tests.stories.afternoon import PATIENCE_MS, RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from dsl_desk.services.vaults import Founded
    from tests.fakes.clock import FakeClock

FONTS = RESOURCES / "fonts"


class NewLaptop:
    """A gate over a folder, a stick with a copy, and Maya with her kit in an envelope."""

    def __init__(self, tmp_path: Path, clock: FakeClock, qtbot: QtBot) -> None:
        self.clock, self.qtbot = clock, qtbot
        self.old, self.new, self.stick = (tmp_path / name for name in ("old", "new", "stick"))
        self.stick.mkdir()
        self.founded: Founded = create(
            self.old, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR
        )
        desk = open_desk(self.old, self.founded.member, self.founded.key, nowhere(clock), FONTS)
        desk.concerns.record(a_concern_draft(), an_entry_id(clock))
        desk.snapshots.take(self.stick)
        desk.close()
        self.ask = ScriptedAsk()
        self.gate: RealGate | None = None

    def gate_over(self, folder: Path) -> RealGate:
        self.gate = RealGate(FolderEntrance(folder, nowhere(self.clock)), self.ask)
        self.gate.cover("start", self.clock.now().isoformat(), {})
        self.qtbot.waitUntil(self.gate.window.isActiveWindow, timeout=PATIENCE_MS)
        return self.gate

    def copies(self) -> CopiesPage:
        assert self.gate is not None
        page = self.gate.window.page
        assert isinstance(page, CopiesPage)
        return page

    def bring_back(self) -> UnlockPage:
        """Choose the stick and the newest copy on it, and wait for the lock screen."""
        assert self.gate is not None
        page = self.copies()
        self.ask.will(self.stick, Yes(""))
        page.choose.click()
        self.qtbot.waitUntil(lambda: bool(page.cards), timeout=PATIENCE_MS)
        page.bring.click()
        gate = self.gate
        self.qtbot.waitUntil(lambda: isinstance(gate.window.page, UnlockPage), timeout=PATIENCE_MS)
        shown = gate.window.page
        assert isinstance(shown, UnlockPage)
        return shown

    def close(self) -> None:
        if self.gate is not None:
            self.gate.window.end()
            self.gate.window.close()
            self.gate.window.deleteLater()


@pytest.fixture
def laptop(tmp_path: Path, clock: FakeClock, qtbot: QtBot) -> Iterator[NewLaptop]:
    laptop = NewLaptop(tmp_path, clock, qtbot)
    yield laptop
    laptop.close()


@pytest.mark.gate_story
def test_that_on_a_new_laptop_a_copy_and_a_kit_bring_everything_back(laptop: NewLaptop) -> None:
    gate = laptop.gate_over(laptop.new)
    keys: list[tuple[str, bytes]] = []
    gate.key_ready.connect(lambda member, key: keys.append((member, key)))
    page = gate.window.page
    assert isinstance(page, SetUpPage)
    page.school.use_copy.click()
    unlock = laptop.bring_back()
    assert "back as they stood on Thu 19 Nov 2026, 12:14" in unlock._news_words.words
    assert unlock.asking.code_field.isVisible()
    unlock.asking.code.put(laptop.founded.kit.code)
    unlock.button.click()
    laptop.qtbot.waitUntil(lambda: bool(keys), timeout=PATIENCE_MS)
    member, key = keys[0]
    assert member == laptop.founded.member
    desk = open_desk(laptop.new, laptop.founded.member, key, nowhere(laptop.clock), FONTS)
    assert desk.ways_in.passphrase_wanted
    assert desk.concerns.page(0, 1).total == 1
    desk.close()


@pytest.mark.gate_story
def test_that_a_vault_too_damaged_to_show_its_face_is_kept_and_the_copy_takes_its_place(
    laptop: NewLaptop,
) -> None:
    (laptop.old / "vault.json").write_bytes(b"torn")
    gate = laptop.gate_over(laptop.old)
    stuck = gate.window.page
    assert isinstance(stuck, StuckPage)
    stuck.copy.click()
    unlock = laptop.bring_back()
    (asked,) = (one for one in laptop.ask.asked if isinstance(one, Question))
    assert "not deleted" in asked.sentence
    kept = "old kept 2026-11-19 121400"
    assert f"kept in the folder “{kept}”" in unlock._news_words.words
    assert (laptop.old.with_name(kept) / "vault.json").read_bytes() == b"torn"


@pytest.mark.gate_story
def test_that_from_the_lock_screen_one_may_look_at_copies_and_go_back(
    laptop: NewLaptop, tmp_path: Path
) -> None:
    gate = laptop.gate_over(laptop.old)
    unlock = gate.window.page
    assert isinstance(unlock, UnlockPage)
    unlock.row.help.click()
    unlock.cannot.use_copy.click()
    page = laptop.copies()
    laptop.ask.will(tmp_path / "old" / "parts", None, laptop.stick, None)
    page.choose.click()
    laptop.qtbot.waitUntil(lambda: bool(page.notice.words()), timeout=PATIENCE_MS)
    assert page.notice.words().startswith("There is no copy of a vault in this folder.")
    assert not page.bring.isVisible()
    page.choose.click()  # and thinks better of it
    page.choose.click()
    laptop.qtbot.waitUntil(lambda: bool(page.cards), timeout=PATIENCE_MS)
    page.bring.click()
    assert not page.bring.is_busy()
    page.back.click()
    assert isinstance(gate.window.page, UnlockPage)


@pytest.mark.gate_story
def test_that_a_copy_that_is_damaged_is_told_and_one_that_is_stopped_too(
    laptop: NewLaptop,
) -> None:
    gate = laptop.gate_over(laptop.new)
    page = gate.window.page
    assert isinstance(page, SetUpPage)
    page.school.use_copy.click()
    copies = laptop.copies()
    laptop.ask.will(laptop.stick, Yes(""), Yes(""))
    copies.choose.click()
    laptop.qtbot.waitUntil(lambda: bool(copies.cards), timeout=PATIENCE_MS)
    copies.bring.click()
    copies.progress.cancel.click()
    laptop.qtbot.waitUntil(copies.said.isVisible, timeout=PATIENCE_MS)
    assert copies.said.words == "You stopped this. Nothing of it was kept."
    for part in laptop.stick.rglob("children.part"):
        part.write_bytes(b"torn")
    copies.bring.click()
    laptop.qtbot.waitUntil(lambda: bool(copies.notice.words()), timeout=PATIENCE_MS)
    assert "parts/children.part" in copies.notice.words()
    assert not laptop.new.exists()
    assert not copies.bring.is_busy()
