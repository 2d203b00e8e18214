from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.keeping_errors import (
    FolderNotEmptyError,
    SnapshotDamagedError,
    SyncedFolderError,
)
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.domain.vault_errors import VaultTooNewError
from dsl_desk.keys.person import Person
from dsl_desk.services.doorstep import derive_by_kit
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.restoring import restore
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.storage.manifest import SignedManifest, read_manifest
from tests.builders import a_concern_draft, an_entry_id
from tests.conftest import FONTS
from tests.services.copies import FILES, files_in, record, taken
from tests.services.doorways import House

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


def every_file(copy: Path) -> list[Path]:
    return [*copy.rglob("*.json"), *copy.rglob("*.part"), *copy.parent.glob("evidence/*/*")]


def refused(copy: Path, desk: Desk, into: Path) -> Iterator[str]:
    with pytest.raises(SnapshotDamagedError) as told:
        restore(copy, into)
    assert not into.exists()
    assert not into.with_name(f"{into.name}.new").exists()
    yield told.value.file
    with pytest.raises(SnapshotDamagedError) as told:
        desk.snapshots.rehearse(copy)
    yield told.value.file


def test_that_a_copy_with_a_file_missing_is_refused_by_its_name(
    copy: Path, desk: Desk, tmp_path: Path
) -> None:
    for file in every_file(copy):
        content = file.read_bytes()
        file.unlink()
        for named in refused(copy, desk, tmp_path / "back"):
            assert named.endswith(file.name)
        file.write_bytes(content)
    restore(copy, tmp_path / "back")


@pytest.mark.parametrize("harm", ["cut", "grown", "flipped", "emptied"])
def test_that_a_copy_with_a_file_altered_is_refused_by_its_name(
    copy: Path, desk: Desk, tmp_path: Path, harm: str
) -> None:
    for file in every_file(copy):
        content = file.read_bytes()
        half = len(content) // 2
        flipped = content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :]
        altered = {
            "cut": content[:-1],
            "grown": content + b" ",
            "flipped": flipped,
            "emptied": b"",
        }
        file.write_bytes(altered[harm])
        for named in refused(copy, desk, tmp_path / "back"):
            assert named.endswith(file.name)
        file.write_bytes(content)
    restore(copy, tmp_path / "back")


