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
from tests.services.staffroom import OWEN

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
