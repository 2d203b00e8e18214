"""Disposal: two people, a reason each, and nothing left but that it was done."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_parts import Involved
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disposal import PROPOSAL, ProposalState, blobs_of, said_of_proposal
from dsl_desk.domain.disposal_errors import (
    AnsweredAlreadyError,
    OnHoldError,
    OwnProposalError,
    ProposedAlreadyError,
)
from dsl_desk.domain.entry import GONE, Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DamageError,
    DraftError,
    Problem,
    RecordDisposedError,
    RecordMissingError,
)
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.person import PersonDraft, PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.services.disposals import prove_two_people
from dsl_desk.services.places import evidence_folder
from dsl_desk.storage.blobs import BlobStore
from dsl_desk.storage.shelves.exports import copies_of
from tests.builders import a_concern_draft, an_entry_id
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.packing import Json
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

CHILDREN = Compartment.CHILDREN
WHY, YES = "Its day has come", "Read it, and agree"
SAID = "quillwort"


def old_concern(desk: Desk, born: str = "2000-01-01") -> Concern:
    """A concern about somebody whose day has come, with a step and a copy on paper."""
    clock = desk.sitting.clock
    draft = PersonDraft(PersonKind.PUPIL, "Sandpiper", "Reed", born=born)
    reed = PersonRef(draft.name, desk.people.add(draft, an_entry_id(clock)).answer.id)
    told = a_concern_draft(people=(Involved(reed),), words=SAID)
    concern = desk.concerns.record(told, an_entry_id(clock)).answer
    step = StepDraft(StepSort.NOTE, "2026-11-18", SAID, concern.id)
    desk.steps.record(step, an_entry_id(clock))
    desk.concerns.make_pdf(concern.id)
    return concern


def propose(desk: Desk, concern: Concern, early: str = "") -> RecordId:
    entry = an_entry_id(desk.sitting.clock)
    return desk.disposals.propose(concern.id, WHY, entry, early).answer.id


def agree(desk: Desk, proposal: RecordId, reason: str = YES) -> None:
    desk.disposals.agree(proposal, reason, an_entry_id(desk.sitting.clock))


def whole(desk: Desk) -> bool:
    return bool(desk.vault.check(lambda _done, _of: None).entries)


@pytest.fixture
def proposed(school: Staffroom) -> RecordId:
    with school.desk(MAYA) as desk:
        return propose(desk, old_concern(desk))


def test_that_what_another_agrees_to_is_gone_from_ledger_lists_and_search(
    school: Staffroom, proposed: RecordId
) -> None:
    with school.desk(OWEN) as desk:
        (waiting,) = desk.disposals.waiting()
        assert (waiting.id, waiting.proposer, waiting.draft.reason) == (proposed, MAYA, WHY)
        record = waiting.draft.record
        (step,) = desk.steps.of(record)
        agree(desk, proposed)
        for gone in (record, step.id):
            with pytest.raises(RecordDisposedError):
                desk.sitting.part(CHILDREN).ledger.newest(gone)
        assert desk.concerns.page(0, 9).total == 0
        assert desk.search.find(SAID, 0, 9).total == 0
        assert desk.retention.due(0, 9).total == 0
        assert desk.steps.of(record) == ()
        assert desk.disposals.waiting() == ()
        (done,) = desk.disposals.done()
        assert (done.draft.state, done.answerer, done.draft.with_it) == (
            ProposalState.AGREED,
            OWEN,
            (step.id,),
        )
        assert whole(desk)


def test_that_nobody_agrees_to_what_they_proposed(school: Staffroom, proposed: RecordId) -> None:
    with school.desk(MAYA) as desk:
        for answer in (desk.disposals.agree, desk.disposals.refuse):
            with pytest.raises(OwnProposalError):
                answer(proposed, YES, an_entry_id(desk.sitting.clock))
        (waiting,) = desk.disposals.waiting()
        assert not waiting.is_for(desk.member.id)
        assert desk.concerns.open(waiting.draft.record).draft.words == SAID


def test_that_an_agreement_forged_by_whoever_proposed_it_is_found_by_a_check(
    school: Staffroom, proposed: RecordId
) -> None:
    with school.desk(MAYA) as desk:
        before = desk.disposals.open(proposed)
        said = said_of_proposal(replace(before.draft, state=ProposalState.AGREED))
        with desk.sitting.writing(CHILDREN, EntryClass.RETENTION) as write:
            forged = write.version(
                PROPOSAL, said, before.entry.id, YES, an_entry_id(desk.sitting.clock)
            )
        with pytest.raises(DamageError) as told:
            whole(desk)
        assert told.value.where == Where(Damage.RIGHT, CHILDREN, forged.header.number)


def test_that_a_refusal_keeps_it_and_it_may_be_proposed_again(
    school: Staffroom, proposed: RecordId
) -> None:
    with school.desk(OWEN) as desk:
        entry = an_entry_id(desk.sitting.clock)
        refused = desk.disposals.refuse(proposed, "Her solicitor has asked for it", entry).answer
        assert refused.draft.state is ProposalState.REFUSED
        assert desk.disposals.refuse(proposed, "Again", entry).answer == refused
        with pytest.raises(AnsweredAlreadyError):
            agree(desk, proposed)
        concern = desk.concerns.open(refused.draft.record)
        assert propose(desk, concern) != proposed
        with pytest.raises(ProposedAlreadyError):
            propose(desk, concern)
        assert desk.retention.due(0, 9).total == 0


def test_that_a_hold_refuses_proposal_and_agreement(school: Staffroom, proposed: RecordId) -> None:
    with school.desk(OWEN) as desk:
        record = desk.disposals.open(proposed).draft.record
        desk.retention.hold(record, "The police have asked", an_entry_id(desk.sitting.clock))
        with pytest.raises(OnHoldError):
            agree(desk, proposed)
        with pytest.raises(OnHoldError):
            propose(desk, desk.concerns.open(record))
        assert desk.concerns.open(record).draft.words == SAID


def test_that_before_its_day_a_reason_of_its_own_is_wanted(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        concern = old_concern(desk, born="2014-05-03")
        with pytest.raises(DraftError) as told:
            propose(desk, concern)
        assert told.value.problems == (Problem("early", "missing"),)
        proposal = propose(desk, concern, "It was a test of the desk")
        assert desk.disposals.open(proposal).draft.early == "It was a test of the desk"


def test_that_each_of_the_two_gives_a_reason(school: Staffroom, proposed: RecordId) -> None:
    with school.desk(MAYA) as desk:
        concern = old_concern(desk)
        with pytest.raises(DraftError) as told:
            desk.disposals.propose(concern.id, " ", an_entry_id(desk.sitting.clock))
        assert told.value.problems == (Problem("reason", "missing"),)
    with school.desk(OWEN) as desk:
        with pytest.raises(DraftError) as told:
            agree(desk, proposed, " ")
        assert told.value.problems == (Problem("reason", "missing"),)
        assert desk.disposals.waiting()[0].id == proposed


def test_that_trying_again_is_no_second_time(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        concern, entry = old_concern(desk), an_entry_id(desk.sitting.clock)
        first = desk.disposals.propose(concern.id, WHY, entry).answer
        assert desk.disposals.propose(concern.id, WHY, entry).answer == first
    with school.desk(OWEN) as desk:
        entry = an_entry_id(desk.sitting.clock)
        done = desk.disposals.agree(first.id, YES, entry).answer
        assert desk.disposals.agree(first.id, YES, entry).answer == done


def test_that_the_certificate_names_the_copies_that_may_hold_it_still(
    school: Staffroom, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with school.desk(MAYA) as desk:
        desk.snapshots.take(stick)
        school.vault.clock.advance(minutes=5)
        concern = old_concern(desk)
        school.vault.clock.advance(minutes=5)
        carried = desk.snapshots.take(stick).answer
        proposal = propose(desk, concern)
        with pytest.raises(RecordMissingError):
            desk.disposals.certificate(proposal)
    with school.desk(OWEN) as desk:
        school.vault.clock.advance(minutes=5)
        agree(desk, proposal)
        school.vault.clock.advance(minutes=5)
        desk.snapshots.take(stick)
        certified = desk.disposals.certificate(proposal)
        assert [one.taken_at for one in certified.snapshots] == [carried.taken_at]
        assert [one.there for one in certified.snapshots] == [True]
        assert [(copy.version, copy.name) for copy in certified.copies] == [(1, MAYA)]
        assert (certified.records, certified.entries, len(certified.disposals)) == (2, 2, 2)
        paper = desk.disposals.make_certificate(proposal)
        assert paper.answer.startswith(b"%PDF")
        (made,) = copies_of(desk.sitting.part(CHILDREN).database, proposal)
        assert made.sha256 == hashlib.sha256(paper.answer).hexdigest()
        desk.sitting.leave(Compartment.SCHOOL)
        assert desk.disposals.certificate(proposal).snapshots == ()


def test_that_files_of_evidence_go_and_those_others_know_stay(
    school: Staffroom, proposed: RecordId
) -> None:
    with school.desk(MAYA) as desk:
        store = BlobStore(evidence_folder(desk.sitting.folder, CHILDREN))
        store._folder.parent.mkdir(exist_ok=True)
        own, shared = (store.put(io.BytesIO(content)) for content in (b"own", b"shared"))
        record = desk.disposals.open(proposed).draft.record
        versions = desk.sitting.part(CHILDREN).ledger.versions(record)
        body = versions[0].body
        known: dict[str, Json] = {"blob": shared.name, "length": 6}
        fields: dict[str, Json] = {**body.fields, "pictures": [{"blob": own.name}, known]}
        again = Body(body.kind, body.schema, "", "A picture", body.names, fields)
        other = Body("later_kind", 1, fields=known)
        first, second = (an_entry_id(desk.sitting.clock) for _ in range(2))
        assert blobs_of(GONE) == ()
        with desk.sitting.writing(CHILDREN, EntryClass.CONCERN) as write:
            before = versions[0].header.id
            write.enter(Act(first, record, EntryClass.CONCERN, again, 2, before))
            write.enter(Act(second, RecordId(second), EntryClass.CONCERN, other))
    with school.desk(OWEN) as desk:
        agree(desk, proposed)
        assert not store.path(own.name).exists()
        assert store.path(shared.name).exists()


def test_that_what_nobody_proposed_cannot_be_answered(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        with pytest.raises(RecordMissingError):
            desk.disposals.open(RecordId("0d" * 16))
        prove_two_people(desk.sitting)
    with school.desk(HESTER) as desk:
        desk.sitting.leave(Compartment.STAFF)
        prove_two_people(desk.sitting)
