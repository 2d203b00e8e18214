"""A key taken back: killed at any step, the vault opens whole, with the old lock or the new one."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.errors import DamageError, NotEntitledError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.vault_errors import VaultBusyError
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.wraps import Place, WrapError
from dsl_desk.services.opening import unlock
from dsl_desk.storage.database import open_compartment, salt_of
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from tests.conftest import TrainingVault

CHILDREN = Compartment.CHILDREN
ROOT = Path(__file__).parent.parent.parent
CONCERNS = 3
# Every call that changes something on disk on the way to a new lock, in the order of their turn.
STEPS = (
    "dsl_desk.services.rekeying.flush_names",
    "dsl_desk.services.rekeying.copy_under",
    "dsl_desk.storage.database.Database.copy_to",
    "dsl_desk.storage.rekey.flush_file",
    "dsl_desk.storage.rekey.flush_names",
    "dsl_desk.storage.part.Part.begin_strand",
    "dsl_desk.services.roll_book.write_header_file",
    "dsl_desk.services.sitting.Sitting.leave",
    "dsl_desk.services.changing_locks.open_part",
    "dsl_desk.services.changing_locks.tidy_up",
    "dsl_desk.services.rekeying.destroy",
    "dsl_desk.services.rekeying._take_away",
    "dsl_desk.services.members.write_down",
)
TAKE_BACK = """
import json, os, signal, sys
from importlib import import_module
from pathlib import Path
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.progress import untold
from dsl_desk.services.vaults import open_desk
from dsl_desk.domain.ways_in import Doorstep
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain

folder, who, key, from_whom, step, when = json.loads(sys.argv[1])
place = Doorstep(FakeClock(), FakeKeychain())
desk = open_desk(Path(folder), who, bytes.fromhex(key), place, Path(folder))
module, _, name = step.rpartition(".")
try:
    home = import_module(module)
except ModuleNotFoundError:
    module, _, owner = module.rpartition(".")
    home = getattr(import_module(module), owner)
real = getattr(home, name)

