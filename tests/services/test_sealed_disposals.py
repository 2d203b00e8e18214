"""A sealed case lets go of its words: two holders say so, and its slot is free again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort, ReportBasis
from dsl_desk.domain.disposal import PROPOSAL, ProposalState, said_of_proposal
from dsl_desk.domain.disposal_errors import (
    AnsweredAlreadyError,
    OnHoldError,
    OwnProposalError,
    ProposedAlreadyError,
)
from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, Whom
from dsl_desk.domain.entry import GONE, Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, DraftError, NotEntitledError, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.left import LEFT, LeftDraft, said_of
from dsl_desk.domain.routing import Route, Row
from dsl_desk.storage.slots import SlotName
from tests.services.adults import a_step, about, an_allegation_draft, begin, do
from tests.services.looking import fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN, WHY

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.slot_ledger import SlotLedger
    from tests.services.staffroom import Staffroom

SAID = "“quillwort, she said”"
NOTE = AllegationStepSort.NOTE
SLOT = SlotName(Row.DSL, 1)


def about_maya(desk: Desk) -> RecordId:
    record = begin(desk, an_allegation_draft(about(desk, MAYA, Standing.DSL), words=SAID))
    do(desk, record, a_step(NOTE, words=SAID))
    desk.cases.rewrite_all()
    return record


def propose(desk: Desk, record: RecordId, entry: EntryId | None = None) -> None:
    kept = desk.case_file.open(record).kept
    desk.sealed_disposals.propose(kept, record, WHY, entry or fresh_entry(desk))
    desk.cases.rewrite_all()


def ledger(desk: Desk) -> SlotLedger:
    found = desk.cases._slots().read(SLOT)
    assert found is not None
    return found


def test_that_two_holders_let_a_sealed_case_go_and_its_slot_is_free(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        propose(desk, record)
        with pytest.raises(OwnProposalError):
            desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True)
        with pytest.raises(ProposedAlreadyError):
            propose(desk, record)
        do(desk, record, a_step(NOTE, words="Written while it waits"))  # and not moved yet
    with school.desk(OWEN) as desk:
        (line,) = desk.allegations.list()
        assert line.allegation.draft.words == SAID
        proposal = desk.sealed_disposals.of(record)
        assert proposal is not None
        assert (proposal.proposer, proposal.draft.reason) == (HESTER, WHY)
        with pytest.raises(DraftError):
            desk.sealed_disposals.answer(record, " ", fresh_entry(desk), agreed=True)
        told = desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True)
        assert told.answer.startswith(b"%PDF")
        assert desk.allegations.list() == ()
        assert desk.cases.mine() == ()
        left = ledger(desk)
        assert SAID.encode() not in left.written()
        assert [one.body is GONE for one in left.entries].count(True) >= 3
        assert desk.cases.check()
        with pytest.raises((RecordMissingError, NotEntitledError)):
            desk.allegations.open(record)
    with school.desk(HESTER) as desk:
        desk.cases.rewrite_all()
        assert desk.allegations.list() == ()
        again = about_maya(desk)
        assert [one.allegation.written.id for one in desk.allegations.list()] == [again]
        assert b"Written while it waits" not in ledger(desk).written()
        assert desk.cases.check()


def test_that_a_refused_proposal_keeps_it_and_may_be_made_again(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        name = fresh_entry(desk)
        propose(desk, record, name)
        propose(desk, record, name)  # a second press is no second proposal
    with school.desk(OWEN) as desk:
        refused = desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=False)
        assert refused.answer == b""
        with pytest.raises(AnsweredAlreadyError):
            desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True)
        desk.cases.rewrite_all()
        assert desk.sealed_disposals.of(record) is None
        assert len(desk.allegations.list()) == 1
        propose(desk, record)
        found = desk.sealed_disposals.of(record)
        assert found is not None
        assert found.draft.state is ProposalState.WAITING


def test_that_what_names_sexual_abuse_and_what_has_no_reason_stays(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        kept = desk.case_file.open(record).kept
        with pytest.raises(DraftError):
            desk.sealed_disposals.propose(kept, record, " ", fresh_entry(desk))
        answers = {"basis": next(iter(ReportBasis)).value, "reported_by": "H", "aware": "H"}
        do(desk, record, a_step(AllegationStepSort.STATUTORY_REPORT, answers=answers))
        with pytest.raises(OnHoldError):
            propose(desk, record)


def test_that_a_body_gone_without_two_people_saying_so_is_damage(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        about_maya(desk)
        slots, found = desk.cases._slots(), ledger(desk)
        found.lose_body(0)
        slots.write(SLOT, found)
        with pytest.raises(DamageError):
            desk.cases.mine()


def left_beside(desk: Desk, became: str = "") -> RecordId:
    """Something left in the drop for the holders of this slot, and what it became."""
    now = desk.sitting.clock.now()
    left = Left.fresh(next(iter(LeftSort)), Whom(next(iter(LeftAbout))), {"words": SAID}, now)
    said = said_of(LeftDraft(left, now.isoformat(), record=became))
    act = Act(left.id, RecordId(left.id), EntryClass.CASE, LEFT.body(said, HESTER))
    goes = Route(SLOT.row, desk.cases.holders(SLOT.row))
    desk.cases.begin_with(goes, act)
    return RecordId(left.id)


def test_that_what_was_left_goes_with_the_case_it_became_and_nothing_else_does(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        with_it, other = left_beside(desk, record), left_beside(desk)
        desk.cases.rewrite_all()
        propose(desk, record)
    with school.desk(OWEN) as desk:
        desk.sealed_disposals.answer(record, WHY, fresh_entry(desk), agreed=True)
        stands = {one.header.record for one in ledger(desk).live}
        assert (with_it in stands, other in stands, record in stands) == (False, True, False)
        assert desk.cases.mine() == ()
        assert desk.cases.check()


def test_that_whoever_answers_their_own_proposal_in_the_slot_lets_nothing_go(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        record = about_maya(desk)
        propose(desk, record)
        there = desk.sealed_disposals.of(record)
        assert there is not None
        draft = replace(there.draft, state=ProposalState.AGREED, answer="I agree with myself")
        body = PROPOSAL.body(said_of_proposal(draft), HESTER)
        desk.cases.add(record, Act(fresh_entry(desk), there.id, EntryClass.CASE, body))
        desk.cases.rewrite_all()
        assert desk.sealed_disposals.of(record) == there
        assert len(desk.allegations.list()) == 1
