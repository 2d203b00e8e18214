"""Staff begun anew by a desk that is killed at any step: whole with the old file, or the new."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dsl_desk.domain.disk_errors import DiskFullError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.roll_act import RollAct
from tests.services.sealed import LENA
from tests.services.staff_records import LATER, STAFF, TOLD, owen, parts, write_about
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY, Staffroom

ROOT = Path(__file__).parent.parent.parent
# Every call that changes something on disk on the way to the new file, in the order of their turn.
STEPS = (
    "dsl_desk.services.cases.Cases.receive",
    "dsl_desk.services.rekeying._room_for",
    "dsl_desk.services.rekeying.begin_anew",
    "dsl_desk.storage.beginning_anew.make_part",
    "dsl_desk.storage.part.Part.begin",
    "dsl_desk.storage.beginning_anew.flush_file",
    "dsl_desk.storage.beginning_anew.flush_names",
    "dsl_desk.services.roll_book.write_header_file",
    "dsl_desk.services.sitting.Sitting.leave",
    "dsl_desk.services.changing_locks.open_part",
    "dsl_desk.services.changing_locks.tidy_up",
    "dsl_desk.services.beginning_anew.write_down",
)
BEGIN_ANEW = """
import json, os, signal, sys
from importlib import import_module
from pathlib import Path
from dsl_desk.domain.member import Role
from dsl_desk.domain.subject import Subject
from dsl_desk.services.beginning_anew import Successor
from dsl_desk.services.vaults import open_desk
from dsl_desk.domain.ways_in import Doorstep
from tests.fakes.clock import FakeClock
from tests.fakes.keychain import FakeKeychain

folder, who, key, about, name, step, when = json.loads(sys.argv[1])
place = Doorstep(FakeClock(), FakeKeychain())
desk = open_desk(Path(folder), who, bytes.fromhex(key), place, Path(folder))
module, _, called = step.rpartition(".")
try:
    home = import_module(module)
except ModuleNotFoundError:
    module, _, owner = module.rpartition(".")
    home = getattr(import_module(module), owner)
real = getattr(home, called)

def die(*args, **kwargs):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(home, called, die)
desk.members.begin_staff_anew(Successor(Subject(name, about), Role.DEPUTY_DSL), "As agreed")
"""


def whole_again(school: Staffroom) -> bool:
    """Open the vault as two people, check all of it, and tell whether Staff was begun anew."""
    anew = False
    for name in (MAYA, HESTER):
        with school.desk(name) as desk:
            desk.vault.check(untold)
            anew = bool(desk.members.kept.list())
            assert len(list(desk.sitting.part(STAFF).ledger.entries())) == (1 if anew else 4)
    page = school.page
    assert parts(school) == {row.file for row in (*page.parts, *page.kept)}
    return anew


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", STEPS)
def test_that_a_desk_killed_while_it_begins_a_part_anew_leaves_the_vault_whole(
    told: Staffroom, step: str, when: str
) -> None:
    asked = [
        str(told.vault.folder),
        told.ids[MAYA],
        told.keys[MAYA].hex(),
        told.ids[OWEN],
        OWEN,
        step,
        when,
    ]
    run = subprocess.run(
        [sys.executable, "-c", BEGIN_ANEW, json.dumps(asked)],
        cwd=ROOT,
        check=False,
        capture_output=True,
    )
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    whole_again(told)
    with told.desk() as desk:  # and it goes on where it was
        desk.members.begin_staff_anew(owen(told), WHY)
        desk.members.give_key(told.ids[OWEN], STAFF, WHY)
        assert [note.words for case in desk.cases.mine() for note in case.notes][1:] == [
            TOLD,
            LATER,
        ]
    assert whole_again(told)
    acts = [line.said.act for line in told.page.roll]
    assert acts.count(RollAct.FOUND_ANEW) == 1
    with told.desk(OWEN) as desk:
        desk.vault.check(untold)


def test_that_a_full_disk_before_the_page_is_swapped_changes_nothing(
    told: Staffroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> None:
        raise OSError(28, "")

    with told.desk() as desk:
        with monkeypatch.context() as broken:
            broken.setattr("dsl_desk.services.roll_book.write_header_file", full)
            with pytest.raises(DiskFullError):
                desk.members.begin_staff_anew(owen(told), WHY)
        write_about(desk, LENA, "And again")
    with told.desk() as desk:
        assert len(list(desk.sitting.part(STAFF).ledger.entries())) == 5
