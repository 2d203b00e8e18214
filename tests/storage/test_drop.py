from __future__ import annotations

import shutil
from collections import namedtuple
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.drop_errors import DropFullError
from dsl_desk.domain.ids import MemberId
from dsl_desk.storage import drop
from dsl_desk.storage.drop import STEP, DropFile, DropFiles
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

CELL = 64
MAYA, ALBAN = MemberId("01" * 16), MemberId("02" * 16)
Usage = namedtuple("Usage", "total used free")  # noqa: PYI024 what shutil returns has this form


@pytest.fixture
def files(tmp_path: Path) -> DropFiles:
    made = DropFiles(tmp_path / "drop", [MAYA, ALBAN], CELL)
    made.lay_down()
    return made


def put(files: DropFiles, words: bytes = b"w") -> None:
    seal = ((member, words * CELL) for member in files.members)
    files.put(seal, FakeClock().now())


def sizes(files: DropFiles) -> set[int]:
    return {files.of(member).path.stat().st_size for member in files.members}


def test_that_every_member_has_a_file_of_equal_size_before_anything_is_left(
    files: DropFiles,
) -> None:
    assert sizes(files) == {16 + STEP * CELL}
    assert files.waiting() == 0
    assert all(files.of(member).is_in_form() for member in files.members)


def test_that_one_leaving_takes_the_same_place_in_every_file(files: DropFiles) -> None:
    put(files, b"a")
    put(files, b"b")
    assert [files.of(member).used() for member in files.members] == [(0, 1), (0, 1)]
    times = {files.of(member).path.stat().st_mtime for member in files.members}
    assert times == {FakeClock().now().timestamp()}
    assert files.of(MAYA).read(1) == b"b" * CELL


def test_that_a_place_is_taken_again_only_when_it_is_free_in_every_file(files: DropFiles) -> None:
    put(files)
    put(files)
    files.of(MAYA).clear([0])
    put(files)
    assert files.of(MAYA).used() == (1, 2)
    files.of(ALBAN).clear([0])
    put(files)
    assert files.of(ALBAN).used() == (0, 1, 2)


def test_that_all_files_grow_together(files: DropFiles) -> None:
    for _ in range(STEP + 1):
        put(files)
    assert sizes(files) == {16 + 2 * STEP * CELL}


def test_that_the_drop_never_grows_past_its_limit(
    files: DropFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drop, "LIMIT", STEP)
    for _ in range(STEP):
        put(files)
    with pytest.raises(DropFullError):
        put(files)
    assert sizes(files) == {16 + STEP * CELL}


def test_that_the_drop_never_fills_the_disk(
    files: DropFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(STEP):
        put(files)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1, 1, 500_000_000))
    with pytest.raises(DropFullError):
        put(files)
    assert sizes(files) == {16 + STEP * CELL}


def test_that_a_full_drive_does_not_keep_a_new_member_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(1, 1, 0))
    DropFiles(tmp_path / "drop", [MAYA], CELL).lay_down()
    assert (tmp_path / "drop" / f"{MAYA}.drop").exists()


def test_that_somebody_new_gets_a_file_as_long_as_the_others(files: DropFiles) -> None:
    for _ in range(STEP + 1):
        put(files)
    bigger = DropFiles(files.folder, [*files.members, MemberId("05" * 16)], CELL)
    bigger.lay_down()
    assert sizes(bigger) == {16 + 2 * STEP * CELL}


def test_that_a_file_grows_by_megabytes(tmp_path: Path) -> None:
    file = DropFile(tmp_path / "one.drop", 40_000)
    file.lay_down(2 * STEP)
    assert (file.is_in_form(), file.path.stat().st_size) == (True, 16 + 2 * STEP * 40_000)


def test_that_a_file_that_fell_behind_grows_to_the_others(files: DropFiles) -> None:
    files.of(ALBAN).grow(2 * STEP)
    files.lay_down()
    assert sizes(files) == {16 + 2 * STEP * CELL}


@pytest.mark.parametrize(
    "untrusted",
    [b"", b"dsl-desk drop", b"x" * 16 + bytes(STEP * CELL), b"dsl-desk drop 1\n" + bytes(7)],
)
def test_that_a_file_not_in_our_form_is_put_beside_and_not_written_over(
    files: DropFiles, untrusted: bytes
) -> None:
    files.of(MAYA).path.write_bytes(untrusted)
    files.lay_down()
    (beside,) = files.beside(MAYA)
    assert beside.path.read_bytes() == untrusted
    assert files.of(MAYA).is_in_form()
    files.of(MAYA).path.write_bytes(untrusted)
    files.lay_down()
    assert len(files.beside(MAYA)) == 2


def test_that_an_overlong_file_does_not_make_the_others_as_long(files: DropFiles) -> None:
    with files.of(MAYA).path.open("r+b") as file:
        file.truncate(16 + (drop.LIMIT + STEP) * CELL)
    files.lay_down()
    assert sizes(files) == {16 + STEP * CELL}


def test_that_a_cut_file_still_gives_what_is_left_of_it(files: DropFiles) -> None:
    for _ in range(3):
        put(files)
    cut = files.of(MAYA)
    with cut.path.open("r+b") as file:
        file.truncate(16 + 2 * CELL + 5)
    assert cut.used() == (0, 1, 2)
    assert (len(cut.read(1)), len(cut.read(2))) == (CELL, 5)


def test_that_one_changed_byte_frees_no_place(files: DropFiles) -> None:
    put(files)
    for at in range(CELL):
        file = DropFile(files.of(MAYA).path, CELL)
        changed = bytearray(b"w" * CELL)
        changed[at] = 0
        file.write({0: bytes(changed)})
        assert file.used() == (0,)


def test_that_files_of_nobody_are_named(files: DropFiles) -> None:
    assert files.strangers() == ()
    fewer = DropFiles(files.folder, [MAYA], CELL)
    assert fewer.strangers() == (files.of(ALBAN).path,)


def test_that_a_failing_disk_is_told_as_a_fact(files: DropFiles) -> None:
    shutil.rmtree(files.folder)
    files.folder.write_bytes(b"no folder")
    with pytest.raises(DiskFailedError):
        files.lay_down()
