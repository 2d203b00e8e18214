from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError
from dsl_desk.domain.keeping_errors import DiskSpaceError, NetworkDriveError, SyncedFolderError
from dsl_desk.system import ballast, drives, synced
from dsl_desk.system.mounts import is_network, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

MOUNTS = r"""
22 28 0:20 / /proc rw,nosuid - proc proc rw
28 1 254:1 / / rw,relatime - ext4 /dev/vda1 rw
30 28 0:31 / /mnt/office rw - cifs //server/office rw
31 28 0:32 / /mnt/the\040office rw - nfs4 server:/office rw
32 28 0:33 / /mnt/office/stick rw - fuseblk /dev/sdb1 rw
33 28 0:34 / /home/dsl/far rw - fuse.sshfs somebody@server: rw
34 28 8:17 / /mnt/covered rw - ext4 /dev/sdc1 rw
35 28 0:35 / /mnt/covered rw - cifs //server/other rw
not a line of ours
"""


@pytest.mark.parametrize(
    ("place", "kind", "network"),
    [
        ("/home/dsl/vault", "ext4", False),
        ("/mnt/office", "cifs", True),
        ("/mnt/office/vault", "cifs", True),
        ("/mnt/officer", "ext4", False),
        ("/mnt/the office/vault", "nfs4", True),
        ("/mnt/office/stick/vault", "fuseblk", False),
        ("/home/dsl/far/vault", "fuse.sshfs", True),
        ("/mnt/covered/vault", "cifs", True),
    ],
)
def test_that_a_place_is_judged_by_the_nearest_drive_above_it(
    place: str, kind: str, *, network: bool
) -> None:
    assert kind_of(PurePosixPath(place), MOUNTS) == kind
    assert is_network(kind) is network


def test_that_a_place_nobody_speaks_of_is_taken_for_this_computer_s() -> None:
    assert not is_network(kind_of(PurePosixPath("/vault"), ""))


@pytest.mark.skipif(sys.platform != "linux", reason="the Linux rules")
def test_that_a_vault_in_use_is_refused_on_a_network_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drives.refuse_unsuited(tmp_path / "vault")
    words = f"1 1 0:1 / {tmp_path} rw - nfs4 server:/ rw\n"
    monkeypatch.setattr(Path, "read_text", lambda *_args: words)
    with pytest.raises(NetworkDriveError):
        drives.refuse_unsuited(tmp_path / "vault")


