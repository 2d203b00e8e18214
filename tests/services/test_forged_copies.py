"""Copies that a member who may make copies made wrongly on purpose: signed, and refused."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import RollMark
from dsl_desk.domain.keeping_errors import SnapshotDamagedError
from dsl_desk.domain.vault_errors import VaultTooNewError
from dsl_desk.services.restoring import restore
from dsl_desk.storage import snapshots
from dsl_desk.storage.manifest import FileRow, Manifest, SignedManifest, read_manifest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.services.desk import Desk


def sign(copy: Path, desk: Desk, change: Callable[[Manifest], Manifest]) -> None:
    manifest = change(read_manifest(copy).manifest)
    signed = SignedManifest.by(desk.snapshots._person, manifest)
    (copy / "manifest.json").write_bytes(signed.written())


def as_it_is_now(copy: Path, name: str) -> Callable[[Manifest], Manifest]:
    content = (copy / name).read_bytes()
    row = FileRow(name, hashlib.sha256(content).digest(), len(content))
    return lambda manifest: replace(
        manifest, files=tuple(row if row.name == old.name else old for old in manifest.files)
    )


def test_that_a_part_signed_for_with_pages_that_do_not_prove_is_refused(
    copy: Path, desk: Desk
) -> None:
    part = copy / "parts" / "children.part"
    content = bytearray(part.read_bytes())
    content[4096 * 2 + 50] ^= 1
    part.write_bytes(bytes(content))
    sign(copy, desk, as_it_is_now(copy, "parts/children.part"))
    with pytest.raises(SnapshotDamagedError) as told:
        desk.snapshots.rehearse(copy)
    assert told.value.file == "parts/children.part"


def test_that_a_part_that_does_not_go_as_far_as_was_signed_is_refused(
    copy: Path, desk: Desk
) -> None:
    sign(
        copy,
        desk,
        lambda manifest: replace(
            manifest, parts=tuple(replace(part, heads=()) for part in manifest.parts)
        ),
    )
    with pytest.raises(SnapshotDamagedError) as told:
        desk.snapshots.rehearse(copy)
    assert told.value.file.startswith("parts/")


@pytest.mark.parametrize("page", [b"{}", b'{"format":1}'])
def test_that_a_page_that_is_no_page_is_refused_even_when_signed_for(
    copy: Path, desk: Desk, tmp_path: Path, page: bytes
) -> None:
    (copy / "vault.json").write_bytes(page)
    sign(copy, desk, as_it_is_now(copy, "vault.json"))
    with pytest.raises(SnapshotDamagedError) as told:
        restore(copy, tmp_path / "back")
    assert told.value.file == "vault.json"


def test_that_a_page_of_a_newer_program_is_told_as_such(
    copy: Path, desk: Desk, tmp_path: Path
) -> None:
    page = (copy / "vault.json").read_bytes()
    (copy / "vault.json").write_bytes(page.replace(b'"format":', b'"format":9', 1))
    sign(copy, desk, as_it_is_now(copy, "vault.json"))
    with pytest.raises(VaultTooNewError):
        restore(copy, tmp_path / "back")


@pytest.mark.parametrize(
    "change",
    [
        lambda manifest: replace(manifest, roll=RollMark(1, bytes(32))),
        lambda manifest: replace(manifest, vault="09" * 16),
    ],
)
def test_that_a_manifest_of_another_roll_or_vault_is_refused(
    copy: Path, desk: Desk, tmp_path: Path, change: Callable[[Manifest], Manifest]
) -> None:
    sign(copy, desk, change)
    with pytest.raises(SnapshotDamagedError) as told:
        restore(copy, tmp_path / "back")
    assert told.value.file == "manifest.json"


@pytest.mark.parametrize("name", ["vault.json", "parts/school.part"])
def test_that_a_manifest_that_leaves_out_what_a_vault_needs_is_refused(
    copy: Path, desk: Desk, tmp_path: Path, name: str
) -> None:
    sign(
        copy,
        desk,
        lambda manifest: replace(
            manifest, files=tuple(row for row in manifest.files if row.name != name)
        ),
    )
    with pytest.raises(SnapshotDamagedError) as told:
        restore(copy, tmp_path / "back")
    assert told.value.file == name


def test_that_half_of_a_pair_is_not_opened_in_a_rehearsal(copy: Path, desk: Desk) -> None:
    journal = copy / "parts" / "staff.part-journal"
    journal.write_bytes(b"of a part whose maker could not open it")
    row = FileRow("parts/staff.part-journal", hashlib.sha256(journal.read_bytes()).digest(), 39)
    sign(copy, desk, lambda manifest: replace(manifest, files=(*manifest.files, row)))
    rehearsal = desk.snapshots.rehearse(copy).answer
    assert "staff" not in {part.value for part in rehearsal.opened}
    assert len(rehearsal.opened) == 3


def test_that_a_part_nobody_here_has_open_is_counted_and_not_compared(
    copy: Path, desk: Desk
) -> None:
    desk.sitting.leave(Compartment.STAFF)
    rehearsal = desk.snapshots.rehearse(copy).answer
    assert Compartment.STAFF in rehearsal.opened
    assert rehearsal.behind == 1


def test_that_a_manifest_that_does_not_read_back_gets_no_name(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "read_manifest", lambda _aside: None)
    with pytest.raises(SnapshotDamagedError) as told:
        desk.snapshots.take(stick)
    assert told.value.file == "manifest.json"
    assert not [path for path in stick.rglob("*") if path.is_file()]


def test_that_a_system_that_keeps_files_in_memory_is_not_asked_to_forget_them(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise")
    assert desk.snapshots.take(stick).answer.files > 1


def test_that_a_part_of_another_salt_is_refused_even_when_signed_for(
    copy: Path, desk: Desk
) -> None:
    part = copy / "parts" / "children.part"
    part.write_bytes(bytes(16) + part.read_bytes()[16:])
    sign(copy, desk, as_it_is_now(copy, "parts/children.part"))
    with pytest.raises(SnapshotDamagedError) as told:
        desk.snapshots.rehearse(copy)
    assert told.value.file == "parts/children.part"
