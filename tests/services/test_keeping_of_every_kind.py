"""Keeping of every kind: its day, what holds it, what goes with it, and what Today says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation_questions import PENSION_ON
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disposal_errors import OnHoldError
from dsl_desk.domain.handed_in import HandedInDraft
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_facts import named_in
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.quarantine import QuarantineDraft
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.retention import RetentionClass
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.stop_errors import PoliceFirstError
from dsl_desk.domain.today import NeedSort
from dsl_desk.domain.viewing import Look
from dsl_desk.domain.words_only import WordsOnlyDraft
from dsl_desk.services.places import evidence_folder, evidence_set_aside
from tests.builders import a_concern_draft
from tests.registers import a_draft
from tests.services.adults import (
    a_low_level_draft,
    a_removal,
    an_adult,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
)
from tests.services.looking import captured, decided, fresh_entry
from tests.services.staffroom import HESTER, MAYA, OWEN

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock
    from tests.services.staffroom import Staffroom

WHY, YES = "Its day has come", "Read it, and agree"
AT = "2026-11-18T10:00"
CHILDREN, STAFF = Compartment.CHILDREN, Compartment.STAFF
A_YEAR = 60 * 24 * 366


def person(desk: Desk, kind: PersonKind, ends: str = "", **more: object) -> PersonRef:
    staff = StaffKind.TEACHER if kind is PersonKind.STAFF else None
    draft = PersonDraft(kind, "Kestrel", "Rowan", ends=ends, staff_kind=staff)
    draft = replace(draft, **more)  # type: ignore[arg-type]  # a test names fields it knows
    return PersonRef(draft.name, desk.people.add(draft, fresh_entry(desk)).answer.id)


def propose(desk: Desk, record: RecordId) -> RecordId:
    return desk.disposals.propose(record, WHY, fresh_entry(desk), WHY).answer.id


def blobs(desk: Desk, part: Compartment = CHILDREN) -> int:
    folders = (evidence_folder, evidence_set_aside)
    found = (folder(desk.sitting.folder, part) for folder in folders)
    return sum(len(list(one.iterdir())) for one in found if one.exists())


def test_that_a_look_with_nothing_captured_is_looked_at_again_after_a_year(
    desk: Desk, clock: FakeClock
) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    viewing = decided(desk, concern=concern.id)
    assert desk.retention.of(viewing.id).of is RetentionClass.CAPTURE
    desk.viewings.end(viewing, "Nothing that matters", fresh_entry(desk))
    kept = desk.retention.of(viewing.id)
    assert (kept.of, kept.review_on) == (RetentionClass.CAPTURE_NOTHING, date(2027, 11, 19))
    clock.advance(minutes=A_YEAR)
    assert [one.ref for one in desk.retention.due(0, 9).rows] == [viewing.ref]


def test_that_a_look_under_which_something_was_captured_is_kept_as_long_as_that(
    desk: Desk, clock: FakeClock
) -> None:
    viewing = decided(desk)
    captured(desk, viewing.id)
    desk.viewings.end(viewing, "One post", fresh_entry(desk))
    assert desk.retention.of(viewing.id).of is RetentionClass.CAPTURE
    not_to = decided(desk, look=Look.NOT_TO_LOOK)
    assert desk.retention.of(not_to.id).of is RetentionClass.CAPTURE
    clock.advance(minutes=A_YEAR)
    assert desk.retention.due(0, 9).total == 0


def test_that_evidence_goes_with_its_concern_file_and_key_and_all(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
        given = HandedInDraft("Her mother", AT, "By e-mail", "A post", concern.id)
        basis = desk.told.take(given, fresh_entry(desk)).answer
        evidence = captured(desk, basis.id)
        looking = desk.evidence.open(evidence.id)
        desk.evidence.closed(looking, 9)
        assert blobs(desk) == 1
        proposal = propose(desk, concern.id)
    with school.desk(OWEN) as desk:
        agreed = desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer
        assert {basis.id, evidence.id, evidence.captured.file} == set(agreed.draft.with_it)
        assert blobs(desk) == 0
        assert desk.custody.opened_this_week() == ()
        assert desk.vault.check(lambda _done, _of: None).entries
    with school.desk(MAYA) as desk:
        assert desk.custody.opened_this_week() == ()


def test_that_a_file_two_pieces_of_evidence_share_stays_for_the_other(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        viewing = decided(desk)
        first, second = captured(desk, viewing.id), captured(desk, viewing.id)
        assert first.captured.file == second.captured.file
        proposal = propose(desk, first.id)
    with school.desk(OWEN) as desk:
        assert desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer.draft.with_it == ()
        assert desk.evidence.open(second.id).content()
        again = propose(desk, second.id)
    with school.desk(MAYA) as desk:
        agreed = desk.disposals.agree(again, YES, fresh_entry(desk)).answer
        assert agreed.draft.with_it == (second.captured.file,)
        assert blobs(desk) == 0


def test_that_imagery_in_words_holds_itself_and_the_concern_it_stands_beside(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    told = WordsOnlyDraft("Wren Tamarisk", AT, "A picture is going round", concern=concern.id)
    words = desk.told.record_in_words(told, fresh_entry(desk)).answer
    kept = desk.retention.of(concern.id)
    assert (kept.held, kept.of) == (Held.BY_ITSELF, RetentionClass.SEXUAL_ABUSE)
    assert desk.retention.of(words.id).held is Held.BY_ITSELF
    for record in (concern.id, words.id):
        with pytest.raises(OnHoldError):
            propose(desk, record)
    assert [one.ref for one in desk.retention.held(0, 9).rows] == [concern.ref]


def test_that_a_hold_above_or_beside_a_record_holds_it(desk: Desk) -> None:
    concern = desk.concerns.record(a_concern_draft(), fresh_entry(desk)).answer
    step = desk.steps.record(StepDraft(StepSort.NOTE, AT, "Seen", concern.id), fresh_entry(desk))
    record = step.answer.id
    for held, other in ((concern.id, record), (record, concern.id)):
        desk.retention.hold(held, "The police have asked", fresh_entry(desk))
        kept = desk.retention.of(other)
        assert (kept.held, kept.held_by) == (Held.PUT_ON, held)
        assert "The police have asked" in kept.line(date.max)
        with pytest.raises(OnHoldError):
            propose(desk, other)
        desk.retention.lift(held, "They are done", fresh_entry(desk))
        assert desk.retention.of(other).held is Held.NOT


def test_that_what_was_captured_by_mistake_waits_for_the_police(
    school: Staffroom,
) -> None:
    with school.desk(MAYA) as desk:
        evidence = captured(desk, decided(desk).id)
        aside = desk.quarantines.set_aside(evidence.id, "By mistake", fresh_entry(desk)).answer
        with pytest.raises(PoliceFirstError):
            propose(desk, evidence.id)
        said = QuarantineDraft(
            evidence.id,
            officer="PC Corin Teasel",
            rung_at="2026-11-19T12:14",
            reference="CR/4471/26",
            advice="Remove it",
        )
        aside = desk.quarantines.write_advice(aside, said, fresh_entry(desk)).answer
        proposal = propose(desk, evidence.id)
    with school.desk(OWEN) as desk:
        assert blobs(desk) == 1
        agreed = desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer
        assert set(agreed.draft.with_it) == {aside.id, evidence.captured.file}
        assert blobs(desk) == 0
        assert desk.quarantines.open() == ()


def test_that_evidence_whose_file_the_police_had_removed_goes_as_well(school: Staffroom) -> None:
    with school.desk(MAYA) as desk:
        evidence = captured(desk, decided(desk).id)
        aside = desk.quarantines.set_aside(evidence.id, "By mistake", fresh_entry(desk)).answer
        said = QuarantineDraft(evidence.id, "", "PC Teasel", "2026-11-19T12:14", "CR/4", "Remove")
        aside = desk.quarantines.write_advice(aside, said, fresh_entry(desk)).answer
        desk.quarantines.remove(aside, fresh_entry(desk))
        proposal = propose(desk, evidence.id)
    with school.desk(OWEN) as desk:
        agreed = desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer
        assert agreed.draft.with_it == (aside.id,)


def test_that_an_allegation_is_kept_to_the_pension_day_that_was_asked(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        record = begin(desk)
        assert desk.retention.of(record).review_on is None
        told = an_outcome()
        asked = replace(told, answers={**told.answers, PENSION_ON: "2051-08-14"})
        do(desk, record, asked)
        kept = desk.retention.of(record)
        assert (kept.of, kept.review_on) == (RetentionClass.ALLEGATION, date(2051, 8, 14))
        soon = begin(desk, an_allegation_draft(an_adult("Linnet Sedge")))
        do(desk, soon, replace(told, answers={**told.answers, PENSION_ON: "2027-01-01"}))
        assert desk.retention.of(soon).review_on == date(2036, 11, 18)


def test_that_what_was_malicious_and_left_the_file_is_looked_at_after_a_year(
    school: Staffroom,
) -> None:
    with school.desk(HESTER) as desk:
        concern = desk.low_level.record(a_low_level_draft(), fresh_entry(desk)).answer.written.id
        assert desk.retention.of(concern).of is RetentionClass.LOW_LEVEL
        assert desk.retention.of(concern).review_on is None
        grown = begin(desk, an_allegation_draft(grew_from=concern))
        do(desk, grown, an_outcome(Outcome.MALICIOUS), a_removal())
        kept = desk.retention.of(grown)
        assert (kept.of, kept.review_on) == (
            RetentionClass.ALLEGATION_REMOVED,
            date(2027, 11, 19),
        )
        proposal = propose(desk, grown)
    with school.desk(MAYA) as desk:
        agreed = desk.disposals.agree(proposal, YES, fresh_entry(desk)).answer
        assert concern in agreed.draft.with_it
        assert desk.allegations.list() == ()
        assert desk.low_level.list() == ()


def test_that_a_low_level_concern_waits_until_the_person_has_left(school: Staffroom) -> None:
    with school.desk(HESTER) as desk:
        rowan = person(desk, PersonKind.STAFF, ends="2026-07-20")
        draft = a_low_level_draft(an_adult(person=rowan.person))
        record = desk.low_level.record(draft, fresh_entry(desk)).answer.written.id
        assert desk.retention.of(record).review_on == date(2027, 7, 20)


def test_that_entries_of_registers_have_their_day(desk: Desk, clock: FakeClock) -> None:
    account = desk.registers.record(a_draft(RegisterName.ACCOUNTS), fresh_entry(desk)).answer
    kept = desk.retention.of(account.id)
    assert (kept.review_on, kept.what) == (date(2032, 11, 19), "Accounts: Facebook")
    clock.advance(minutes=A_YEAR * 7)
    assert [one.record for one in desk.retention.due(0, 9).rows] == [account.id]


def test_that_today_says_how_many_wait_and_not_twice_what_is_proposed(desk: Desk) -> None:
    def waiting() -> list[int]:
        needs = desk.today.read().now
        return [need.count for need in needs if need.sort is NeedSort.REVIEW_DUE]

    assert waiting() == []
    first, _second = (
        person(desk, PersonKind.PUPIL, "2020-07-20"),
        person(desk, PersonKind.PUPIL, "2020-07-20", forename="Dove"),
    )
    assert waiting() == [2]
    propose(desk, RecordId(first.person))
    assert waiting() == [1]
    desk.sitting.leave(Compartment.SCHOOL)
    assert waiting() == []


def test_that_names_are_found_wherever_they_stand_in_a_body() -> None:
    body = {"who": {"name": "Wren", "person": "a1"}, "all": [{"person": "b2"}, "c3"], "n": 4}
    assert set(named_in(body)) == {"a1", "b2"}
    assert set(named_in({"person": ""})) == set()