@pytest.mark.skipif(sys.platform != "linux", reason="the Linux rules")
def test_that_a_system_that_cannot_be_asked_is_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> str:
        raise PermissionError

    monkeypatch.setattr(Path, "read_text", refuse)
    drives.refuse_unsuited(tmp_path)


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Fernhollow Primary School", "OneDrive"),
        ("Dropbox (Fernhollow)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("iCloudDrive", "iCloud Drive"),
        ("Mobile Documents", "iCloud Drive"),
        ("CloudStorage", "a cloud service"),
        ("Box", "Box"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_that_a_synced_folder_is_told_by_its_name(tmp_path: Path, folder: str, why: str) -> None:
    for place in (tmp_path / folder, tmp_path / folder / "Desk" / "vault"):
        with pytest.raises(SyncedFolderError) as told:
            drives.refuse_unsuited(place)
        assert told.value.why == why


@pytest.mark.parametrize(
    "folder", ["Dropboxes", "Our OneDrive notes", "vault", "Boxes", "box", "drive"]
)
def test_that_a_name_that_only_looks_like_one_is_let_be(tmp_path: Path, folder: str) -> None:
    drives.refuse_unsuited(tmp_path / folder)


@pytest.mark.parametrize(("mark", "why"), [(".dropbox", "Dropbox"), (".stfolder", "Syncthing")])
def test_that_a_synced_folder_is_told_by_the_mark_in_it(
    tmp_path: Path, mark: str, why: str
) -> None:
    (tmp_path / mark).mkdir()
    with pytest.raises(SyncedFolderError) as told:
        drives.refuse_unsuited(tmp_path / "deep" / "vault")
    assert told.value.why == why


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_that_a_synced_folder_is_told_by_what_its_program_says(tmp_path: Path, name: str) -> None:
    said = {name: str(tmp_path / "documents")}
    synced.refuse_synced(tmp_path / "vault", said)
    with pytest.raises(SyncedFolderError):
        synced.refuse_synced(tmp_path / "documents" / "vault", said)


def test_that_a_link_into_a_synced_folder_deceives_nobody(tmp_path: Path) -> None:
    (tmp_path / "OneDrive" / "vault").mkdir(parents=True)
    (tmp_path / "plain").symlink_to(tmp_path / "OneDrive" / "vault")
    with pytest.raises(SyncedFolderError):
        drives.refuse_unsuited(tmp_path / "plain")


def test_that_a_link_that_is_itself_synced_is_refused(tmp_path: Path) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "Dropbox").symlink_to(tmp_path / "vault")
    with pytest.raises(SyncedFolderError):
        drives.refuse_unsuited(tmp_path / "Dropbox")


@pytest.mark.parametrize(
    ("tag", "attributes", "cloud"),
    [
        (0, 0, False),
        (0x9000001A, 0, True),
        (0x9000601A, 0, True),
        (0x9000F01A, 0, True),
        (0xA0000003, 0x400, False),  # a mount point
        (0, 0x400000, True),
        (0, 0x40000, True),
        (0, 0x20, False),
    ],
)
def test_that_windows_tags_of_files_elsewhere_are_known(
    tag: int, attributes: int, *, cloud: bool
) -> None:
    assert synced.is_cloud(tag, attributes) is cloud


def test_that_a_tagged_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Tagged(NamedTuple):
        st_reparse_tag: int = 0x9000301A

    real = os.lstat

    def lstat(path: Path) -> object:
        return Tagged() if path == tmp_path else real(path)

    monkeypatch.setattr(synced, "os", _with(lstat))
    with pytest.raises(SyncedFolderError):
        synced.refuse_synced(tmp_path / "vault", {})


def _with(lstat: Callable[[Path], object]) -> object:
    class System:
        pass

    System.lstat = staticmethod(lstat)  # type: ignore[attr-defined]  # a stand-in for a module
    return System


class Usage(NamedTuple):
    free: int


def with_free(monkeypatch: pytest.MonkeyPatch, free: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: Usage(free))


def test_that_a_drive_is_nearly_full_below_500_megabytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_free(monkeypatch, 500_000_000)
    assert not drives.is_low(tmp_path)
    with_free(monkeypatch, 499_999_999)
    assert drives.is_low(tmp_path / "not" / "there" / "yet")


def test_that_what_would_fill_the_drive_is_not_begun(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_free(monkeypatch, 200_000_010)
    drives.need_space(tmp_path, 10)
    with pytest.raises(DiskSpaceError) as told:
        drives.need_space(tmp_path, 11)
    assert told.value.needed == 200_000_011


def test_that_a_drive_that_cannot_be_asked_is_told_as_a_fact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> Usage:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(shutil, "disk_usage", fail)
    with pytest.raises(DiskFailedError):
        drives.free_space(tmp_path)


def test_that_two_folders_of_one_drive_are_known_as_such(tmp_path: Path) -> None:
    assert drives.on_one_drive(tmp_path, tmp_path / "not" / "there")
    assert not drives.on_one_drive(tmp_path, Path("/proc"))


def test_that_the_ballast_takes_real_room_and_gives_it_back(tmp_path: Path) -> None:
    assert ballast.keep(tmp_path)
    file = tmp_path / ballast.NAME
    assert file.stat().st_size == ballast.SIZE
    assert file.stat().st_blocks * 512 >= ballast.SIZE
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.stat().st_mtime_ns
    assert ballast.keep(tmp_path)
    assert file.stat().st_mtime_ns == before
    assert ballast.give_up(tmp_path)
    assert not file.exists()
    assert not ballast.give_up(tmp_path)


def test_that_no_ballast_is_taken_from_a_drive_that_is_nearly_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_free(monkeypatch, 400_000_000)
    assert not ballast.keep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_that_ballast_cut_short_is_made_whole(tmp_path: Path) -> None:
    (tmp_path / ballast.NAME).write_bytes(b"cut short")
    assert ballast.keep(tmp_path)
    assert (tmp_path / ballast.NAME).stat().st_size == ballast.SIZE


@pytest.mark.parametrize("number", [errno.EOPNOTSUPP, None])
def test_that_ballast_is_written_out_where_room_cannot_be_set_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int | None
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(number, "")

    if number is None:
        monkeypatch.delattr(os, "posix_fallocate")
    else:
        monkeypatch.setattr(os, "posix_fallocate", refuse)
    assert ballast.keep(tmp_path)
    assert (tmp_path / ballast.NAME).stat().st_size == ballast.SIZE


def test_that_ballast_that_finds_no_room_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "posix_fallocate", full)
    assert not ballast.keep(tmp_path)
    assert list(tmp_path.iterdir()) == []
