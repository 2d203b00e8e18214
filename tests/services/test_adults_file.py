"""An adult's file: the chronology of who works here stands in Staff, and is read from there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.chronology import ItemSort
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import About, Involvement
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.step import StepDraft, StepSort
from tests.builders import a_concern_draft, an_entry_id
from tests.services.declaring import KIT, a_declaration, nothing
from tests.services.looking import fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom


def kept(desk: Desk, kind: PersonKind, surname: str) -> RecordId:
    works_as = StaffKind.TEACHER if kind is PersonKind.STAFF else None
    draft = PersonDraft(kind, surname=surname, forename="Sorrel", staff_kind=works_as)
    return desk.people.add(draft, an_entry_id(desk.sitting.clock)).answer.id


def told_about(desk: Desk, person: RecordId) -> None:
    """Write down a concern about somebody who works here, and what was done."""
    ref = PersonRef("Sorrel Whinchat", person)
    people = (Involved(ref, Involvement.SAID_TO_HAVE_DONE_IT),)
    draft = replace(a_concern_draft(people=people), about=About.ADULT)
    concern = desk.concerns.record(draft, an_entry_id(desk.sitting.clock)).answer
    step = StepDraft(StepSort.CALL, "2026-11-19T10:00", "Rang the LADO", concern.id)
    desk.steps.record(step, an_entry_id(desk.sitting.clock))


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (PersonKind.STAFF, Compartment.STAFF),
        (PersonKind.PUPIL, Compartment.CHILDREN),
        (PersonKind.FAMILY, Compartment.CHILDREN),
        (PersonKind.PROFESSIONAL, Compartment.CHILDREN),
    ],
)
def test_that_the_part_of_a_file_follows_from_who_it_is_about(
    desk: Desk, kind: PersonKind, part: Compartment
) -> None:
    assert desk.chronology.part_of(kept(desk, kind, "Whinchat")) is part
    assert desk.chronology.part_of("0a" * 16) is Compartment.CHILDREN


def test_that_an_adults_file_holds_what_staff_says_of_them(desk: Desk) -> None:
    person, other = kept(desk, PersonKind.STAFF, "Whinchat"), kept(desk, PersonKind.STAFF, "Elm")
    told_about(desk, person)
    rows = desk.chronology.of(person, 0, 9)
    assert [row.sort for row in rows.rows] == [ItemSort.CONCERN, ItemSort.CONTACT]
    assert desk.chronology.counts(person) == {ItemSort.CONCERN: 1, ItemSort.CONTACT: 1}
    assert desk.chronology.of(other, 0, 9).total == 0


def test_that_a_member_without_the_staff_key_reads_and_counts_nothing_of_it(
    school: Staffroom,
) -> None:
    with school.desk() as desk:
        person = kept(desk, PersonKind.STAFF, "Whinchat")
        told_about(desk, person)
    with school.desk(OWEN) as desk:
        assert desk.people.open(person).person.draft.surname == "Whinchat"
        for read in (
            lambda: desk.chronology.of(person, 0, 9),
            lambda: desk.chronology.counts(person),
        ):
            with pytest.raises(NotEntitledError):
                read()


def test_that_declared_family_links_stand_in_the_adults_file_for_who_may_open_them(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        person = kept(desk, PersonKind.STAFF, "Whinchat")
        other = kept(desk, PersonKind.STAFF, "Elm")
        told_about(desk, person)
        declared = a_declaration(by="Sorrel Whinchat", person=person, signed="Sorrel Whinchat")
        link = desk.declarations.record(declared, fresh_entry(desk)).answer
        none = nothing(by="Sorrel Whinchat", person=person)
        desk.declarations.record(replace(none, signed_on="2026-11-18"), fresh_entry(desk))
        page = desk.chronology.of(person, 0, 9)
        assert [row.title for row in page.rows if row.sort is ItemSort.DECLARATION] == [
            "Declared: no family link",
            f"Declared: Aunt or uncle of {KIT}",
        ]
        assert page.total == len(page.rows) == 4
        assert desk.chronology.of(person, 0, 1).rows == page.rows[:1]
        assert desk.chronology.of(person, 1, 2).rows == page.rows[1:3]
        only = desk.chronology.of(person, 0, 9, ItemSort.DECLARATION)
        assert [row.record for row in only.rows][-1] == link.written.id
        assert desk.chronology.of(person, 0, 9, ItemSort.CONCERN).total == 1
        assert desk.chronology.counts(person)[ItemSort.DECLARATION] == 2
        assert desk.chronology.of(other, 0, 9).total == 0
        assert desk.adults.read_at(link.written.id) == ("declaration", link.written.id)


def test_that_whoever_cannot_open_declarations_reads_none_of_them_in_a_file(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        person = kept(desk, PersonKind.STAFF, "Whinchat")
        told_about(desk, person)
        declared = a_declaration(by="Sorrel Whinchat", person=person, signed="Sorrel Whinchat")
        desk.declarations.record(declared, fresh_entry(desk))
        desk.members.take_back_key(
            school.ids[MAYA], Compartment.DECLARATIONS, WHY, lambda _done, _of: None
        )
    with school.desk(MAYA) as desk:
        sorts = {row.sort for row in desk.chronology.of(person, 0, 9).rows}
        assert Compartment.DECLARATIONS not in desk.sitting.parts
        assert ItemSort.DECLARATION not in sorts
        assert ItemSort.CONCERN in sorts
