from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.people_settings import PeopleSettings
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.progress import untold
from dsl_desk.services.importing import AT_ONCE, guess_columns, plan, read_file
from tests.builders import an_entry_id
from tests.intake.lists import a_csv, a_ctf, many_pupils
from tests.services.staffroom import ALBAN, Staffroom

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.import_plan import ImportPlan
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock


def dry_run(desk: Desk, clock: FakeClock, path: Path, untrusted: bytes) -> ImportPlan:
    path.write_bytes(untrusted)
    sheet = read_file(path)
    mapping = guess_columns(sheet, desk.importing.settings().columns)
    return plan(sheet, mapping, desk.importing.known(), clock, untold)


def taken_in(desk: Desk, made: ImportPlan) -> int:
    rest, done = made.writes({}, leavers=True), 0
    while rest:
        done += desk.importing.take_in(rest).answer
        rest = rest[AT_ONCE:]
    return done


def test_that_a_list_is_taken_in_and_the_same_list_again_changes_nothing(
    desk: Desk, clock: FakeClock, tmp_path: Path
) -> None:
    path, pupils = tmp_path / "list.csv", many_pupils(600)
    made = dry_run(desk, clock, path, a_csv(pupils))
    assert taken_in(desk, made) == 600
    assert taken_in(desk, made) == 600  # the same rows, once more: nobody is there twice
    assert desk.people.page(PersonKind.PUPIL, "", 0, 1).total == 600
    again = dry_run(desk, clock, path, a_csv(pupils))
    assert (again.same, again.writes({}, leavers=True)) == (600, ())


def test_that_a_ctf_changes_who_came_in_by_a_csv(
    desk: Desk, clock: FakeClock, tmp_path: Path
) -> None:
    pupils = many_pupils(20)
    taken_in(desk, dry_run(desk, clock, tmp_path / "list.csv", a_csv(pupils)))
    moved = [(*pupils[0][:1], "Sedgewick", *pupils[0][2:]), *pupils[1:19]]
    made = dry_run(desk, clock, tmp_path / "list.xml", a_ctf(moved, sex="Gender"))
    assert (made.same, len(made.changed), len(made.left), made.new) == (18, 1, 1, ())
    taken_in(desk, made)
    (row,) = desk.people.find("sedgewick", 2)
    versions = desk.people.versions(row.id)
    assert [version.version for version in versions] == [1, 2]
    assert versions[1].reason
    assert versions[1].draft.form == versions[0].draft.form  # a CTF knows no class


def test_that_columns_once_chosen_are_known_after_the_next_unlock(vault: TrainingVault) -> None:
    desk = vault.unlock()
    assert desk.importing.settings() == PeopleSettings()
    chosen = PeopleSettings({"form": "House"}, single_identifier=True)
    desk.importing.settle(chosen)
    desk.importing.settle(chosen)
    desk.close()
    desk = vault.unlock()
    assert desk.importing.settings() == chosen
    ledger = desk.sitting.part(Compartment.SCHOOL).ledger
    kinds = [entry.body.kind for entry in ledger.entries()]
    assert kinds.count("people_settings") == 1
    desk.importing.settle(PeopleSettings())
    assert desk.importing.settings() == PeopleSettings()
    desk.close()


def test_that_who_holds_no_key_of_school_takes_nothing_in(
    vault: TrainingVault, tmp_path: Path
) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk(ALBAN) as desk:
        made = dry_run(desk, vault.clock, tmp_path / "list.csv", a_csv(many_pupils(2)))
        assert desk.importing.settings() == PeopleSettings()
        with pytest.raises(NotEntitledError):
            desk.importing.take_in(made.new)


def test_that_two_records_that_may_be_of_one_person_are_named_until_they_are_merged(
    desk: Desk, clock: FakeClock
) -> None:
    wren = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren", born="2016-03-02")
    one, two = (desk.people.add(wren, an_entry_id(clock)).answer for _ in range(2))
    ((first, second),) = desk.importing.duplicates()
    assert {first.id, second.id} == {one.id, two.id}
    desk.people.merge(one.id, two.id, "One child", an_entry_id(clock))
    assert desk.importing.duplicates() == ()
