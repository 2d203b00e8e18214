from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.errors import DamageError, NotEntitledError, StoppedError
from dsl_desk.domain.keeping_errors import DiskSpaceError, SnapshotDamagedError
from dsl_desk.domain.snapshot import Worry
from dsl_desk.services.founding import found
from dsl_desk.services.restoring import restore
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage import copying, snapshots
from dsl_desk.storage.manifest import read_manifest
from tests.builders import a_founder
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain
from tests.services.copies import FILES, ROWS, files_in, put_back_after, record, taken

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.blobs import BlobKey
    from tests.conftest import TrainingVault


def test_that_a_copy_holds_everything_but_what_is_being_typed(
    desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey
) -> None:
    record(desk, vault)
    desk.drafts.keep("concern", {"words": "not said yet"})
    copy = taken(desk, vault, stick)
    assert files_in(copy) == {
        "manifest.json",
        "vault.json",
        "parts/school.part",
        "parts/children.part",
        "parts/staff.part",
        "parts/declarations.part",
        *(f"slots/{row}-{number}.slot" for row in ROWS for number in (1, 2)),
        f"drop/{vault.member}.drop",
    }
    assert files_in(copy.parent / "evidence") == {f"children/{blob.name}.blob"}
    assert {row.name for row in read_manifest(copy).manifest.files} == {
        *(files_in(copy) - {"manifest.json"}),
        f"evidence/children/{blob.name}.blob",
    }


def test_that_evidence_is_copied_once_for_all_copies(
    desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey
) -> None:
    first = taken(desk, vault, stick)
    shared = first.parent / "evidence" / "children" / f"{blob.name}.blob"
    before = shared.stat()
    told: list[int] = []
    vault.clock.advance(minutes=1)
    second = Path(desk.snapshots.take(stick, lambda _done, of: told.append(of)).answer.folder)
    after = shared.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert read_manifest(first).manifest.of(f"evidence/children/{blob.name}.blob") == read_manifest(
        second
    ).manifest.of(f"evidence/children/{blob.name}.blob")
    assert told[-1] < 2 * read_manifest(second).manifest.size


