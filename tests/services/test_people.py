from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.child_file import ChildFileDraft, ChildStatus, Tie
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    NotEntitledError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.storage.part import Part
from dsl_desk.storage.shelves.filling import Shelved
from tests.builders import an_entry_id
from tests.services.staffroom import ALBAN, HESTER, OWEN, Staffroom

if TYPE_CHECKING:
    from dsl_desk.domain.person import Person
    from dsl_desk.services.desk import Desk
    from tests.conftest import TrainingVault
    from tests.fakes.clock import FakeClock

WREN = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Wren", born="2016-03-02", form="6H")
LINNET = PersonDraft(PersonKind.PUPIL, "Tamarisk", "Linnet", born="2018-05-04")
LENA = PersonDraft(PersonKind.STAFF, "Harebell", "Lena", staff_kind=StaffKind.TEACHER)
CARYS = PersonDraft(PersonKind.FAMILY, "Tamarisk", "Carys")
WHY = "As her mother told us"


def added(desk: Desk, clock: FakeClock, draft: PersonDraft = WREN) -> Person:
    return desk.people.add(draft, an_entry_id(clock)).answer


def ref(person: Person) -> PersonRef:
    return PersonRef(person.draft.name, person.id)


def kinds(desk: Desk, part: Compartment) -> list[str]:
    return [entry.body.kind for entry in desk.sitting.part(part).ledger.entries()]


def names(desk: Desk, words: str) -> list[str]:
    return [row.name for row in desk.people.find(words, 10)]


def test_that_a_person_added_is_there_after_the_next_unlock(vault: TrainingVault) -> None:
    desk = vault.unlock()
    changed = desk.people.add(WREN, an_entry_id(vault.clock))
    desk.close()
    assert changed.things == {Thing.PEOPLE}
    desk = vault.unlock()
    assert desk.people.open(changed.answer.id).person == changed.answer
    assert changed.answer.draft == WREN
    assert desk.people.directory.name_of(changed.answer.id) == "Wren Tamarisk"
    assert desk.vault.check(lambda _checked, _total: None).parts == tuple(Compartment)
    desk.close()


def test_that_a_family_is_found_by_who_holds_the_key_to_children_and_nobody_else(
    desk: Desk, clock: FakeClock
) -> None:
    added(desk, clock)
    added(desk, clock, CARYS)
    assert "person" in kinds(desk, Compartment.CHILDREN)
    assert set(names(desk, "tamarisk")) == {"Wren Tamarisk", "Carys Tamarisk"}
    desk.sitting.leave(Compartment.CHILDREN)
    desk.people.directory.renew()
    assert names(desk, "tamarisk") == ["Wren Tamarisk"]


def test_that_adding_again_under_the_same_id_makes_no_second_person(
    desk: Desk, clock: FakeClock
) -> None:
    name = an_entry_id(clock)
    assert desk.people.add(WREN, name).answer == desk.people.add(WREN, name).answer
    assert len(desk.people.find("wren", 10)) == 1


def test_that_a_draft_with_problems_is_not_kept(desk: Desk, clock: FakeClock) -> None:
    with pytest.raises(DraftError) as told:
        added(desk, clock, replace(WREN, born="2030-01-01"))
    assert told.value.problems == (Problem("born", "not_yet"),)
    assert desk.people.find("wren", 10) == ()


def test_that_a_list_has_those_of_one_kind_by_surname_a_stretch_at_a_time(
    desk: Desk, clock: FakeClock
) -> None:
    for draft in (WREN, LINNET, LENA, CARYS):
        added(desk, clock, draft)
    page = desk.people.page(PersonKind.PUPIL, "", 1, 1)
    assert (page.total, [row.name for row in page.rows]) == (2, ["Wren Tamarisk"])
    page = desk.people.page(PersonKind.PUPIL, "linet", 0, 10)
    assert (page.total, [row.name for row in page.rows]) == (1, ["Linnet Tamarisk"])


def test_that_a_change_is_a_version_with_its_reason_and_lists_show_the_new_name(
    desk: Desk, clock: FakeClock
) -> None:
    person = added(desk, clock)
    older = replace(WREN, known_as="Birdie")
    changed = desk.people.change(person.entry.id, older, WHY, an_entry_id(clock)).answer
    assert (changed.version, changed.reason) == (2, WHY)
    assert desk.people.directory.name_of(person.id) == "Birdie Tamarisk"
    drafts = [version.draft for version in desk.people.versions(person.id)]
    assert drafts == [WREN, older]


