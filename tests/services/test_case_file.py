"""A case as a whole: until when it is kept, its evidence, and what was carried out of Staff."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_questions import PENSION_ON
from dsl_desk.domain.errors import DraftError, RecordMissingError
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.member import Role
from dsl_desk.domain.subject import Subject
from dsl_desk.domain.viewing import Stands
from dsl_desk.services.beginning_anew import Successor
from tests.services.adults import (
    ROWAN,
    a_low_level_draft,
    a_step,
    about,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
    four,
)
from tests.services.looking import captured, decided, fresh_entry
from tests.services.staffroom import ALBAN, HESTER, MAYA, WHY

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

NOTE = AllegationStepSort.NOTE


def pension(desk: Desk, record: RecordId, on: str) -> None:
    told = an_outcome()
    do(desk, record, replace(told, answers={**told.answers, PENSION_ON: on}))


def test_that_a_sealed_case_says_until_when_it_is_kept(school: Staffroom) -> None:
    with school.desk(ALBAN) as desk:
        record = begin(desk, an_allegation_draft(about(desk, HESTER, Standing.HEAD)))
        assert desk.case_file.open(record).kept.review_on is None
        pension(desk, record, "2040-02-01")
        seen = desk.case_file.open(record)
        assert seen.view.line.sealed
        assert seen.kept.review_on == date(2040, 2, 1)
        assert seen.offered == ()


def test_that_evidence_is_linked_once_and_named_after_it_went(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        record = begin(desk)
        viewing = decided(desk, stands=Stands.STAFF)
        evidence = captured(desk, viewing.id)
        aside = captured(desk, viewing.id, b"another picture")
        desk.quarantines.set_aside(aside.id, "By mistake", fresh_entry(desk))
        offered = desk.case_file.open(record).offered
        assert [one.ref for one in offered] == [evidence.ref, viewing.ref]
        desk.case_file.link(record, evidence.id, fresh_entry(desk))
        seen = desk.case_file.open(record)
        assert [one.record for one in seen.linked] == [evidence.id]
        assert [one.record for one in seen.offered] == [viewing.id]
        given = desk.told.take(
            HandedInDraft("A parent", "2026-11-19T11:50", "By e-mail", "A post"), fresh_entry(desk)
        )
        with pytest.raises(RecordMissingError):
            desk.case_file.link(record, given.answer.id, fresh_entry(desk))
        proposal = desk.disposals.propose(evidence.id, WHY, fresh_entry(desk), WHY).answer.id
    with school.desk(HESTER) as desk:
        desk.disposals.agree(proposal, WHY, fresh_entry(desk))
        (one,) = desk.case_file.open(record).linked
        assert (one.gone, one.ref) == (True, evidence.ref)


def test_that_what_was_carried_out_of_staff_is_an_allegation_still(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        rowan = an_adult(standing=Standing.EMPLOYED)
        record = begin(desk, an_allegation_draft(rowan))
        other = begin(desk, an_allegation_draft(rowan, told_by="Another parent"))
        step = do(desk, record, four()).line.steps[0]
        desk.low_level.record(a_low_level_draft(rowan), fresh_entry(desk))
        desk.members.begin_staff_anew(Successor(Subject(ROWAN), Role.DEPUTY_DSL), WHY)
        shown = desk.allegations.list()
        assert [(one.sealed, one.allegation.written.id) for one in shown] == [
            (True, record),
            (True, other),
        ]
        view = do(desk, record, a_step(NOTE))
        assert [one.sort for one in view.line.steps] == [AllegationStepSort.THRESHOLD, NOTE]
        assert desk.allegations.open(other).line.steps == ()
        of = desk.allegations.stood(record)[0]
        desk.allegations.amend(of, replace(of.draft, place="The hall"), WHY, fresh_entry(desk))
        desk.allegations.change_step(step, four(why="I asked again"), WHY, fresh_entry(desk))
        desk.cases.rewrite_all()
        view = desk.case_file.open(record).view
        assert view.line.allegation.draft.place == "The hall"
        assert view.line.allegation.written.version == 2
        assert len(desk.allegations.versions(record, step.written.id)) == 2
        assert desk.cases.check()


def test_that_a_link_is_taken_back_with_a_reason_and_may_be_made_again(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        record = begin(desk)
        viewing = decided(desk, stands=Stands.STAFF)
        desk.case_file.link(record, viewing.id, fresh_entry(desk))
        with pytest.raises(DraftError):
            desk.case_file.unlink(record, viewing.id, " ", fresh_entry(desk))
        done = desk.case_file.unlink(record, viewing.id, "Another coach", fresh_entry(desk))
        assert done.answer.written.body.reason == "Another coach"
        assert done.answer.draft.words.startswith("No longer linked. ")
        seen = desk.case_file.open(record)
        assert (seen.linked, [one.record for one in seen.offered]) == ((), [viewing.id])
        with pytest.raises(RecordMissingError):
            desk.case_file.unlink(record, viewing.id, WHY, fresh_entry(desk))
        first, _second = desk.allegations.versions(record, done.answer.written.id)
        assert first.draft.words.startswith(viewing.ref)
        desk.case_file.link(record, viewing.id, fresh_entry(desk))
        assert [one.record for one in desk.case_file.open(record).linked] == [viewing.id]
