"""The same story through the real processes: a screen, a keyboard, three processes, the disk."""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import create
from tests.builders import PASSPHRASE, SCHOOL, a_set_up, nowhere
from tests.stories.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fakes.clock import FakeClock

WORDS = "nobody wants u on the residential. just dont come."

# From who told us over the days and times, and where online, to "safe now?".
TO_SAFE_NOW = ("Tab",) * 7


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], Screen]]:
    begun: list[Screen] = []

    def start() -> Screen:
        begun.append(Screen(tmp_path / "vault"))
        begun[-1].wait_for("Covered")
        return begun[-1]

    yield start
    for screen in begun:
        screen.close()


def text_of(paper: Path) -> str:
    """Read a paper with a reader that is not ours."""
    read = subprocess.run(
        ["pdftotext", "-layout", str(paper), "-"],  # noqa: S607 - installer/system.py brings it
        capture_output=True,
        check=True,
    )
    return " ".join(read.stdout.decode().split())


def set_up(screen: Screen) -> None:
    """Answer the steps up to the vault, with a passphrase of one's own and no keychain."""
    screen.type(SCHOOL)
    screen.press("Return")
    screen.type("Maya Fernsby")
    screen.press("Tab", "Tab", "Tab", "Return")  # over role and "Make another" to "my own"
    screen.type(PASSPHRASE)
    screen.press("Return")
    screen.type(PASSPHRASE)
    for _ in range(20):  # goes on once the passphrase is judged: the last choice, make the vault
        screen.press("Down", "Down", "Return")
        if screen.wait_until((screen.vault / "vault.json").exists, 1):
            return
    pytest.fail("no vault was made")


@pytest.mark.gate_story
def test_that_a_concern_goes_from_set_up_to_a_whole_vault_through_the_real_processes(
    begin: Callable[[], Screen], tmp_path: Path
) -> None:
    first = begin()
    set_up(first)
    first.end()  # whoever stops before the kit is on paper comes back to a vault that stands
    screen = begin()
    screen.unlock(PASSPHRASE)
    screen.press("ctrl+n")
    screen.type("Wren Tamarisk")
    screen.press("Tab")
    screen.type("Lena Harebell")
    screen.press(*TO_SAFE_NOW, "space", "Tab")  # yes, safe now; then the words
    screen.type(WORDS)
    screen.press("ctrl+Return")
    screen.save_as(tmp_path / "first.pdf")
    screen.press("ctrl+l")
    screen.wait_for("Lock")
    screen.wait_for("Covered", 2)

    screen.unlock(PASSPHRASE)
    # In the list: from the title over who can open it and five filters to the rows, the first.
    to_the_rows = ("Tab",) * 7
    screen.save_as(tmp_path / "second.pdf", "ctrl+2", *to_the_rows, "Home", "Return")
    assert screen.end() == 0

    for paper in ("first.pdf", "second.pdf"):
        told = text_of(tmp_path / paper)
        assert all(words in told for words in (WORDS, "Wren Tamarisk", "Lena Harebell"))
    # School: begun, unlocked three times. Children: begun, the concern, opened twice, two copies.
    assert screen.check(PASSPHRASE) == (
        0,
        "Whole: 12 entries in School, Children, Staff, Declarations.\n",
    )


@pytest.mark.gate_story
def test_that_a_killed_desk_brings_the_gate_back_and_then_what_was_being_typed(
    begin: Callable[[], Screen], tmp_path: Path, clock: FakeClock
) -> None:
    create(tmp_path / "vault", a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    screen = begin()
    desk = screen.unlock(PASSPHRASE)
    spool = next(screen.vault.glob("drafts-*.spool"))
    fresh = spool.read_bytes()
    screen.press("ctrl+n")
    screen.type("Wren Tamarisk")
    screen.press("Tab")
    screen.type("Lena Harebell")
    screen.press(*TO_SAFE_NOW, "space", "Tab")  # yes, safe now; then the words
    screen.type(WORDS)
    screen.press("ctrl+s")
    assert screen.wait_until(lambda: spool.read_bytes() != fresh), "nothing was sealed"
    screen.press("ctrl+s")

    os.kill(desk, signal.SIGKILL)
    screen.wait_for("Covered", 2)
    screen.unlock(PASSPHRASE)
    screen.press("ctrl+n", "ctrl+Return")
    screen.save_as(tmp_path / "copy.pdf")
    assert WORDS in text_of(tmp_path / "copy.pdf")
    assert screen.end() == 0
    assert screen.check(PASSPHRASE)[0] == 0


@pytest.mark.gate_story
def test_that_a_second_opener_is_refused_and_its_gate_stays(
    begin: Callable[[], Screen], tmp_path: Path, clock: FakeClock
) -> None:
    create(tmp_path / "vault", a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    first = begin()
    first.unlock(PASSPHRASE)
    second = begin()
    second.type(PASSPHRASE)
    second.press("Return")
    refused = second.wait_for("Refused")
    second.wait_for("Covered", 2)
    assert refused.name == "desk"
    assert "Opened" not in {fact.what for fact in second.seen}
