"""A declaration: its class and day, two people let it go with its review, and no word is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.rights import Right
from tests.builders import an_entry_id
from tests.services.declaring import a_declaration, a_review, declare, sign
from tests.services.staffroom import HESTER, OWEN

if TYPE_CHECKING:
    from tests.services.staffroom import Staffroom

pytestmark = pytest.mark.gate_story

PART = Compartment.DECLARATIONS
WHY = "Its day has come"


def test_that_two_people_let_a_declaration_go_with_its_review(signing_school: Staffroom) -> None:
    school = signing_school
    with school.desk(HESTER) as desk:
        desk.members.give_key(school.ids[OWEN], PART, "To agree to disposals", Right.WRITE)
        left = PersonDraft(
            PersonKind.STAFF, "Oakhollow", "Priya", staff_kind=StaffKind.SUPPORT, ends="2020-07-20"
        )
        person = desk.people.add(left, an_entry_id(desk.sitting.clock)).answer.id
        declared = declare(desk, a_declaration(person=person))
        review = sign(desk, declared, a_review())
        record = declared.written.id
        kept = desk.retention.of(record)
        assert (kept.part, kept.of) == (PART, RetentionClass.DECLARATION)
        proposal = desk.disposals.propose(record, WHY, an_entry_id(desk.sitting.clock), WHY).answer
    with school.desk(OWEN) as desk:
        agreed = desk.disposals.agree(proposal.id, WHY, an_entry_id(desk.sitting.clock)).answer
        assert tuple(agreed.draft.with_it) == (review.written.id,)
        for gone in (record, review.written.id):
            with pytest.raises(RecordDisposedError):
                desk.sitting.part(PART).ledger.newest(gone)
        with pytest.raises(RecordMissingError):
            desk.retention.of(record)
        assert desk.declarations.lines() == ()
        assert desk.vault.check(lambda _done, _of: None).entries
