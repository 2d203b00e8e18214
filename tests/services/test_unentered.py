"""A vault nobody ever entered: recognised by what set-up left, and nothing else is ever cleared."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import unentered
from dsl_desk.services.doorstep import derive_by_kit
from dsl_desk.services.faces import face_of
from dsl_desk.services.unentered import (
    begin_again,
    may_begin_again,
    note_typed_back,
    was_typed_back,
)
from dsl_desk.services.vaults import Founded, create, open_desk
from tests.builders import a_set_up, nowhere
from tests.conftest import FONTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

pytestmark = pytest.mark.gate_story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def made(folder: Path, clock: FakeClock, way: Way = Way.KIT) -> Founded:
    return create(folder, a_set_up(passphrase="", way=way), nowhere(clock), FLOOR)


def enter(folder: Path, founded: Founded, clock: FakeClock) -> Desk:
    key = derive_by_kit(folder, founded.member, founded.kit.code)
    return open_desk(folder, founded.member, key, nowhere(clock), FONTS)


def test_that_set_up_begins_again_where_nobody_ever_came_in(folder: Path, clock: FakeClock) -> None:
    first = made(folder, clock)
    assert may_begin_again(folder)
    begin_again(folder)
    assert face_of(folder) is None
    second = made(folder, clock)
    assert first.kit.code != second.kit.code
    enter(folder, second, clock).close()


def test_that_a_vault_that_was_entered_once_is_never_cleared(
    folder: Path, clock: FakeClock
) -> None:
    founded = made(folder, clock)
    mark = (folder / "unentered").read_bytes()
    enter(folder, founded, clock).close()
    assert not (folder / "unentered").exists()
    (folder / "unentered").write_bytes(mark)  # put back by somebody: the files are others now
    before = {path: path.read_bytes() for path in (folder / "parts").iterdir()}
    assert not may_begin_again(folder)
    with pytest.raises(VaultExistsError):
        begin_again(folder)
    assert {path: path.read_bytes() for path in (folder / "parts").iterdir()} == before
    enter(folder, founded, clock).close()


def lose_the_mark(folder: Path) -> None:
    (folder / "unentered").unlink()


def spoil_the_mark(folder: Path) -> None:
    (folder / "unentered").write_bytes(b"{}")


def add_a_part(folder: Path) -> None:
    (folder / "parts" / "staff-2.part").write_bytes(b"a record of somebody")


def leave_a_journal(folder: Path) -> None:
    (folder / "parts" / "staff.part-journal").write_bytes(b"half a save")


def write_a_slot(folder: Path) -> None:
    slot = folder / "slots" / "staff-1.slot"
    content = slot.read_bytes()
    slot.write_bytes(content[:16] + b"1" + content[17:])


def change_a_part(folder: Path) -> None:
    part = folder / "parts" / "children.part"
    part.write_bytes(part.read_bytes()[:-1] + b"x")


def change_the_page(folder: Path) -> None:
    page = folder / "vault.json"
    page.write_bytes(page.read_bytes().replace(b"Fernhollow", b"Fernhallow"))


def lose_the_slots(folder: Path) -> None:
    (folder / "slots").rename(folder / "elsewhere")


@pytest.mark.parametrize(
    "change",
    [
        lose_the_mark,
        spoil_the_mark,
        add_a_part,
        leave_a_journal,
        write_a_slot,
        change_a_part,
        change_the_page,
        lose_the_slots,
    ],
)
def test_that_whatever_is_not_exactly_as_set_up_left_it_stays(
    folder: Path, clock: FakeClock, change: Callable[[Path], None]
) -> None:
    made(folder, clock)
    change(folder)
    assert not may_begin_again(folder)
    with pytest.raises(VaultExistsError):
        begin_again(folder)
    assert (folder / "vault.json").exists()


def test_that_a_vault_somebody_has_a_passphrase_for_is_not_offered_up(
    folder: Path, clock: FakeClock
) -> None:
    create(folder, a_set_up(way=Way.PASSPHRASE_ALONE), nowhere(clock), FLOOR)
    assert not may_begin_again(folder)


@pytest.mark.parametrize("step", ["flush_names", "disk_told_as_facts"])
def test_that_a_kill_while_beginning_again_leaves_one_vault_or_none(
    folder: Path, clock: FakeClock, step: str
) -> None:
    founded = made(folder, clock)
    for turn in range(3):
        child = os.fork()
        if child == 0:
            _die_at(step, turn)
            begin_again(folder)
            os._exit(0)
        os.waitpid(child, 0)
        if face_of(folder) is None:
            break
        assert may_begin_again(folder)
    if face_of(folder) is not None:
        begin_again(folder)
    assert face_of(folder) is None
    assert made(folder, clock).kit.code != founded.kit.code


def _die_at(step: str, turn: int) -> None:
    real, calls = getattr(unentered, step), []

    def die(*args: object) -> object:
        calls.append(args)
        if len(calls) > turn:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args)

    setattr(unentered, step, die)


def test_that_a_mark_that_cannot_be_taken_away_keeps_nobody_out(
    folder: Path, clock: FakeClock
) -> None:
    founded = made(folder, clock)
    mark = (folder / "unentered").read_bytes()
    (folder / "unentered").unlink()
    (folder / "unentered" / "in the way").mkdir(parents=True)  # no file: it cannot be unlinked
    enter(folder, founded, clock).close()
    assert (folder / "unentered").exists()
    shutil.rmtree(folder / "unentered")
    (folder / "unentered").write_bytes(mark)
    assert not may_begin_again(folder)  # the mark alone is not believed
    enter(folder, founded, clock).close()
    assert not (folder / "unentered").exists()  # the next unlock tried again


@pytest.mark.parametrize("typed", [True, False])
def test_that_the_desk_knows_whether_the_first_kit_was_typed_back(
    folder: Path, clock: FakeClock, *, typed: bool
) -> None:
    founded = made(folder, clock)
    if typed:
        note_typed_back(folder)
        assert was_typed_back(folder)
    assert may_begin_again(folder)  # still: nobody came in
    for _ in range(2):
        desk = enter(folder, founded, clock)
        assert [way.typed_back for way in desk.ways_in.list()] == [typed]
        desk.close()
    note_typed_back(folder)  # nothing to note any more
    assert not (folder / "unentered").exists()