def test_that_a_copy_mixed_of_two_is_refused(
    copy: Path, desk: Desk, vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    record(desk, vault)
    later = taken(desk, vault, stick)
    for name in ("parts/children.part", "parts/school.part", "manifest.json"):
        content = (copy / name).read_bytes()
        (copy / name).write_bytes((later / name).read_bytes())
        wrong = set(refused(copy, desk, tmp_path / "back"))
        assert wrong == ({"parts/children.part"} if name == "manifest.json" else {name})
        (copy / name).write_bytes(content)
    restore(copy, tmp_path / "back")


def test_that_a_manifest_nobody_of_the_vault_signed_is_refused(
    copy: Path, desk: Desk, tmp_path: Path
) -> None:
    signed = read_manifest(copy)
    stranger = Person.fresh(MemberId("09" * 16))
    fewer = replace(signed.manifest, files=signed.manifest.files[1:])
    for forged in (
        SignedManifest.by(stranger, signed.manifest),
        SignedManifest.by(stranger, replace(signed.manifest, author=stranger.id)),
        SignedManifest(fewer, signed.signature),
    ):
        (copy / "manifest.json").write_bytes(forged.written())
        for named in refused(copy, desk, tmp_path / "back"):
            assert named == "manifest.json"


def test_that_a_copy_of_a_newer_program_is_told_as_such(copy: Path, tmp_path: Path) -> None:
    content = (copy / "manifest.json").read_bytes()
    (copy / "manifest.json").write_bytes(content.replace(b'"format":1', b'"format":2', 1))
    with pytest.raises(VaultTooNewError):
        restore(copy, tmp_path / "back")


def test_that_a_manifest_leads_nowhere_out_of_its_folder(copy: Path, tmp_path: Path) -> None:
    content = (copy / "manifest.json").read_bytes()
    for name in (b"../school.part", b"/etc/school.part", b"parts/../x.part", b"parts//x.part", b""):
        (copy / "manifest.json").write_bytes(content.replace(b"parts/school.part", name))
        with pytest.raises(SnapshotDamagedError) as told:
            restore(copy, tmp_path / "back")
        assert told.value.file == "manifest.json"


def test_that_a_vault_is_restored_into_an_empty_folder_only(copy: Path, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "letter.txt").write_text("mine", "utf-8")
    with pytest.raises(FolderNotEmptyError):
        restore(copy, full)
    assert files_in(full) == {"letter.txt"}
    with pytest.raises(FolderNotEmptyError):
        restore(copy, full / "letter.txt")
    with pytest.raises(SyncedFolderError):
        restore(copy, tmp_path / "Dropbox" / "vault")
    empty = tmp_path / "empty"
    empty.mkdir()
    left = tmp_path / "empty.new"
    left.mkdir()
    (left / "half").write_bytes(b"of a restore that was cut short")
    restore(copy, empty)
    assert (empty / "vault.json").exists()
    assert not left.exists()


def test_that_a_vault_comes_back_whole_with_nothing_but_the_copy(
    vault: TrainingVault, stick: Path, blob: BlobKey, tmp_path: Path
) -> None:
    desk = vault.unlock()
    record(desk, vault)
    copy = taken(desk, vault, stick)
    before = {part: opened.part.ledger.heads() for part, opened in desk.sitting.parts.items()}
    desk.close()
    shutil.rmtree(vault.folder)
    told: list[tuple[int, int]] = []
    back = tmp_path / "new laptop" / "vault"
    restored = restore(copy, back, lambda done, of: told.append((done, of)))
    assert (restored.school, restored.files) == ("Fernhollow Primary School", FILES)
    assert told[-1][0] == told[-1][1]
    assert back.stat().st_mode & 0o777 == 0o700
    again = open_desk(back, vault.member, vault.key, vault.place, FONTS)
    assert [row.ref for row in again.concerns.page(0, 9).rows] == ["C-2026-001"]
    assert again.vault.check(lambda _done, _of: None).entries > 0
    assert not again.drafts.lost
    assert again.drafts.brought_back() == {}
    content = BlobStore(evidence_folder(back, Compartment.CHILDREN)).read(blob)
    assert b"".join(content) == b"a picture" * 20_000
    for part, heads in before.items():
        ledger = again.sitting.part(part).ledger
        known = {head.strand: head for head in ledger.heads()}
        if part is not Compartment.SCHOOL:  # where the copy itself was written down afterwards
            assert all(known[head.strand] == head for head in heads)
    again.close()


@pytest.mark.gate_story
def test_that_on_a_new_computer_a_copy_and_the_kit_are_enough(
    tmp_path: Path, stick: Path, clock: FakeClock
) -> None:
    house = House(tmp_path / "vault", clock).set_up()
    desk = open_desk(house.folder, house.member, house.founded.key, house.place, FONTS)
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    copy = Path(desk.snapshots.take(stick).answer.folder)
    desk.close()
    shutil.rmtree(house.folder)
    there = House(tmp_path / "new laptop" / "vault", clock)  # its keychain knows nothing
    restore(copy, there.folder)
    key = derive_by_kit(there.folder, house.member, house.founded.kit.code)
    again = open_desk(there.folder, house.member, key, there.place, FONTS)
    assert [row.ref for row in again.concerns.page(0, 9).rows] == ["C-2026-001"]
    assert again.vault.check(lambda _done, _of: None).entries > 0
    assert not again.vault.noticed()
    again.close()


def test_that_what_was_restored_begins_a_new_strand_in_every_part_once(
    desk: Desk, vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    copy = taken(desk, vault, stick)
    back = tmp_path / "back"
    restore(copy, back)
    for _ in range(2):
        again = open_desk(back, vault.member, vault.key, vault.place, FONTS)
        for part in again.sitting.parts:
            ledger = again.sitting.part(part).ledger
            (old,) = desk.sitting.part(part).ledger.strands()
            (new,) = set(ledger.strands()) - {old}
            line = ledger.at(new, 1)
            assert line is not None
            birth = birth_of(ledger.prove(line))
            assert birth.why is Began.RESTORE
            assert [head.strand for head in birth.grew_from] == [old]
        again.close()