def test_that_a_copy_once_made_is_never_touched_again(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    first = taken(desk, vault, stick)
    before = {name: (first / name).read_bytes() for name in files_in(first)}
    record(desk, vault)
    second = taken(desk, vault, stick)
    assert {name: (first / name).read_bytes() for name in files_in(first)} == before
    assert second != first
    assert desk.snapshots.copies_in(stick) == (second, first)


def test_that_a_copy_is_written_down_and_told_on_the_today_page(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    assert desk.snapshots.state().worries == (Worry.NEVER_TAKEN,)
    view = desk.snapshots.take(stick).answer
    state = desk.snapshots.state()
    assert state.newest == view
    assert set(state.worries) == {Worry.SAME_DRIVE, Worry.NEVER_REHEARSED}
    rehearsal = desk.snapshots.rehearse(Path(view.folder)).answer
    state = desk.snapshots.state()
    assert state.rehearsed_at == rehearsal.at
    assert state.worries == (Worry.SAME_DRIVE,)
    vault.clock.advance(days=4)
    assert set(desk.snapshots.state().worries) == {Worry.SAME_DRIVE, Worry.OLD}


def test_that_a_rehearsal_counts_and_compares_and_changes_nothing(
    desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey
) -> None:
    record(desk, vault)
    copy = taken(desk, vault, stick)
    before = {name: (copy.parent / name).read_bytes() for name in files_in(copy.parent)}
    record(desk, vault)
    rehearsal = desk.snapshots.rehearse(copy).answer
    assert set(rehearsal.opened) == set(Compartment)
    assert rehearsal.files == FILES
    assert rehearsal.behind == 2  # a concern, and that the copy was made
    assert rehearsal.beyond == 0
    assert {name: (copy.parent / name).read_bytes() for name in files_in(copy.parent)} == before
    assert not list((vault.folder / "parts").glob("*.restored"))
    assert blob.name


def test_that_a_rehearsal_tells_what_the_vault_has_lost(vault: TrainingVault, stick: Path) -> None:
    copy = put_back_after(vault, stick)
    desk = vault.unlock()
    rehearsal = desk.snapshots.rehearse(copy).answer
    # The vault has since: that the copy was made, the unlock, and the strand it goes on in.
    assert (rehearsal.beyond, rehearsal.behind) == (3, 3)
    record(desk, vault)
    assert desk.snapshots.rehearse(copy).answer.beyond == 3
    desk.close()


def test_that_a_rehearsal_names_a_number_that_stands_for_two_entries(
    vault: TrainingVault, stick: Path
) -> None:
    copy = put_back_after(vault, stick)
    forgetful = replace(vault, keychain=FakeKeychain())
    desk = forgetful.unlock()
    assert desk.snapshots.rehearse(copy).answer.beyond == 3
    record(desk, vault)
    with pytest.raises(DamageError) as told:
        desk.snapshots.rehearse(copy)
    assert told.value.where.damage is Damage.TWICE
    desk.close()


def test_that_what_does_not_read_back_gets_no_name(
    desk: Desk, stick: Path, blob: BlobKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = copying.copy_row
    for wrong in (f"{blob.name}.blob", "children.part", "vault.json"):

        def forgetful(
            name: str, source: object, target: Path, tell: object, wrong: str = wrong
        ) -> object:
            row = real(name, source, target, tell)  # type: ignore[arg-type]  # handed on
            if name.endswith(wrong):
                target.write_bytes(target.read_bytes()[:-1])
            return row

        with monkeypatch.context() as broken:
            broken.setattr(snapshots, "copy_row", forgetful)
            with pytest.raises(SnapshotDamagedError) as told:
                desk.snapshots.take(stick)
        assert told.value.file.endswith(wrong)
        assert desk.snapshots.copies_in(stick) == ()
        assert not list(stick.rglob("*.new"))
    assert desk.snapshots.state().newest is None
    assert desk.snapshots.take(stick).answer.files == FILES


def test_that_a_vault_with_an_altered_page_makes_no_copy(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    part = vault.folder / "parts" / "staff.part"
    with part.open("r+b") as file:
        file.seek(4096 * 2 + 100)
        file.write(b"noise")
    with pytest.raises(DamageError):
        desk.snapshots.take(stick)
    assert desk.snapshots.copies_in(stick) == ()


def test_that_a_copy_that_is_stopped_leaves_nothing(
    desk: Desk, stick: Path, vault: TrainingVault
) -> None:
    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        desk.snapshots.take(stick, stop)
    assert not [path for path in stick.rglob("*") if path.is_file()]
    taken(desk, vault, stick)


def test_that_what_a_killed_copy_left_is_cleared_by_the_next(
    desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey
) -> None:
    first = taken(desk, vault, stick)
    left = first.with_name("2026-11-18T120000Z-abcdef.new")
    left.mkdir()
    (left / "vault.json").write_bytes(b"half")
    piece = first.parent / "evidence" / "children" / f"{blob.name}.blob.new"
    piece.write_bytes(b"half")
    second = taken(desk, vault, stick)
    assert not left.exists()
    assert not piece.exists()
    assert desk.snapshots.copies_in(stick) == (second, first)


def test_that_evidence_gone_bad_on_the_stick_is_mended_by_a_thorough_copy(
    copy: Path, desk: Desk, stick: Path, blob: BlobKey, tmp_path: Path
) -> None:
    shared = copy.parent / "evidence" / "children" / f"{blob.name}.blob"
    content = shared.read_bytes()
    shared.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(SnapshotDamagedError):
        desk.snapshots.rehearse(copy)
    desk.snapshots.take(stick, thorough=True)
    assert shared.read_bytes() == content
    desk.snapshots.take(stick, thorough=True)
    restore(copy, tmp_path / "back")


def test_that_evidence_gone_from_the_stick_is_copied_again(
    copy: Path, desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey
) -> None:
    (copy.parent / "evidence" / "children" / f"{blob.name}.blob").unlink()
    desk.snapshots.rehearse(taken(desk, vault, stick))


def test_that_a_stick_with_too_little_room_is_told_before_anything_is_written(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dsl_desk.system.drives.free_space", lambda _folder: 1000)
    with pytest.raises(DiskSpaceError):
        desk.snapshots.take(stick)
    assert files_in(stick) == set()


def test_that_old_copies_are_let_go_and_evidence_no_copy_needs(
    desk: Desk, vault: TrainingVault, stick: Path, blob: BlobKey, tmp_path: Path
) -> None:
    newest = [taken(desk, vault, stick) for _ in range(9)][-1]
    unneeded = newest.parent / "evidence" / "children" / f"{'0' * 32}.blob"
    unneeded.write_bytes(b"of a record that was disposed of")
    assert desk.snapshots.thin_out(stick) == 8
    assert desk.snapshots.copies_in(stick) == (newest,)
    assert files_in(newest.parent / "evidence") == {f"children/{blob.name}.blob"}
    restore(newest, tmp_path / "back")


def test_that_nothing_is_let_go_where_a_folder_cannot_be_read(
    desk: Desk, vault: TrainingVault, stick: Path
) -> None:
    assert desk.snapshots.thin_out(stick) == 0
    copies = {taken(desk, vault, stick) for _ in range(3)}
    (min(copies) / "manifest.json").write_bytes(b"{}")
    assert desk.snapshots.thin_out(stick) == 0
    assert all(copy.exists() for copy in copies)


def test_that_copies_of_another_vault_are_not_ours(
    desk: Desk, vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    ours = taken(desk, vault, stick)
    founder = a_founder()
    other = found(tmp_path / "other", "Birchwell School", founder, vault.clock)
    stranger = open_desk(tmp_path / "other", other, founder.key, vault.place, FONTS)
    theirs = Path(stranger.snapshots.take(stick).answer.folder)
    stranger.close()
    theirs.rename(ours.parent / theirs.name)
    assert desk.snapshots.copies_in(stick) == (ours,)


def test_that_whoever_may_not_write_it_down_makes_no_copy(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(desk.sitting), "may_write", lambda *_args: False)
    for ask in (lambda: desk.snapshots.take(stick), lambda: desk.snapshots.rehearse(stick)):
        with pytest.raises(NotEntitledError):
            ask()
    assert files_in(stick) == set()
