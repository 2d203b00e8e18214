"""What is to be known of the vault's past, and the check that goes on while nobody waits."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.keychain import KeychainTrouble
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.domain.vault_errors import RolledBackError
from tests.builders import a_concern_draft, an_entry_id

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

CHILDREN = Compartment.CHILDREN


def record(desk: Desk, vault: TrainingVault) -> None:
    vault.clock.advance(minutes=1)
    desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))


def put_back(vault: TrainingVault, copy: Path, *parts: str) -> None:
    for part in parts:
        shutil.copyfile(copy / "parts" / part, vault.folder / "parts" / part)


def a_later_day(vault: TrainingVault, tmp_path: Path) -> Path:
    """Keep a copy of the vault as it is, then write more into it and lock."""
    desk = vault.unlock()
    record(desk, vault)
    desk.close()
    copy = tmp_path / "copy"
    shutil.copytree(vault.folder, copy)
    vault.clock.advance(days=1)
    desk = vault.unlock()
    record(desk, vault)
    record(desk, vault)
    desk.close()
    return copy


def test_that_one_part_put_back_to_an_earlier_day_is_named_and_the_desk_opens(
    vault: TrainingVault, tmp_path: Path
) -> None:
    copy = a_later_day(vault, tmp_path)
    put_back(vault, copy, "children.part")
    desk = vault.unlock()
    (notice,) = desk.vault.noticed()
    told = notice.error
    assert isinstance(told, RolledBackError)
    assert (told.compartment, told.missing) == (CHILDREN, 2)
    assert (told.first[:10], told.last[:10]) == ("2026-11-19", "2026-11-20")
    record(desk, vault)
    part = desk.sitting.part(CHILDREN)
    first = part.ledger.at(part.life.strand, 1)
    assert first is not None
    birth = birth_of(part.ledger.prove(first))
    assert birth.why is Began.ROLLED_BACK
    assert [head.number for head in birth.missing] == [4]
    desk.vault.check(lambda _checked, _total: None)
    desk.close()
    desk = vault.unlock()
    assert desk.vault.noticed() == ()
    desk.close()


def test_that_a_whole_vault_put_back_is_named_part_by_part(
    vault: TrainingVault, tmp_path: Path
) -> None:
    copy = a_later_day(vault, tmp_path)
    put_back(vault, copy, "children.part", "school.part")
    desk = vault.unlock()
    told = [notice.error for notice in desk.vault.noticed()]
    assert [
        (each.compartment, each.missing) for each in told if isinstance(each, RolledBackError)
    ] == [(Compartment.SCHOOL, 1), (CHILDREN, 2)]
    desk.close()


def test_that_history_written_again_is_noticed_and_stops_nobody(
    vault: TrainingVault, tmp_path: Path
) -> None:
    copy = a_later_day(vault, tmp_path)
    kept = dict(vault.keychain.kept)
    put_back(vault, copy, "children.part")
    vault.keychain.kept.clear()  # somebody without the keychain writes on where the copy ends
    desk = vault.unlock()
    record(desk, vault)
    record(desk, vault)
    desk.close()
    vault.keychain.kept.update(kept)
    desk = vault.unlock()
    errors = [notice.error for notice in desk.vault.noticed()]
    damage = [error.where for error in errors if isinstance(error, DamageError)]
    assert damage == [Where(Damage.CHAIN, CHILDREN, 4)]
    record(desk, vault)
    desk.close()


def test_that_without_a_keychain_the_desk_opens_and_says_it_bore_no_witness(
    vault: TrainingVault,
) -> None:
    vault.keychain.trouble = KeychainTrouble.LOCKED
    desk = vault.unlock()
    assert desk.vault.noticed() == ()
    assert not desk.vault.bear_witness()
    vault.keychain.trouble = None
    assert desk.vault.bear_witness()
    assert desk.vault.testimony()()
    desk.close()


def test_that_witness_is_borne_at_unlock_every_five_minutes_and_at_the_end(
    vault: TrainingVault,
) -> None:
    def kept() -> list[bytes]:
        return [value for name, value in vault.keychain.kept.items() if "witness" in name]

    desk = vault.unlock()
    (at_unlock,) = kept()
    record(desk, vault)
    desk.vault.look_over(10)
    assert kept() == [at_unlock]
    vault.clock.advance(minutes=5)
    desk.vault.look_over(10)
    (in_time,) = kept()
    assert in_time != at_unlock
    desk.close()
    assert kept() != [in_time]
    assert {len(each) for each in (at_unlock, in_time, *kept())} == {828}


def test_that_the_vault_is_looked_over_in_slices(desk: Desk, clock: FakeClock) -> None:
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    stopped = desk.vault.look_over(0)
    assert (stopped.checked, stopped.done) == (0, False)
    done = desk.vault.look_over(10)
    assert (done.checked, done.of, done.done, done.where) == (6, 6, True, None)
    assert (stopped.whole_at, done.whole_at) == (None, clock.now())


def test_that_damage_found_in_the_background_is_noticed(vault: TrainingVault) -> None:
    desk = vault.unlock()
    record(desk, vault)
    part = desk.sitting.part(CHILDREN)
    with part.database.guard.disposing():
        part.database.run("UPDATE ledger SET body = x'7b7d' WHERE number = 2")
    assert desk.vault.look_over(10).where == Where(Damage.BODY, CHILDREN, 2)
    (notice,) = desk.vault.noticed()
    assert isinstance(notice.error, DamageError)
    desk.close()


def test_that_the_tail_shows_the_newest_of_every_part_and_what_is_not_understood(
    desk: Desk, clock: FakeClock
) -> None:
    clock.advance(minutes=1)
    desk.concerns.record(a_concern_draft(), an_entry_id(clock))
    clock.advance(minutes=1)
    later = Act(
        EntryId("0e" * 16), RecordId("0e" * 16), EntryClass.CONCERN, Body("of_another_time", 1)
    )
    with desk.sitting.writing(CHILDREN, EntryClass.CONCERN) as write:
        write.enter(later)
    lines = desk.vault.tail(3)
    assert [(line.kind, line.understood) for line in lines] == [
        ("of_another_time", False),
        ("concern", True),
        ("unlock", True),
    ]
    assert [line.compartment for line in lines] == [CHILDREN, CHILDREN, Compartment.SCHOOL]
    assert lines[0].number == 3


def test_that_the_heads_of_every_part_can_be_told(desk: Desk) -> None:
    heads = desk.vault.heads()
    assert {part: [head.number for head in each] for part, each in heads.items()} == {
        Compartment.SCHOOL: [2],
        CHILDREN: [1],
        Compartment.STAFF: [1],
        Compartment.DECLARATIONS: [1],
    }


def test_that_an_export_says_how_far_the_ledger_was_checked(vault: TrainingVault) -> None:
    desk = vault.unlock()
    record(desk, vault)
    looked = desk.vault.look_before_export(CHILDREN)
    assert (looked.checked, looked.of) == (2, 2)
    desk.close()