def test_that_a_change_without_a_reason_or_into_another_part_is_not_kept(
    desk: Desk, clock: FakeClock
) -> None:
    person = added(desk, clock)
    moved = replace(WREN, kind=PersonKind.FAMILY)
    with pytest.raises(DraftError) as told:
        desk.people.change(person.entry.id, moved, " ", an_entry_id(clock))
    assert told.value.problems == (Problem("kind", "kept_elsewhere"), Problem("reason", "missing"))
    assert len(desk.people.versions(person.id)) == 1


def test_that_a_change_of_what_was_changed_meanwhile_is_not_kept(
    desk: Desk, clock: FakeClock
) -> None:
    person = added(desk, clock)
    desk.people.change(person.entry.id, LINNET, WHY, an_entry_id(clock))
    with pytest.raises(ChangedSinceError):
        desk.people.change(person.entry.id, WREN, WHY, an_entry_id(clock))


def test_that_nobody_is_opened_who_was_never_added(desk: Desk) -> None:
    nobody = RecordId("0d" * 16)
    for ask in (desk.people.open, desk.people.versions):
        with pytest.raises(RecordMissingError):
            ask(nobody)
    assert desk.people.directory.name_of(nobody, "as it was written") == "as it was written"


def test_that_a_childs_file_is_begun_once_and_changed_by_versions(
    desk: Desk, clock: FakeClock
) -> None:
    wren = added(desk, clock)
    assert desk.people.open(wren.id).file is None
    draft, name = ChildFileDraft(ref(wren)), an_entry_id(clock)
    begun = desk.people.keep_file(None, draft, "", name).answer
    assert desk.people.keep_file(None, draft, "", name).answer == begun
    with pytest.raises(ChangedSinceError):
        desk.people.keep_file(None, draft, "", an_entry_id(clock))
    with pytest.raises(DraftError):
        desk.people.keep_file(begun.entry.id, draft, "", an_entry_id(clock))
    helped = replace(draft, status=ChildStatus.FAMILY_HELP)
    changed = desk.people.keep_file(begun.entry.id, helped, WHY, an_entry_id(clock)).answer
    assert (changed.id, changed.version, changed.reason) == (begun.id, 2, WHY)
    assert desk.people.open(wren.id).file == changed


def test_that_opening_a_childs_file_is_written_down_once_in_a_sitting(
    desk: Desk, clock: FakeClock
) -> None:
    wren = added(desk, clock)
    desk.people.open(wren.id)
    assert kinds(desk, Compartment.CHILDREN) == ["founding"]
    desk.people.keep_file(None, ChildFileDraft(ref(wren)), "", an_entry_id(clock))
    for _ in range(3):
        desk.people.open(wren.id)
    assert kinds(desk, Compartment.CHILDREN) == ["founding", "child_file", "opened"]


def test_that_a_sibling_named_in_one_file_stands_with_both_children(
    desk: Desk, clock: FakeClock
) -> None:
    wren, linnet = added(desk, clock), added(desk, clock, LINNET)
    ties = (Tie(ref(linnet), "Sister"), Tie(PersonRef("Rowan, at another school"), "Brother"))
    desk.people.keep_file(None, ChildFileDraft(ref(wren), siblings=ties), "", an_entry_id(clock))
    assert [row.name for row in desk.people.open(wren.id).siblings] == ["Linnet Tamarisk"]
    assert [row.name for row in desk.people.open(linnet.id).siblings] == ["Wren Tamarisk"]


def test_that_two_records_of_one_person_become_one_and_two_again(vault: TrainingVault) -> None:
    desk, clock = vault.unlock(), vault.clock
    wren, again = added(desk, clock), added(desk, clock, replace(WREN, forename="Wrenna"))
    file = desk.people.keep_file(None, ChildFileDraft(ref(again)), "", an_entry_id(clock)).answer
    name = an_entry_id(clock)
    merge = desk.people.merge(wren.id, again.id, WHY, name).answer
    assert desk.people.merge(wren.id, again.id, WHY, name).answer == merge
    desk.close()
    desk = vault.unlock()
    assert names(desk, "wrenna") == ["Wren Tamarisk"]
    assert desk.people.directory.same_as(again.id) == (again.id, wren.id)
    page = desk.people.open(again.id)
    assert (page.person.id, page.file) == (wren.id, file)
    assert [(one.id, one.name) for one in page.merged] == [(merge, "Wrenna Tamarisk")]
    changed = desk.people.part_company(merge, "They are cousins", an_entry_id(clock))
    assert changed.things == {Thing.PEOPLE}
    assert names(desk, "wrenna") == ["Wrenna Tamarisk"]
    assert desk.people.directory.same_as(wren.id) == (wren.id,)
    assert desk.people.open(wren.id).merged == ()
    desk.close()


