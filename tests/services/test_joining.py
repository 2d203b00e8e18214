"""Two copies of a vault that went on apart come together again."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.keeping_errors import (
    NoCopyError,
    OtherMembersError,
    OtherVaultError,
    SnapshotDamagedError,
)
from dsl_desk.domain.progress import untold
from dsl_desk.services.bringing_back import bring_back
from dsl_desk.services.founding import found
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.restoring import restore
from dsl_desk.services.vaults import open_desk
from dsl_desk.storage.blobs import BlobStore
from tests.builders import SCHOOL, a_founder
from tests.conftest import FONTS, TrainingVault
from tests.services.copies import record, taken
from tests.services.staffroom import OWEN, Staffroom

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.storage.blobs import BlobKey

CHILDREN = Compartment.CHILDREN


def elsewhere(vault: TrainingVault, folder: Path) -> TrainingVault:
    """The same member with the same keys, on another laptop."""
    return TrainingVault(folder, vault.member, vault.key, vault.clock)


def put_evidence(folder: Path) -> BlobKey:
    place = evidence_folder(folder, CHILDREN)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    return BlobStore(place).put(io.BytesIO(b"a page of a chat"))


@pytest.fixture
def apart(vault: TrainingVault, stick: Path, tmp_path: Path) -> tuple[TrainingVault, BlobKey]:
    """A vault, and what was written on another laptop after a copy came back there."""
    desk = vault.unlock()
    record(desk, vault)
    copy = taken(desk, vault, stick)
    there = elsewhere(vault, tmp_path / "laptop")
    restore(copy, there.folder)
    record(desk, vault)
    desk.close()
    other = there.unlock()
    record(other, there)
    record(other, there)
    blob = put_evidence(there.folder)
    taken(other, there, tmp_path / "second")
    other.close()
    return there, blob


def test_that_a_preview_says_what_would_come_in_and_changes_nothing(
    vault: TrainingVault, apart: tuple[TrainingVault, BlobKey], tmp_path: Path
) -> None:
    assert apart[0].folder.exists()
    desk = vault.unlock()
    before = desk.vault.heads()
    told: list[int] = []
    found = desk.joining.what_comes_in(tmp_path / "second", lambda done, _of: told.append(done))
    incoming = {one.part: one for one in found}
    assert set(incoming) == {Compartment.SCHOOL, CHILDREN, Compartment.STAFF}
    children = incoming[CHILDREN]
    assert children.entries == 3  # the strand's beginning, two concerns
    assert children.refs == ("C-2026-002", "C-2026-003")
    assert children.first is not None
    assert children.last is not None
    assert children.first < children.last
    assert desk.vault.heads() == before
    assert told == [1, 2, 3]
    desk.close()


@pytest.mark.parametrize("source", ["second", "laptop"])
def test_that_what_the_other_has_comes_in_whole_from_a_copy_or_a_vault_kept_aside(
    vault: TrainingVault, apart: tuple[TrainingVault, BlobKey], tmp_path: Path, source: str
) -> None:
    _there, blob = apart
    desk = vault.unlock()
    joined = desk.joining.join(tmp_path / source)
    assert joined.things == {Thing.VAULT, Thing.CONCERNS}
    assert joined.answer.entries > 3
    assert joined.answer.apart == ()
    assert desk.concerns.page(0, 9).total == 4
    store = BlobStore(evidence_folder(vault.folder, CHILDREN))
    assert b"".join(store.read(blob)) == b"a page of a chat"
    desk.vault.check(untold)
    again = desk.joining.what_comes_in(tmp_path / source)
    assert [one.entries for one in again if one.part is CHILDREN] == [0]
    assert [one.first for one in again if one.part is CHILDREN] == [None]
    assert desk.joining.join(tmp_path / source).answer.entries == 0
    desk.close()


def test_that_a_vault_kept_aside_comes_back_into_the_copy_that_took_its_place(
    vault: TrainingVault, stick: Path, tmp_path: Path
) -> None:
    desk = vault.unlock()
    copy = taken(desk, vault, stick)
    record(desk, vault)
    desk.close()
    kept = bring_back(copy, vault.folder, vault.clock).kept
    desk = vault.unlock()
    assert desk.concerns.page(0, 1).total == 0
    desk.joining.join(tmp_path / kept)
    assert desk.concerns.page(0, 1).total == 1
    desk.vault.check(untold)
    desk.close()


def test_that_a_copy_of_another_vault_is_refused(vault: TrainingVault, tmp_path: Path) -> None:
    founder = a_founder()
    stranger = tmp_path / "stranger"
    member = found(stranger, SCHOOL, founder, vault.clock)
    open_desk(stranger, member, founder.key, vault.place, FONTS).close()
    desk = vault.unlock()
    with pytest.raises(OtherVaultError):
        desk.joining.what_comes_in(stranger)
    with pytest.raises(NoCopyError):
        desk.joining.what_comes_in(tmp_path / "nothing")
    desk.close()


def test_that_a_copy_with_other_members_is_refused_and_the_older_one_may_come_in(
    vault: TrainingVault, apart: tuple[TrainingVault, BlobKey]
) -> None:
    there, _blob = apart
    school = Staffroom(there)
    with school.desk() as other:
        school.add(other, OWEN)
    desk = vault.unlock()
    with pytest.raises(OtherMembersError):
        desk.joining.join(there.folder)
    desk.close()
    with school.desk() as other:
        assert other.joining.join(vault.folder).answer.entries > 0


@pytest.mark.parametrize("harm", ["journal", "torn"])
def test_that_a_copy_that_is_not_whole_is_refused_by_name(
    vault: TrainingVault, apart: tuple[TrainingVault, BlobKey], harm: str
) -> None:
    there, _blob = apart
    part = there.folder / "parts" / "children.part"
    if harm == "journal":
        part.with_name("children.part-journal").write_bytes(b"half of a save")
    else:
        content = bytearray(part.read_bytes())
        content[-100] ^= 1
        part.write_bytes(content)
    desk = vault.unlock()
    with pytest.raises((SnapshotDamagedError, DamageError)) as told:
        desk.joining.join(there.folder)
    assert isinstance(told.value, SnapshotDamagedError)
    assert told.value.file == "parts/children.part"
    desk.close()
