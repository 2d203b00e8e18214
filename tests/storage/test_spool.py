from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError
from dsl_desk.domain.vault_errors import SpoolDamagedError, SpoolFullError
from dsl_desk.storage.spool import HALF, ROOM, Drafts, Spool

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))
FIRST: Drafts = {"concern": {"about": "Wren Tamarisk", "words": "Came in late, upset."}}
SECOND: Drafts = {"concern": {"about": "Wren Tamarisk", "words": "Came in late, upset. Told Lena."}}
THIRD: Drafts = {"concern": {"about": "Wren Tamarisk", "words": "A third text."}}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Spool.prepare(tmp_path / "spool")
    return tmp_path / "spool"


def flip(path: Path, at: int) -> None:
    octets = bytearray(path.read_bytes())
    octets[at] ^= 1
    path.write_bytes(octets)


def test_that_a_new_spool_holds_no_drafts(path: Path) -> None:
    assert Spool(path, KEY).unseal() == {}


def test_that_sealed_drafts_come_back_to_another_process(path: Path) -> None:
    Spool(path, KEY).seal(FIRST)
    Spool(path, KEY).seal(SECOND)
    Spool(path, KEY).seal(THIRD)
    assert Spool(path, KEY).unseal() == THIRD


def test_that_sealing_nothing_forgets_the_drafts(path: Path) -> None:
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    spool.seal({})
    assert spool.unseal() == {}


def test_that_the_size_of_the_file_never_changes(path: Path) -> None:
    spool = Spool(path, KEY)
    for drafts in (FIRST, {}, {"concern": {"words": "x" * 50_000}}):
        spool.seal(drafts)
        assert path.stat().st_size == 2 * HALF


def test_that_no_word_of_a_draft_is_readable_in_the_file(path: Path) -> None:
    Spool(path, KEY).seal(FIRST)
    assert b"Tamarisk" not in path.read_bytes()


def test_that_preparing_never_overwrites_a_spool(path: Path) -> None:
    with pytest.raises(FileExistsError):
        Spool.prepare(path)


def test_that_drafts_beyond_the_room_are_refused_and_the_old_ones_stay(path: Path) -> None:
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    with pytest.raises(SpoolFullError) as full:
        spool.seal({"concern": {"words": "x" * ROOM}})
    assert full.value.room == ROOM
    assert full.value.needed > ROOM
    assert spool.unseal() == FIRST


def test_that_drafts_that_fill_the_room_to_the_last_byte_come_back(path: Path) -> None:
    spool = Spool(path, KEY)
    full = {"f": {"w": "x" * (ROOM - len('{"f":{"w":""}}'))}}
    spool.seal(full)
    assert spool.unseal() == full


def test_that_a_wrong_key_reads_nothing(path: Path) -> None:
    Spool(path, KEY).seal(FIRST)
    Spool(path, KEY).seal(SECOND)
    with pytest.raises(SpoolDamagedError):
        Spool(path, bytes(32)).unseal()


def test_that_both_halves_damaged_is_said_and_can_be_sealed_over(path: Path) -> None:
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    spool.seal(SECOND)
    flip(path, 1000)
    flip(path, HALF + 1000)
    with pytest.raises(SpoolDamagedError):
        spool.unseal()
    spool.seal(THIRD)
    assert spool.unseal() == THIRD


def test_that_a_missing_spool_is_damage_and_is_made_whole_by_the_next_seal(path: Path) -> None:
    path.unlink()
    spool = Spool(path, KEY)
    with pytest.raises(SpoolDamagedError):
        spool.unseal()
    spool.seal(FIRST)
    assert spool.unseal() == FIRST
    assert path.stat().st_size == 2 * HALF


@given(length=st.integers(0, 2 * HALF - 1))
def test_that_a_spool_cut_short_gives_a_sealed_text_or_says_damage(
    tmp_path_factory: pytest.TempPathFactory, length: int
) -> None:
    path = tmp_path_factory.mktemp("cut") / "spool"
    Spool.prepare(path)
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    spool.seal(SECOND)
    os.truncate(path, length)
    if length < HALF:
        with pytest.raises(SpoolDamagedError):
            spool.unseal()
    else:
        assert spool.unseal() in (FIRST, SECOND)


def test_that_a_half_moved_to_the_other_place_does_not_open(path: Path) -> None:
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    octets = path.read_bytes()
    path.write_bytes(octets[HALF:] + octets[:HALF])
    assert spool.unseal() == {}


@given(at=st.integers(0, HALF - 1), half=st.sampled_from([0, 1]))
def test_that_a_damaged_half_falls_back_to_the_other(
    tmp_path_factory: pytest.TempPathFactory, at: int, half: int
) -> None:
    path = tmp_path_factory.mktemp("flip") / "spool"
    Spool.prepare(path)
    spool = Spool(path, KEY)
    spool.seal(FIRST)  # into half 0
    spool.seal(SECOND)  # into half 1
    flip(path, half * HALF + at)
    assert spool.unseal() == (SECOND if half == 0 else FIRST)
    # The next seal must go over the damaged half, never over the only good one.
    good = path.read_bytes()[(1 - half) * HALF :][:HALF]
    spool.seal(THIRD)
    assert path.read_bytes()[(1 - half) * HALF :][:HALF] == good
    assert spool.unseal() == THIRD


@given(torn=st.integers(0, HALF))
def test_that_a_write_torn_anywhere_gives_the_old_text_or_the_new(
    tmp_path_factory: pytest.TempPathFactory, torn: int
) -> None:
    path = tmp_path_factory.mktemp("torn") / "spool"
    Spool.prepare(path)
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    spool.seal(SECOND)
    before = path.read_bytes()
    spool.seal(THIRD)  # into half 0
    after = path.read_bytes()
    path.write_bytes(after[:torn] + before[torn:])
    assert spool.unseal() == (THIRD if torn == HALF else SECOND)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@given(
    history=st.lists(
        st.dictionaries(texts, st.dictionaries(texts, texts, max_size=4), max_size=3),
        min_size=1,
        max_size=5,
    )
)
def test_that_what_was_sealed_last_is_what_comes_back(
    tmp_path_factory: pytest.TempPathFactory, history: list[Drafts]
) -> None:
    path = tmp_path_factory.mktemp("any") / "spool"
    Spool.prepare(path)
    for drafts in history:
        Spool(path, KEY).seal(drafts)
        assert Spool(path, KEY).unseal() == drafts


def test_that_a_half_of_which_the_system_takes_only_a_part_is_not_told_as_sealed(
    path: Path,
) -> None:
    resource = pytest.importorskip("resource")
    spool = Spool(path, KEY)
    spool.seal(FIRST)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (HALF + HALF // 2, hard))
    try:
        with pytest.raises(DiskFailedError):
            spool.seal(SECOND)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert spool.unseal() == FIRST
    spool.seal(SECOND)
    assert spool.unseal() == SECOND


def test_that_a_disk_that_fails_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_fd: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(DiskFullError):
            Spool(path, KEY).seal(FIRST)
    with pytest.raises(DiskFailedError):
        Spool(path.parent, KEY).unseal()  # a folder cannot be read as a file
