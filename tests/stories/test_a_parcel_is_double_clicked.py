"""A parcel is double-clicked: whoever unlocks next is led to taking it in, and it is never lost."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.given import door_of, is_open_here, note
from dsl_desk.app.real_gate import RealGate
from dsl_desk.domain.registers.register import RegisterName as Name
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import parcels
from dsl_desk.services.vaults import create
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.shell.spot import A_PARCEL_CAME, TODAY
from dsl_desk.ui.transfers.came_page import CamePage
from dsl_desk.ui.transfers.take_in_page import TakeInPage
from tests.builders import PASSPHRASE, a_set_up, an_entry_id, nowhere
from tests.registers import a_draft, a_pupil
from tests.services.parcel_post import WORDS
from tests.stories.screen import FROM_HERE, PATIENCE, ROOT, Screen
from tests.stories.test_a_parcel_comes import a_parcel_from_elsewhere, try_it

if TYPE_CHECKING:
    from pathlib import Path

    from tests.fakes.clock import FakeClock
    from tests.stories.afternoon import Afternoon


@pytest.fixture(autouse=True)
def _an_account_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "USUAL", FLOOR)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


def came(afternoon: Afternoon) -> CamePage:
    """Wait until the page is there and has read the register."""
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, CamePage))
    page = afternoon.window.stack.page
    assert isinstance(page, CamePage)
    afternoon.wait(lambda: page.is_read)
    return page


def asked_for(afternoon: Afternoon) -> tuple[str, str]:
    """Let a file be asked for about a new starter; return the entry and the child."""
    desk = afternoon._open()
    child = a_pupil(desk, afternoon.clock, "Tamarisk", "Wren", starts="2026-11-16")
    draft = a_draft(Name.FILES_RECEIVED, child)
    entry = desk.registers.record(draft, an_entry_id(afternoon.clock)).answer
    desk.close()
    return entry.id, child


def test_that_a_parcel_clicked_before_unlocking_is_taken_in_after_it(
    afternoon: Afternoon, tmp_path: Path
) -> None:
    file = a_parcel_from_elsewhere(afternoon, tmp_path)
    entry, _child = asked_for(afternoon)
    note(str(file), str(afternoon.folder))
    read_at = file.stat().st_atime_ns
    afternoon.unlock()
    page = came(afternoon)
    assert page.header.subtitle.words == "file.parcel"
    assert file.stat().st_atime_ns == read_at
    page.takes[entry].click()
    afternoon.at_rest()
    take_in = afternoon.window.stack.page
    assert isinstance(take_in, TakeInPage)
    assert take_in.choose.text() == "file.parcel"
    try_it(afternoon, take_in, WORDS)
    afternoon.wait(take_in.found.isVisible)
    take_in.take.click()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, PersonPage))
    assert door_of(afternoon.folder).waiting() == ()
    assert file.is_file()
    afternoon.lock()


def test_that_a_parcel_nobody_settled_is_there_again_after_every_unlocking(
    afternoon: Afternoon, tmp_path: Path
) -> None:
    for name in ("first.parcel", "second.parcel"):
        note(str(tmp_path / name), str(afternoon.folder))
    note(str(tmp_path / "first.parcel"), str(afternoon.folder))  # twice is once
    note(str(tmp_path / "other.parcel"), str(tmp_path / "another vault"))
    afternoon.unlock()
    page = came(afternoon)
    page.step_back()
    assert afternoon.window.stack.spot == TODAY
    afternoon.lock()
    afternoon.unlock()
    page = came(afternoon)
    assert len(door_of(afternoon.folder).waiting()) == 2
    assert page.header.subtitle.words.endswith(", and 1 more after it")
    page.aside.click()
    afternoon.at_rest()
    assert afternoon.window.stack.page is page
    page.aside.click()
    assert afternoon.window.stack.spot == TODAY
    assert door_of(afternoon.folder).waiting() == ()
    afternoon.window.go(A_PARCEL_CAME)
    page = came(afternoon)
    assert not page.aside.isVisible()
    assert page.header.subtitle.words == "None waits any more"
    afternoon.lock()


def test_that_a_file_nobody_asked_for_is_written_down_first_and_then_taken_in(
    afternoon: Afternoon, tmp_path: Path
) -> None:
    desk = afternoon._open()
    child = a_pupil(desk, afternoon.clock, "Tamarisk", "Wren", starts="2026-11-16")
    desk.close()
    afternoon.unlock()
    afternoon.at_rest()
    note(str(tmp_path / "file.parcel"), str(afternoon.folder))  # with the desk open
    page = came(afternoon)
    assert not page.takes
    page.new.click()
    form = afternoon.window.stack.page
    assert isinstance(form, AddEntryPage)
    afternoon.at_rest()
    form.form.show_answers(a_draft(Name.FILES_RECEIVED, child).answers, {"child": child})
    form.finish()
    afternoon.wait(lambda: isinstance(afternoon.window.stack.page, TakeInPage))
    take_in = afternoon.window.stack.page
    assert isinstance(take_in, TakeInPage)
    assert take_in.choose.text() == "file.parcel"
    afternoon.lock()


@pytest.mark.usefixtures("qtbot")
def test_that_the_lock_screen_says_that_one_waits_and_not_which(
    tmp_path: Path, clock: FakeClock
) -> None:
    create(tmp_path / "vault", a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    note(str(tmp_path / "Wren Tamarisk.parcel"), str(tmp_path / "vault"))
    door = door_of(tmp_path / "vault")
    gate = RealGate(FolderEntrance(tmp_path / "vault", nowhere(clock)), door=door)
    gate.cover("start", clock.now().isoformat(), {})
    assert isinstance(gate.window.page, UnlockPage)
    told = gate.window.page._news_words.words
    assert told.endswith("A parcel is waiting. Unlock, and you are led to taking it in.")
    door.settle(tmp_path / "Wren Tamarisk.parcel")
    gate.cover("start", clock.now().isoformat(), {})
    assert not gate.window.page._news.isVisible()
    gate.window.end()
    gate.window.close()
    gate.window.deleteLater()


def test_that_a_note_that_is_none_is_passed_over(tmp_path: Path) -> None:
    door = door_of(tmp_path / "vault")
    assert door.waiting() == ()
    door.leave(tmp_path / "file.parcel")
    (door.folder / "half.json").write_text('{"vault":', "utf-8")
    (door.folder / "list.json").write_text("[]", "utf-8")
    (door.folder / "away.json").symlink_to(tmp_path / "gone")
    assert door.waiting() == (tmp_path / "file.parcel",)
    assert [path.stat().st_mode & 0o077 for path in door.folder.glob("????????*.json")] == [0]


@pytest.mark.gate_story
def test_that_a_double_click_starts_no_second_desk_beside_an_open_one(
    tmp_path: Path, clock: FakeClock
) -> None:
    vault = tmp_path / "vault"
    create(vault, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    assert not is_open_here(str(vault))
    screen = Screen(vault)
    try:
        screen.wait_for("Covered")
        screen.unlock(PASSPHRASE)
        command = [*FROM_HERE, str(tmp_path / "File.PARCEL"), "--vault", str(vault)]
        done = subprocess.run(command, check=False, timeout=PATIENCE, cwd=ROOT)
        assert done.returncode == 0
        assert door_of(vault).waiting() == (tmp_path / "File.PARCEL",)
        assert screen.end() == 0
    finally:
        screen.close()
