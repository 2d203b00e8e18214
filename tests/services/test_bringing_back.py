from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import StoppedError
from dsl_desk.domain.keeping_errors import NoCopyError, SnapshotDamagedError
from dsl_desk.domain.vault_errors import RolledBackError, VaultInUseError
from dsl_desk.services.bringing_back import bring_back, find_copies
from dsl_desk.services.places import open_lock
from dsl_desk.services.vaults import open_desk
from dsl_desk.system import locks
from tests.builders import SCHOOL
from tests.conftest import FONTS
from tests.services.copies import files_in, record, taken

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault


def concerns_in(vault: TrainingVault, folder: Path) -> int:
    desk = open_desk(folder, vault.member, vault.key, vault.place, FONTS)
    try:
        return desk.concerns.page(0, 1).total
    finally:
        desk.close()


def test_that_copies_are_found_from_the_folder_chosen_ours_and_the_copy_itself(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    older, newer = taken(desk, vault, stick), taken(desk, vault, stick)
    for folder in (stick, newer.parent):
        assert [copy.folder for copy in find_copies(folder)] == [newer, older]
    (itself,) = find_copies(older)
    assert (itself.school, itself.folder) == (SCHOOL, older)


def test_that_a_folder_without_a_copy_is_told_and_a_damaged_one_named(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    for empty in (stick, stick / "not there"):
        with pytest.raises(NoCopyError):
            find_copies(empty)
    copy = taken(desk, vault, stick)
    (copy / "vault.json").write_bytes(b"{}")
    with pytest.raises(SnapshotDamagedError):
        find_copies(stick)
    good = taken(desk, vault, stick)
    assert [found.folder for found in find_copies(stick)] == [good]


def test_that_a_copy_comes_back_where_no_vault_stands(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    record(desk, vault)
    copy = taken(desk, vault, stick)
    desk.close()
    there = tmp_path / "laptop" / "vault"
    done = bring_back(copy, there, vault.clock)
    assert (done.school, done.taken_at, done.kept) == (SCHOOL, vault.clock.now(), "")
    assert concerns_in(vault, there) == 1
    (tmp_path / "empty").mkdir()
    assert bring_back(copy, tmp_path / "empty", vault.clock).kept == ""


def test_that_what_stood_there_is_kept_whole_beside_it(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    record(desk, vault)
    copy = taken(desk, vault, stick)
    record(desk, vault)
    desk.close()
    done = bring_back(copy, vault.folder, vault.clock)
    assert concerns_in(vault, vault.folder) == 1
    assert done.kept == "vault kept 2026-11-19 121700"
    assert concerns_in(vault, tmp_path / done.kept) == 2


def test_that_a_vault_that_is_open_somewhere_is_left_alone(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    copy = taken(desk, vault, stick)
    told: list[int] = []
    opener = locks.take(open_lock(vault.folder), vault.clock)
    with pytest.raises(VaultInUseError):
        bring_back(copy, vault.folder, vault.clock, lambda done, _of: told.append(done))
    assert told == []  # it is told before anything is copied
    opener.release()
    desk.close()

    def open_it_meanwhile(_done: int, _of: int) -> None:
        if not told:
            told.append(1)
            held.append(locks.take(open_lock(vault.folder), vault.clock))

    held: list[locks.SingleOpener] = []
    with pytest.raises(VaultInUseError):
        bring_back(copy, vault.folder, vault.clock, open_it_meanwhile)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "vault"]
    held[0].release()
    assert bring_back(copy, vault.folder, vault.clock).kept


def test_that_a_copy_that_is_damaged_or_stopped_changes_nothing(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    copy = taken(desk, vault, stick)
    desk.close()
    before = files_in(vault.folder)

    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        bring_back(copy, vault.folder, vault.clock, stop)
    part = next(path for path in copy.rglob("children.part"))
    part.write_bytes(part.read_bytes()[:-1])
    with pytest.raises(SnapshotDamagedError):
        bring_back(copy, vault.folder, vault.clock)
    assert files_in(vault.folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stick", "vault"]


def test_that_one_that_was_cut_short_is_in_nobodys_way(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    copy = taken(desk, vault, stick)
    desk.close()
    coming = tmp_path / "vault.coming"
    coming.mkdir()
    (coming / "half").write_bytes(b"of a file")
    bring_back(copy, vault.folder, vault.clock)
    assert not coming.exists()
    assert not (vault.folder / "half").exists()


def test_that_an_older_copy_in_its_place_is_named_at_the_next_unlock(
    vault: TrainingVault, stick: Path
) -> None:
    desk = vault.unlock()
    copy = taken(desk, vault, stick)
    record(desk, vault)
    desk.close()
    bring_back(copy, vault.folder, vault.clock)
    desk = vault.unlock()
    told = [notice.error for notice in desk.vault.noticed()]
    missing = [one for one in told if isinstance(one, RolledBackError)]
    assert [(one.compartment, one.missing) for one in missing] == [
        (Compartment.SCHOOL, 1),  # that the copy was made stands there after it
        (Compartment.CHILDREN, 1),
    ]
    desk.close()
    desk = vault.unlock()
    assert desk.vault.noticed() == ()
    desk.close()
