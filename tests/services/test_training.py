"""A training vault: opened without a keychain, no weaker than others, kept apart from real ones."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import fresh_id
from dsl_desk.domain.keeping_errors import OtherVaultError, TrainingVaultError
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.member import Role
from dsl_desk.domain.parcel_errors import ParcelError, ParcelTrouble
from dsl_desk.domain.training import is_training, training_id
from dsl_desk.domain.vault_errors import VaultExistsError
from dsl_desk.domain.way_errors import KeychainError, WrongPassphraseError
from dsl_desk.domain.ways_in import Doorstep, FirstWay, Way
from dsl_desk.keys.header_file import read_header_file, write_header_file
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.keys.vouching import WAYS_IN, signed_page
from dsl_desk.services import parcels
from dsl_desk.services.bringing_back import bring_back, find_copies
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.page_rows import Newcomer
from dsl_desk.services.parcels import open_parcel
from dsl_desk.services.training import IN_ONE_WRITE, SLOT, fill_years, found_training
from tests.builders import PASSPHRASE, SCHOOL, a_concern_draft, a_set_up
from tests.conftest import TrainingVault
from tests.fakes.keychain import FakeKeychain
from tests.services.parcel_post import WORDS, a_parcel
from tests.services.test_leaving_a_transfer import a_leaver
from tests.services.way_out import somebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.keys.header import Header
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

pytestmark = pytest.mark.gate_story
SHOWN = f"{SCHOOL} (training vault)"


@pytest.fixture
def training(tmp_path: Path, clock: FakeClock) -> TrainingVault:
    """A training vault, on a computer without a keychain."""
    keychain = FakeKeychain(KeychainTrouble.NONE)
    folder = tmp_path / "training"
    plan = a_set_up(way=Way.PASSPHRASE_ALONE)
    founded = found_training(folder, plan, Doorstep(clock, keychain))
    return TrainingVault(folder, founded.member, founded.key, clock, keychain)


@contextmanager
def unlocked(vault: TrainingVault) -> Iterator[Desk]:
    desk = vault.unlock()
    try:
        yield desk
    finally:
        desk.close()


def copy_of(vault: TrainingVault, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    with unlocked(vault) as desk:
        desk.snapshots.take(folder)
    return find_copies(folder)[0].folder


def test_that_a_training_vault_opens_by_its_passphrase_on_a_computer_without_a_keychain(
    training: TrainingVault,
) -> None:
    assert derive(training.folder, training.member, PASSPHRASE, training.place) == training.key
    with unlocked(training) as desk:
        assert desk.vault.check(lambda _checked, _of: None).entries


def test_that_it_says_what_it_is_before_and_after_unlocking(training: TrainingVault) -> None:
    shown = face_of(training.folder)
    assert shown is not None
    with unlocked(training) as desk:
        for face in (shown, desk.face):
            assert (face.school, face.training) == (SHOWN, True)


def test_that_a_real_vault_says_nothing_of_the_kind(vault: TrainingVault) -> None:
    face = face_of(vault.folder)
    assert face is not None
    assert (face.school, face.training) == (SCHOOL, False)


def test_that_its_lock_is_no_weaker_than_what_every_vault_may_have(
    training: TrainingVault,
) -> None:
    with unlocked(training) as desk:
        newcomer = Newcomer(
            "Owen Larkspur", Role.DEPUTY_DSL, FirstWay(PASSPHRASE, Way.PASSPHRASE_ALONE)
        )
        desk.members.add(newcomer, "He helps")
    header = read_header_file(training.folder)
    assert header.slot_size == SLOT
    locks = [door.lock for row in header.members for door in row.doors]
    assert {lock.recipe.cost for lock in locks if lock.way is not Way.KIT} == {FLOOR}
    with pytest.raises(WrongPassphraseError):
        derive(training.folder, training.member, "quite another few words", training.place)


def test_that_a_passphrase_with_the_keychain_is_answered_as_without_a_keychain(
    tmp_path: Path, clock: FakeClock
) -> None:
    place = Doorstep(clock, FakeKeychain(KeychainTrouble.NONE))
    with pytest.raises(KeychainError):
        found_training(tmp_path / "vault", a_set_up(), place)
    assert face_of(tmp_path / "vault") is None


def test_that_nothing_is_made_where_a_vault_stands(vault: TrainingVault) -> None:
    with pytest.raises(VaultExistsError):
        found_training(vault.folder, a_set_up(way=Way.PASSPHRASE_ALONE), vault.place)


def test_that_a_real_vault_given_the_mark_is_a_damaged_page(vault: TrainingVault) -> None:
    header = read_header_file(vault.folder)
    write_header_file(vault.folder, _named(header, training_id(vault.clock.now())))
    with pytest.raises(DamageError):
        vault.unlock()


def test_that_a_real_vault_given_the_mark_and_signed_anew_opens_for_nobody(
    vault: TrainingVault,
) -> None:
    with unlocked(vault) as desk:
        person = desk.cases.book.person
        header = _named(read_header_file(vault.folder), training_id(vault.clock.now()))
        write_header_file(vault.folder, signed_page(header, person, vault.clock, WAYS_IN))
    with pytest.raises(WrongPassphraseError):
        vault.unlock()


def test_that_a_training_vault_without_its_mark_opens_for_nobody(training: TrainingVault) -> None:
    with unlocked(training) as desk:
        person = desk.cases.book.person
        header = _named(read_header_file(training.folder), fresh_id(training.clock.now()))
        write_header_file(training.folder, signed_page(header, person, training.clock, WAYS_IN))
    with pytest.raises(WrongPassphraseError):
        training.unlock()


def test_that_a_copy_of_it_says_what_it_is_and_comes_back_over_itself(
    training: TrainingVault, tmp_path: Path
) -> None:
    copy = copy_of(training, tmp_path / "copies")
    assert [found.school for found in find_copies(copy)] == [SHOWN]
    assert bring_back(copy, training.folder, training.clock).school == SHOWN
    with unlocked(training) as desk:
        assert is_training(read_header_file(desk.sitting.folder).vault)


def test_that_neither_comes_back_over_the_other(
    training: TrainingVault, vault: TrainingVault, tmp_path: Path
) -> None:
    of_training = copy_of(training, tmp_path / "copies")
    of_real = copy_of(vault, tmp_path / "others")
    for copy, there in ((of_training, vault), (of_real, training)):
        before = read_header_file(there.folder)
        with pytest.raises(TrainingVaultError):
            bring_back(copy, there.folder, there.clock)
        assert read_header_file(there.folder) == before


def test_that_a_real_copy_comes_back_over_a_page_nobody_can_read_and_training_does_not(
    training: TrainingVault, vault: TrainingVault, tmp_path: Path
) -> None:
    of_training = copy_of(training, tmp_path / "copies")
    of_real = copy_of(vault, tmp_path / "others")
    (vault.folder / "vault.json").write_bytes(b"{}")
    with pytest.raises(TrainingVaultError):
        bring_back(of_training, vault.folder, vault.clock)
    assert bring_back(of_real, vault.folder, vault.clock).school == SCHOOL


def test_that_it_is_never_joined_with_a_real_one(
    training: TrainingVault, vault: TrainingVault, tmp_path: Path
) -> None:
    copy = copy_of(training, tmp_path / "copies")
    with unlocked(vault) as desk, pytest.raises(OtherVaultError):
        desk.joining.join(copy)


def test_that_no_parcel_goes_from_one_to_the_other(
    training: TrainingVault, vault: TrainingVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcels, "USUAL", FLOOR)
    sent = {}
    for one in (training, vault):
        with unlocked(one) as desk:
            sent[one.folder] = open_parcel(a_parcel(desk, a_leaver(desk)), WORDS)
    for there, other in ((training, vault), (vault, training)):
        with unlocked(there) as desk:
            sorrel = somebody(desk, "Sorrel Yarrow")
            before = desk.sitting.part(Compartment.CHILDREN).ledger.count()
            with pytest.raises(ParcelError) as refused:
                desk.parcels.take_in(sent[other.folder], sorrel)
            assert refused.value.trouble is ParcelTrouble.TRAINING
            assert desk.sitting.part(Compartment.CHILDREN).ledger.count() == before
            assert desk.parcels.take_in(sent[there.folder], sorrel).answer.new


def test_that_years_are_written_in_order_with_references_of_their_own_year(
    training: TrainingVault,
) -> None:
    heard: list[int] = []
    count = IN_ONE_WRITE + 3
    with unlocked(training) as desk:
        fill_years(desk, _drafts(training.clock), count, heard.append)
        assert heard == [IN_ONE_WRITE, count]
        rows = desk.concerns.page(0, count).rows
        assert len({row.ref for row in rows}) == count
        assert {row.ref[:6] for row in rows} == {"C-2026", "C-2027"}
        assert desk.vault.check(lambda _checked, _of: None).entries > count
        numbers = desk.sitting.part(Compartment.CHILDREN).ledger.count()
    assert numbers > count


def test_that_whoever_stops_between_two_writes_leaves_whole_ones(training: TrainingVault) -> None:
    def stop(_written: int) -> None:
        raise KeyboardInterrupt

    with unlocked(training) as desk:
        with pytest.raises(KeyboardInterrupt):
            fill_years(desk, _drafts(training.clock), 3 * IN_ONE_WRITE, stop)
        assert desk.concerns.page(0, 1).total == IN_ONE_WRITE
        assert desk.vault.check(lambda _checked, _of: None).entries > IN_ONE_WRITE


def _named(header: Header, vault: str) -> Header:
    members = tuple(replace(row, vault=vault) for row in header.members)
    return replace(header, vault=vault, members=members)


def _drafts(clock: FakeClock) -> Iterator[ConcernDraft]:
    while True:
        clock.advance(hours=5)
        yield a_concern_draft()
