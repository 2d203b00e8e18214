"""What the desk finds while nobody asks, and how somebody hears of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from dsl_desk.domain.compartment import Compartment
from dsl_desk.services.places import drafts_file
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.vault.page import VaultPage
from tests.stories.afternoon import CTRL, RESOURCES

if TYPE_CHECKING:
    from tests.stories.afternoon import Afternoon


def damage(afternoon: Afternoon, number: int) -> None:
    """Change what a concern says, as somebody with the key of the file could."""
    place, fonts = afternoon.place, RESOURCES / "fonts"
    desk = open_desk(afternoon.folder, afternoon.member, afternoon.key, place, fonts)
    part = desk.sitting.part(Compartment.CHILDREN)
    with part.database.guard.disposing():
        part.database.run("UPDATE ledger SET body = x'7b7d' WHERE number = ?", number)
    desk.close()


def test_that_damage_found_by_itself_stands_above_every_page_until_it_is_mended(
    afternoon: Afternoon,
) -> None:
    afternoon.recorded(3)
    damage(afternoon, 3)
    window = afternoon.unlock()
    afternoon.wait(window.alarm.isVisible)
    words = window.alarm.words()
    assert "in Children, at entry 3." in words
    assert "restore the last good copy" in words
    assert not window.alarm.read.isVisible()
    afternoon.press(Qt.Key.Key_2, CTRL)
    afternoon.at_rest()
    assert window.alarm.isVisible()
    window.alarm.see.click()
    assert isinstance(window.stack.page, VaultPage)
    assert window.alarm.words() == words


def test_that_lost_drafts_are_told_once_after_unlock(afternoon: Afternoon) -> None:
    drafts_file(afternoon.folder, afternoon.member).write_bytes(b"torn" * 1000)
    window = afternoon.unlock()
    afternoon.wait(window.alarm.isVisible)
    assert window.alarm.words() == (
        "What you were typing before could not be brought back. Your records are safe. "
        "Type it again."
    )
    assert not window.alarm.see.isVisible()
    window.alarm.read.click()
    assert not window.alarm.isVisible()


def test_that_damage_comes_before_what_is_only_to_be_read(afternoon: Afternoon) -> None:
    afternoon.recorded(1)
    damage(afternoon, 2)
    drafts_file(afternoon.folder, afternoon.member).write_bytes(b"torn" * 1000)
    window = afternoon.unlock()
    afternoon.wait(lambda: "at entry 2" in window.alarm.words())
    assert window.alarm.words().endswith("There is 1 more to read.")


@pytest.mark.parametrize("way", ["asked", "idle"])
def test_that_no_round_is_gone_once_a_lock_was_asked_for(afternoon: Afternoon, way: str) -> None:
    window = afternoon.unlock()
    afternoon.at_rest()
    window.lock_wanted.emit(way)
    afternoon.at_rest()
    slots = {path: path.read_bytes() for path in (afternoon.folder / "slots").iterdir()}
    afternoon.clock.advance(minutes=15)
    window.rounds.take_turn()
    afternoon.at_rest()
    assert {path: path.read_bytes() for path in slots} == slots