def test_that_a_family_merged_and_parted_is_written_down_in_children(
    desk: Desk, clock: FakeClock
) -> None:
    one, two = added(desk, clock, CARYS), added(desk, clock, CARYS)
    merge = desk.people.merge(one.id, two.id, WHY, an_entry_id(clock)).answer
    desk.people.part_company(merge, WHY, an_entry_id(clock))
    assert kinds(desk, Compartment.CHILDREN).count("person_merge") == 2


def test_that_only_two_records_of_one_kind_are_merged_and_with_a_reason(
    desk: Desk, clock: FakeClock
) -> None:
    wren, lena = added(desk, clock), added(desk, clock, LENA)
    with pytest.raises(DraftError) as told:
        desk.people.merge(wren.id, lena.id, "", an_entry_id(clock))
    assert told.value.problems == (Problem("other", "other_kind"), Problem("reason", "missing"))
    with pytest.raises(DraftError) as told:
        desk.people.merge(wren.id, wren.id, WHY, an_entry_id(clock))
    assert told.value.problems == (Problem("other", "same_already"),)
    nobody = RecordId("0d" * 16)
    with pytest.raises(RecordMissingError):
        desk.people.merge(wren.id, nobody, WHY, an_entry_id(clock))
    with pytest.raises(RecordMissingError):
        desk.people.part_company(nobody, WHY, an_entry_id(clock))


def test_that_who_is_merged_in_a_ring_is_still_shown(desk: Desk, clock: FakeClock) -> None:
    from dsl_desk.domain.person_merge import Merged  # noqa: PLC0415 only here
    from dsl_desk.services.directory import Everybody  # noqa: PLC0415 only here

    wren, linnet = added(desk, clock), added(desk, clock, LINNET)
    rows = desk.people.directory.everybody().rows
    there = Merged(RecordId("01" * 16), wren.id, linnet.id, "")
    back = Merged(RecordId("02" * 16), linnet.id, wren.id, "")
    gone = Merged(RecordId("03" * 16), RecordId("0d" * 16), wren.id, "")
    assert Everybody(rows, (there, back)).kept(wren.id) in {wren.id, linnet.id}
    assert Everybody(rows, (gone,)).kept(wren.id) == wren.id


def test_that_people_come_in_by_themselves_while_lists_are_being_made_anew(
    desk: Desk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    added(desk, clock)
    monkeypatch.setattr(Part, "shelved", lambda _part: Shelved(1, 2))
    before = desk.people.directory.everybody()
    assert desk.people.directory.everybody() is not before
    monkeypatch.undo()
    assert desk.people.directory.everybody() is desk.people.directory.everybody()


def test_that_a_head_sees_a_childs_file_and_changes_nothing_in_it(vault: TrainingVault) -> None:
    school = Staffroom(vault).add_everybody()
    with school.desk() as desk:
        wren = added(desk, vault.clock)
        desk.people.keep_file(None, ChildFileDraft(ref(wren)), "", an_entry_id(vault.clock))
    with school.desk(HESTER) as desk:
        page = desk.people.open(wren.id)
        assert page.file is not None
        with pytest.raises(NotEntitledError):
            desk.people.keep_file(
                page.file.entry.id, page.file.draft, WHY, an_entry_id(vault.clock)
            )
        added(desk, vault.clock, LENA)
    with school.desk(OWEN) as desk:
        assert names(desk, "lena") == ["Lena Harebell"]
    with school.desk(ALBAN) as desk:
        assert desk.people.find("lena", 10) == ()


def test_that_who_holds_no_key_to_children_sees_the_name_and_no_file(
    desk: Desk, clock: FakeClock
) -> None:
    wren = added(desk, clock)
    desk.people.keep_file(None, ChildFileDraft(ref(wren)), "", an_entry_id(clock))
    desk.sitting.leave(Compartment.CHILDREN)
    page = desk.people.open(wren.id)
    assert (page.person, page.file, page.siblings) == (wren, None, ())
