"""The table of who may do what, cell by cell: at the services, and behind their back.

`rights.csv` is read and agreed by people; nothing here works it out. Each row is one thing that
somebody asks for, each column one role, with the posts filled as in `posts`.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, NotEntitledError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.member_errors import GoesElsewhereError, NotTheirsToChangeError
from dsl_desk.domain.post import Post
from dsl_desk.domain.progress import untold
from dsl_desk.domain.rights import Right
from dsl_desk.domain.signing import Pen
from dsl_desk.keys.vouching import WAYS_IN, vouched
from dsl_desk.services.opening import key_of
from dsl_desk.services.places import parts_folder
from dsl_desk.storage.part import open_part
from tests.builders import an_entry_id
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, WHY, Staffroom

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault

OFFICER, STAND_IN, LENA = "Petra Sedgemoor", "Tobias Millrace", "Lena Harebell"
WHO = {
    "dsl": MAYA,
    "deputy_dsl": OWEN,
    "head": HESTER,
    "chair": ALBAN,
    "officer": OFFICER,
    "stand_in": STAND_IN,
}
REFUSED = (NotEntitledError, NotTheirsToChangeError, GoesElsewhereError)
with (Path(__file__).parent / "rights.csv").open(encoding="utf-8", newline="") as file:
    TABLE = list(csv.DictReader(file))
OPERATIONS = sorted({row["operation"] for row in TABLE})


@pytest.fixture
def school(vault: TrainingVault) -> Staffroom:
    school = Staffroom(vault)
    with school.desk() as desk:
        for name, role in (
            (OWEN, Role.DEPUTY_DSL),
            (HESTER, Role.HEAD),
            (ALBAN, Role.CHAIR),
            (OFFICER, Role.OFFICER),
            (STAND_IN, Role.STAND_IN),
            (LENA, Role.STAND_IN),
        ):
            school.add(desk, name, role)
        ids = school.ids
        for post in (
            Post(Role.DSL, ids[MAYA], ids[OWEN]),
            Post(Role.HEAD, ids[HESTER], ids[STAND_IN]),
            Post(Role.CHAIR, ids[ALBAN]),
            Post(Role.OFFICER, ids[OFFICER]),
        ):
            desk.members.appoint(post, WHY)
    return school


def is_allowed(school: Staffroom, role: str, operation: str, of: str) -> bool:
    with school.desk(WHO[role]) as desk:
        try:
            _do(school, desk, operation, of)
        except REFUSED:
            return False
        return True


def _do(school: Staffroom, desk: Desk, operation: str, of: str) -> None:
    lena, members = school.ids[LENA], desk.members
    asked: dict[str, Callable[[], object]] = {
        "read": lambda: _read(desk, Compartment(of)),
        "give key": lambda: members.give_key(lena, Compartment(of), WHY),
        "take back key": lambda: _take_back(school, desk, Compartment(of)),
        "add member": lambda: school.add(desk, "Somebody New", Role.STAND_IN),
        "rename member": lambda: members.rename(lena, "Lena Marsh", WHY),
        "retire member": lambda: members.retire(lena, WHY, untold),
        "pass on post": lambda: members.appoint(Post(Role(of), lena), WHY),
        "begin case about": lambda: _begin(school, desk, of),
        "change own ways in": lambda: desk.cases.book.signed(desk.cases.book.page(), WAYS_IN),
    }
    if operation.startswith("write "):
        _write(desk, Compartment(of), EntryClass(operation.removeprefix("write ")))
    else:
        asked[operation]()


def _read(desk: Desk, part: Compartment) -> None:
    for entry in desk.sitting.part(part).ledger.entries():
        assert entry.body.kind


def _write(desk: Desk, part: Compartment, entry_class: EntryClass) -> None:
    name = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(part, entry_class) as write:
        write.enter(Act(name, RecordId(name), entry_class, Body("test", 1)))


def _take_back(school: Staffroom, desk: Desk, part: Compartment) -> None:
    holders = [row for row in school.page.members if part in row.rights]
    other = next(row for row in holders if row.member.id != desk.member.id)
    desk.members.take_back_key(other.member.id, part, WHY, untold)


def _begin(school: Staffroom, desk: Desk, about: str) -> None:
    subject = school.ids[WHO[about]] if about != "staff" else None
    draft = CaseDraft("Somebody", "Wren", "words", subject)
    desk.cases.begin(draft, an_entry_id(desk.sitting.clock))


def asked_of(school: Staffroom, role: str, row: dict[str, str]) -> bool:
    """Ask on a copy of the page, so that one cell never changes what the next is asked of."""
    page = (school.vault.folder / "vault.json").read_bytes()
    parts = {path: path.read_bytes() for path in parts_folder(school.vault.folder).iterdir()}
    spools = {path: path.read_bytes() for path in school.vault.folder.glob("*.spool")}
    allowed = is_allowed(school, role, row["operation"], row["of"])
    for path in parts_folder(school.vault.folder).iterdir():
        path.unlink()
    for path in school.vault.folder.glob("*.spool"):
        path.unlink()
    for path, content in (parts | spools).items():
        path.write_bytes(content)
    (school.vault.folder / "vault.json").write_bytes(page)
    return allowed


@pytest.mark.parametrize("operation", OPERATIONS)
def test_that_every_cell_of_the_table_is_as_it_says(school: Staffroom, operation: str) -> None:
    rows = [row for row in TABLE if row["operation"] == operation]
    for row in rows:
        allowed = {role: asked_of(school, role, row) for role in WHO}
        assert allowed == {role: row[role] == "yes" for role in WHO}, row["of"]


def test_that_the_table_leaves_out_no_part_no_class_and_no_role() -> None:
    of = {(row["operation"], row["of"]) for row in TABLE}
    for part in Compartment:
        assert {("read", part.value), ("give key", part.value), ("take back key", part.value)} <= of
        assert {(f"write {each.value}", part.value) for each in EntryClass} <= of
    assert set(TABLE[0]) == {"operation", "of", *(role.value for role in Role)}
    assert {row[role] for row in TABLE for role in WHO} == {"yes", "no"}


def test_that_an_entry_written_behind_the_services_back_is_found_by_a_check(
    school: Staffroom,
) -> None:
    """Everybody writes every class with their own key, in a program that asks nobody."""
    writes = [row for row in TABLE if row["operation"].startswith("write ")]
    for role, name in WHO.items():
        with school.desk(name) as desk:
            held = dict(desk.sitting.parts)
        for row in writes:
            part = Compartment(row["of"])
            if part in held:
                found = _found_when_forged(school, name, part, row["operation"][6:])
                expected = None if row[role] == "yes" else Damage.RIGHT
                assert found is expected, (role, row["operation"], row["of"])


def _found_when_forged(
    school: Staffroom, name: str, part: Compartment, forged: str
) -> Damage | None:
    with school.desk(name) as desk:
        person = desk.cases.book.person
    header = school.page
    row = header.row(person.id)
    assert row is not None
    grant = next(grant for grant in row.grants if grant.compartment is part)
    place = next(row for row in header.parts if row.compartment is part)
    path = parts_folder(school.vault.folder) / place.file
    before = path.read_bytes()
    proved = vouched(header)
    opened = open_part(path, key_of(person, row, grant), place.salt, part, proved.rolls)
    pen = Pen(person, school.vault.clock, proved.mark, place.epoch)
    act_id = an_entry_id(school.vault.clock)
    try:
        with opened.writing(pen) as write:
            write.enter(Act(act_id, RecordId(act_id), EntryClass(forged), Body("test", 1)))
        opened.ledger.find(act_id)
    except DamageError as found:
        return found.where.damage
    finally:
        opened.close()
        path.write_bytes(before)
    return None


def test_that_a_right_taken_back_in_the_middle_of_a_sitting_ends_there(school: Staffroom) -> None:
    with school.desk() as desk:
        less = replace(desk.sitting.parts[Compartment.SCHOOL], right=Right.READ)
        desk.sitting.parts[Compartment.SCHOOL] = less
        with pytest.raises(NotEntitledError):
            _write(desk, Compartment.SCHOOL, EntryClass.CONCERN)
