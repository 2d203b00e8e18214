from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.damage import Damage
from dsl_desk.domain.disk_errors import DiskFullError, DiskReadOnlyError
from dsl_desk.domain.errors import DamageError, DraftError, Problem
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.vault_errors import NotAVaultError, VaultExistsError, VaultMissingError
from dsl_desk.domain.way_errors import WrongPassphraseError
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services import founding
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import create, open_desk
from tests.builders import PASSPHRASE, SCHOOL, a_founder, a_set_up, nowhere
from tests.conftest import FONTS
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

NOBODY = MemberId("09" * 16)


@pytest.mark.gate_story
def test_that_a_passphrase_opens_the_vault_it_was_set_up_with(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "deep" / "vault"
    place = Doorstep(clock, FakeKeychain())
    create(folder, a_set_up(), place, FLOOR)
    face = face_of(folder)
    assert face is not None
    assert [(member.name, member.role) for member in face.members] == [("Maya Fernsby", Role.DSL)]
    assert face.school == SCHOOL
    key = derive(folder, face.members[0].id, PASSPHRASE, place)
    desk = open_desk(folder, face.members[0].id, key, place, FONTS)
    assert desk.member == face.members[0]
    desk.close()
    with pytest.raises(WrongPassphraseError):
        derive(folder, face.members[0].id, PASSPHRASE + " ", place)


def test_that_set_up_tells_all_its_problems_at_once(tmp_path: Path, clock: FakeClock) -> None:
    plan = a_set_up(school="", name=" ", role=Role.CHAIR, passphrase="x" * 14)
    with pytest.raises(DraftError) as told:
        create(tmp_path / "vault", plan, Doorstep(clock, FakeKeychain()))
    assert told.value.problems == (
        Problem("school", "missing"),
        Problem("name", "missing"),
        Problem("role", "cannot_begin"),
        Problem("passphrase", "too_short"),
    )
    assert list(tmp_path.iterdir()) == []


def test_that_a_passphrase_nobody_typed_is_missing_and_not_short() -> None:
    assert a_set_up(passphrase="").problems() == (Problem("passphrase", "missing"),)


def test_that_a_plan_shows_neither_name_nor_passphrase() -> None:
    assert "Maya" not in repr(a_set_up())
    assert PASSPHRASE not in repr(a_set_up())


def test_that_no_vault_stands_in_an_empty_or_missing_folder(tmp_path: Path) -> None:
    assert face_of(tmp_path) is None
    assert face_of(tmp_path / "nowhere") is None


def test_that_a_vault_is_never_made_where_one_stands(vault: TrainingVault) -> None:
    before = (vault.folder / "vault.json").read_bytes()
    with pytest.raises(VaultExistsError):
        found(vault.folder, SCHOOL, a_founder(), vault.clock)
    assert (vault.folder / "vault.json").read_bytes() == before


def test_that_parts_whose_page_is_lost_are_never_touched(vault: TrainingVault) -> None:
    (vault.folder / "vault.json").unlink()
    before = sorted(path.name for path in vault.folder.rglob("*"))
    for ask in (
        lambda: face_of(vault.folder),
        lambda: found(vault.folder, SCHOOL, a_founder(), vault.clock),
        lambda: derive(vault.folder, vault.member, PASSPHRASE, vault.place),
        vault.unlock,
    ):
        with pytest.raises(VaultMissingError):
            ask()
    assert sorted(path.name for path in vault.folder.rglob("*")) == before


def test_that_a_set_up_cut_short_anywhere_can_begin_again(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"

    def power_cut(*_args: object) -> None:
        raise KeyboardInterrupt

    for step in ("make_part", "signed_page", "write_header_file"):
        with monkeypatch.context() as broken:
            broken.setattr(founding, step, power_cut)
            with pytest.raises(KeyboardInterrupt):
                found(folder, SCHOOL, a_founder(), clock)
        assert face_of(folder) is None
    founder = a_founder()
    member = found(folder, SCHOOL, founder, clock)
    open_desk(folder, member, founder.key, Doorstep(clock, FakeKeychain()), FONTS).close()


@pytest.mark.parametrize(
    ("number", "fact"), [(errno.ENOSPC, DiskFullError), (errno.EACCES, DiskReadOnlyError)]
)
def test_that_a_disk_that_refuses_a_set_up_is_told_as_a_fact(
    tmp_path: Path,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    fact: type[Exception],
) -> None:
    def refuse(_folder: Path, _header: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(founding, "write_header_file", refuse)
    with pytest.raises(fact):
        found(tmp_path / "vault", SCHOOL, a_founder(), clock)


def test_that_everything_in_the_folder_is_for_its_owner_only(vault: TrainingVault) -> None:
    vault.unlock().close()
    assert vault.folder.stat().st_mode & 0o777 == 0o700
    for path in vault.folder.rglob("*"):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600)


def test_that_only_a_member_can_be_asked_for(vault: TrainingVault) -> None:
    with pytest.raises(MemberMissingError):
        derive(vault.folder, NOBODY, PASSPHRASE, vault.place)
    with pytest.raises(MemberMissingError):
        open_desk(vault.folder, NOBODY, vault.key, vault.place, FONTS)


def test_that_a_wrong_key_opens_nothing(vault: TrainingVault) -> None:
    with pytest.raises(WrongPassphraseError):
        open_desk(vault.folder, vault.member, bytes(32), vault.place, FONTS)


def test_that_a_part_put_in_the_place_of_another_is_damage(vault: TrainingVault) -> None:
    parts = vault.folder / "parts"
    (parts / "school.part").write_bytes((parts / "children.part").read_bytes())
    with pytest.raises(DamageError) as told:
        vault.unlock()
    assert told.value.where.damage is Damage.FILE


def test_that_after_a_failed_opening_every_file_is_let_go(vault: TrainingVault) -> None:
    page = vault.folder / "parts" / "children.part"
    kept = page.read_bytes()
    page.write_bytes(b"")
    with pytest.raises(DamageError) as told:
        vault.unlock()
    page.write_bytes(kept)
    vault.unlock().close()  # while the failure, and all it refers to, is still alive
    assert told.traceback


def test_that_an_unlock_that_cannot_be_written_down_opens_nothing(
    vault: TrainingVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_sitting: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as broken:
        broken.setattr("dsl_desk.services.vaults._write_unlock", full)
        with pytest.raises(DiskFullError) as told:
            vault.unlock()
    vault.unlock().close()  # while the failure, and all it refers to, is still alive
    assert told.traceback


def test_that_a_set_up_cut_short_at_its_very_beginning_can_be_begun_again(
    tmp_path: Path, clock: FakeClock
) -> None:
    folder = tmp_path / "vault"
    (folder / "parts").mkdir(parents=True)
    (folder / "founding").touch()
    founder = a_founder()
    member = found(folder, SCHOOL, founder, clock)
    open_desk(folder, member, founder.key, nowhere(clock), FONTS).close()


def test_that_the_mark_of_a_set_up_killed_at_its_very_end_goes_at_the_next_unlock(
    vault: TrainingVault,
) -> None:
    mark = vault.folder / "founding"
    mark.touch()
    vault.unlock().close()
    assert not mark.exists()


def test_that_a_mark_that_cannot_be_taken_away_keeps_nobody_out(
    vault: TrainingVault,
) -> None:
    (vault.folder / "founding").mkdir()  # what is no file cannot be unlinked
    vault.unlock().close()
    assert (vault.folder / "founding").exists()


def test_that_each_unlock_is_an_entry(vault: TrainingVault) -> None:
    counts = []
    for _ in range(3):
        desk = vault.unlock()
        counts.append(desk.vault.check(lambda _checked, _total: None).entries)
        desk.close()
    assert counts == [5, 6, 7]


def test_that_the_lock_screen_shows_the_school_and_its_members(vault: TrainingVault) -> None:
    face = face_of(vault.folder)
    desk = vault.unlock()
    assert face == desk.face
    desk.close()


@pytest.mark.parametrize("page", [b"", b"{}", b'{"page":{"members":[{}]}}', b"\xff"])
def test_that_a_page_that_is_none_makes_no_face(vault: TrainingVault, page: bytes) -> None:
    (vault.folder / "vault.json").write_bytes(page)
    with pytest.raises(NotAVaultError):
        face_of(vault.folder)


def test_that_a_school_renamed_by_hand_is_damage_before_any_key_is_made(
    vault: TrainingVault,
) -> None:
    page = vault.folder / "vault.json"
    page.write_bytes(page.read_bytes().replace(SCHOOL.encode(), b"Fernhollow Primary Skhool"))
    with pytest.raises(DamageError) as told:
        derive(vault.folder, vault.member, PASSPHRASE, vault.place)
    assert told.value.where.damage is Damage.HEADER_FILE
