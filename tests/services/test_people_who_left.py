"""People who left: looked at once nothing names them, and never by whoever cannot tell."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.child_file import ChildFileDraft, Contact
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.errors import RecordDisposedError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from tests.builders import a_concern_draft
from tests.services.looking import fresh_entry
from tests.services.staffroom import MAYA, OWEN

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WHY, YES = "Its day has come", "Read it, and agree"


def person(desk: Desk, kind: PersonKind, ends: str = "", **more: object) -> PersonRef:
    staff = StaffKind.TEACHER if kind is PersonKind.STAFF else None
    draft = PersonDraft(kind, "Kestrel", "Rowan", ends=ends, staff_kind=staff)
    draft = replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows
    return PersonRef(draft.name, desk.people.add(draft, fresh_entry(desk)).answer.id)


def propose(desk: Desk, record: RecordId) -> RecordId:
    return desk.disposals.propose(record, WHY, fresh_entry(desk), WHY).answer.id


def test_that_nobody_is_looked_at_while_a_record_names_them(desk: Desk) -> None:
    reed = person(desk, PersonKind.PUPIL, ends="2020-07-20")
    mother = person(desk, PersonKind.FAMILY, ends="2020-07-20", forename="Carys")
    gone = person(desk, PersonKind.PUPIL, ends="2020-07-20", forename="Dove")
    contact = Contact(mother, "mother")
    file = ChildFileDraft(reed, contacts=(contact,))
    desk.people.keep_file(None, file, "", fresh_entry(desk))
    told = a_concern_draft(people=(Involved(reed),))
    desk.concerns.record(told, fresh_entry(desk))
    assert [one.what for one in desk.retention.due(0, 9).rows] == [gone.name]
    for named in (reed, mother):
        kept = desk.retention.of(RecordId(named.person))
        assert (kept.review_on, kept.why) == (None, "as long as any record names them")
    assert desk.retention.of(RecordId(gone.person)).review_on == date(2021, 7, 20)


def test_that_whoever_cannot_read_staff_is_not_asked_about_those_who_work_here(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        rowan = person(desk, PersonKind.STAFF, ends="2020-07-20")
        assert [one.what for one in desk.retention.due(0, 9).rows] == [rowan.name]
    with school.desk(OWEN) as desk:
        assert desk.retention.due(0, 9).total == 0
        assert desk.retention.of(RecordId(rowan.person)).review_on is None


def test_that_with_a_person_go_the_records_found_to_be_theirs(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        one = person(desk, PersonKind.PUPIL, ends="2020-07-20")
        other = person(desk, PersonKind.PUPIL, ends="2020-07-20", known_as="Ro")
        desk.people.merge(RecordId(one.person), RecordId(other.person), WHY, fresh_entry(desk))
        assert [kept.record for kept in desk.retention.due(0, 9).rows] == [one.person]
        proposal = propose(desk, RecordId(one.person))
    with school.desk(OWEN) as desk:
        assert desk.people.find("Kestrel", 9)
        agreed = desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer
        assert other.person in agreed.draft.with_it
        assert len(agreed.draft.with_it) == 2  # and that they were joined
        assert desk.people.find("Kestrel", 9) == ()
        with pytest.raises(RecordDisposedError):
            desk.sitting.part(Compartment.SCHOOL).ledger.newest(RecordId(other.person))