def die(*args, **kwargs):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(home, name, die)
desk.members.take_back_key(from_whom, Compartment.CHILDREN, "Left", untold)
"""


@pytest.fixture
def school(vault: TrainingVault) -> Staffroom:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        for _ in range(CONCERNS):
            desk.concerns.record(a_concern_draft(), an_entry_id(vault.clock))
    return school


def parts(school: Staffroom) -> set[str]:
    return {path.name for path in (school.vault.folder / "parts").iterdir()} - {
        f"{path.name}" for path in (school.vault.folder / "parts").glob("*-journal")
    }


def whole_again(school: Staffroom, *, taken: bool | None = None) -> bool:
    """Open the vault as two people, check all of it, and tell whether the key was taken back."""
    for name in (MAYA, HESTER):
        with school.desk(name) as desk:
            desk.vault.check(lambda _checked, _total: None)
            assert desk.concerns.page(0, 10).total == CONCERNS
    with school.desk(OWEN) as desk:
        now = CHILDREN not in desk.sitting.parts
    assert taken is None or now is taken
    assert parts(school) == {row.file for row in school.page.parts}
    return now


def test_that_a_part_goes_on_under_another_key_in_another_file(school: Staffroom) -> None:
    before = read_header_file(school.vault.folder)
    old_key = school_key(school, OWEN)
    old_file = (school.vault.folder / "parts" / "children.part").read_bytes()
    with school.desk() as desk:
        desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
        desk.concerns.record(a_concern_draft(), an_entry_id(school.vault.clock))
        assert desk.concerns.page(0, 10).total == CONCERNS + 1
        ledger = desk.sitting.part(CHILDREN).ledger
        assert {entry.header.epoch for entry in ledger.entries()} == {1, 2}
        assert len({entry.header.strand for entry in ledger.entries()}) == 2
        desk.vault.check(lambda _checked, _total: None)
    row = next(row for row in school.page.parts if row.compartment is CHILDREN)
    assert (row.epoch, row.file) == (2, "children-2.part")
    assert parts(school) == {row.file for row in school.page.parts}
    new = school.vault.folder / "parts" / row.file
    assert new.stat().st_mode & 0o777 == 0o600
    with pytest.raises(DamageError):
        open_compartment(new, old_key, salt_of(new), CHILDREN)
    copy = school.vault.folder.parent / "copy.part"
    copy.write_bytes(old_file)  # what was copied before can be read by whoever held its key
    open_compartment(copy, old_key, salt_of(copy), CHILDREN).close()
    assert all(
        old.grants == now.grants
        for old, now in zip(before.members, school.page.members, strict=True)
        if CHILDREN not in old.rights
    )


def school_key(school: Staffroom, name: str) -> bytes:
    row = read_header_file(school.vault.folder).row(school.ids[name])
    assert row is not None
    person = unlock(row, school.keys[name])
    grant = next(grant for grant in row.grants if grant.compartment is CHILDREN)
    place = Place(row.vault, CHILDREN, grant.epoch, person.id)
    return person.opening.unwrap(grant.wrap, place, grant.suite)


def test_that_the_new_key_is_wrapped_to_those_who_stay_and_to_nobody_else(
    school: Staffroom,
) -> None:
    owen = school.page.row(school.ids[OWEN])
    assert owen is not None
    gone = unlock(owen, school.keys[OWEN])
    with school.desk() as desk:
        desk.members.take_back_key(gone.id, CHILDREN, WHY, untold)
    assert school_key(school, MAYA) == school_key(school, HESTER)
    for row in school.page.members:
        for grant in row.grants:
            if grant.compartment is CHILDREN:
                for who in (row.member.id, gone.id):
                    place = Place(row.vault, CHILDREN, grant.epoch, who)
                    with pytest.raises(WrapError):
                        gone.opening.unwrap(grant.wrap, place, grant.suite)


def test_that_who_takes_their_own_key_back_reads_on_nowhere(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.take_back_key(school.ids[MAYA], CHILDREN, WHY, untold)
        with pytest.raises(NotEntitledError):
            desk.concerns.page(0, 10)
    with school.desk() as desk, pytest.raises(NotEntitledError):
        desk.concerns.page(0, 10)
    with school.desk(OWEN) as desk:
        assert desk.concerns.page(0, 10).total == CONCERNS
        desk.vault.check(lambda _checked, _total: None)


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_that_a_desk_killed_while_it_changes_a_lock_leaves_the_vault_whole(
    school: Staffroom, step: str, when: str
) -> None:
    asked = [
        str(school.vault.folder),
        school.ids[MAYA],
        school.keys[MAYA].hex(),
        school.ids[OWEN],
        step,
        when,
    ]
    run = subprocess.run(
        [sys.executable, "-c", TAKE_BACK, json.dumps(asked)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    taken = whole_again(school)
    with school.desk() as desk:  # and it can be done again, or goes on
        if not taken:
            desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
    whole_again(school, taken=True)


def test_that_a_disk_that_is_full_before_the_page_is_swapped_takes_nothing_back(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "")

    with school.desk() as desk:
        with monkeypatch.context() as broken:
            broken.setattr("dsl_desk.services.roll_book.write_header_file", full)
            with pytest.raises(DiskFullError):
                desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
        assert desk.concerns.page(0, 10).total == CONCERNS
    whole_again(school, taken=False)


def test_that_an_old_file_somebody_holds_is_taken_away_at_the_next_unlock(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_args: object) -> None:
        raise PermissionError

    with school.desk() as desk, monkeypatch.context() as broken:
        broken.setattr("dsl_desk.services.rekeying._take_away", held)
        desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
    assert {"children.part", "children-2.part"} <= parts(school)
    whole_again(school, taken=True)


def test_that_a_copy_that_is_not_whole_is_never_relied_on(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    with school.desk() as desk:
        with monkeypatch.context() as broken:
            broken.setattr("dsl_desk.storage.database.Database.is_whole", lambda _self: False)
            with pytest.raises(DamageError):
                desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
        assert desk.concerns.page(0, 10).total == CONCERNS
    whole_again(school, taken=False)


def test_that_a_copy_with_an_entry_missing_is_never_relied_on(
    school: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = open_compartment

    def robbed(path: Path, key: bytes, salt: bytes, compartment: Compartment) -> object:
        copy = real(path, key, salt, compartment)
        copy.run("DELETE FROM ledger WHERE number = 2")
        return copy

    with school.desk() as desk, monkeypatch.context() as broken:
        broken.setattr("dsl_desk.storage.rekey.open_compartment", robbed)
        with pytest.raises(DamageError):
            desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
    whole_again(school, taken=False)


def test_that_a_page_put_back_costs_no_newer_file(school: Staffroom) -> None:
    older = (school.vault.folder / "vault.json").read_bytes()
    with school.desk() as desk:
        desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
    (school.vault.folder / "vault.json").write_bytes(older)
    with pytest.raises(DamageError) as told:
        school.vault.unlock()
    assert told.value.where.damage is Damage.ROLL
    assert "children-2.part" in parts(school)


def test_that_nobody_else_tidies_up_while_a_lock_is_being_changed(school: Staffroom) -> None:
    seen = []

    def look(_done: int, _of: int, /) -> None:
        with pytest.raises(VaultBusyError):
            school.vault.unlock()
        seen.append(parts(school))

    with school.desk() as desk:
        desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, look)
    assert all("children-2.part" in there for there in seen)
    assert seen
    whole_again(school, taken=True)


def test_that_the_check_in_the_background_goes_on_with_the_new_file(school: Staffroom) -> None:
    with school.desk() as desk:
        desk.members.take_back_key(school.ids[OWEN], CHILDREN, WHY, untold)
        looked = desk.vault.look_over(1000)
        while not looked.done:
            looked = desk.vault.look_over(1000)
        assert looked.where is None
        desk.members.take_back_key(school.ids[MAYA], CHILDREN, WHY, untold)
        assert desk.vault.look_over(1000).where is None
        assert CHILDREN not in desk.vault.heads()
