"""Rules of allegations that need no vault: outcome, keeping, law, stages, what each step asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation import ALLEGATION, AllegationDraft, OnlinePart
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import Held, Reached
from dsl_desk.domain.allegation_course import (
    Stage,
    advice_is_logged,
    outcome_of,
    s141f_applies,
    stages,
    tries,
)
from dsl_desk.domain.allegation_questions import offered, questions_of
from dsl_desk.domain.allegation_step import ALLEGATION_STEP, AllegationStep, AllegationStepDraft
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.ids import EntryId, MemberId, RecordId
from dsl_desk.domain.low_level import LowLevel, LowLevelDraft, patterns
from dsl_desk.domain.member import Role
from dsl_desk.domain.outcome import (
    Outcome,
    may_stand_in_a_reference,
    of_older_form,
    on_older_form,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.post import Post
from dsl_desk.domain.record import Said
from dsl_desk.domain.routing import Row
from dsl_desk.domain.threshold import (
    Answer,
    Answered,
    Criterion,
    SchoolsView,
    Threshold,
    case_managers,
    threshold_in,
    view_of,
)
from dsl_desk.domain.words import label
from dsl_desk.domain.written import Written
from tests.services.adults import (
    a_contact,
    a_low_level_draft,
    a_step,
    advice,
    an_adult,
    an_allegation_draft,
    an_outcome,
    four,
)

NOW = datetime.fromisoformat("2026-11-19T12:14+00:00")


def steps(*drafts: AllegationStepDraft) -> tuple[AllegationStep, ...]:
    return tuple(_step(number, draft) for number, draft in enumerate(drafts))


def _step(number: int, draft: AllegationStepDraft) -> AllegationStep:
    body = ALLEGATION_STEP.body(Said(draft, "", draft.at), "Maya Fernsby")
    name = f"{number:032x}"
    return AllegationStep.of(Written(RecordId(name), EntryId(name), 1, "", body))


def a_low_level(number: int, draft: LowLevelDraft) -> LowLevel:
    name = f"{number:032x}"
    written = Written(RecordId(name), EntryId(name), 1, "", ALLEGATION.body(_SAID, "Maya Fernsby"))
    return LowLevel(written, f"LL-2026-{number:03}", draft)


_SAID = Said(an_allegation_draft(), "AL-2026-001", "")


def found(draft: AllegationDraft | AllegationStepDraft) -> list[tuple[str, str]]:
    return [(one.field, one.code) for one in draft.problems_at(NOW)]


answers = st.dictionaries(
    st.sampled_from(Criterion),
    st.builds(Answered, st.sampled_from(Answer), st.just("As we see it")),
)


@given(answers)
def test_that_one_yes_rings_and_anything_not_known_asks(given_: dict[Criterion, Answered]) -> None:
    said, view = [one.answer for one in given_.values()], view_of(Threshold(given_))
    assert (view is SchoolsView.RING) == (Answer.YES in said)
    assert (view is SchoolsView.LOW_LEVEL) == (said == [Answer.NO] * 4)
    assert threshold_in(Threshold(given_).written()) == Threshold(given_)


def test_that_no_words_of_a_view_say_that_the_threshold_is_met() -> None:
    assert not any(" met" in label(view) for view in SchoolsView)


def test_that_each_question_wants_an_answer_and_its_reason() -> None:
    half = Threshold({Criterion.HARMED: Answered(Answer.NO, " ")})
    fields = [problem.field for problem in half.problems()]
    assert fields == ["harmed_why", "offence", "risk", "not_suitable"]
    step = AllegationStepDraft(Sort.THRESHOLD, "2026-11-19T12:00")
    assert len(found(step)) == 4
    assert found(four()) == []


@pytest.mark.parametrize(
    ("row", "who"), [(Row.STAFF, "h"), (Row.DSL, "h"), (Row.HEAD, "c"), (Row.CHAIR, "o")]
)
def test_that_the_case_manager_follows_whom_it_is_about(row: Row, who: str) -> None:
    posts = {
        Role.HEAD: Post(Role.HEAD, MemberId("h"), MemberId("s")),
        Role.CHAIR: Post(Role.CHAIR, MemberId("c")),
        Role.OFFICER: Post(Role.OFFICER, MemberId("o")),
    }
    assert case_managers(row, posts)[0] == who
    assert case_managers(row, {}) == ()


def test_that_an_older_form_has_four_values_and_says_no_more_than_is_known() -> None:
    assert {on_older_form(one) for one in Outcome} == set(Outcome) - {Outcome.UNFOUNDED}
    assert on_older_form(Outcome.UNFOUNDED) is Outcome.UNSUBSTANTIATED
    assert of_older_form(" Malicious ") is Outcome.MALICIOUS
    assert of_older_form("proved") is None
    assert [one for one in Outcome if may_stand_in_a_reference(one)] == [Outcome.SUBSTANTIATED]


@pytest.mark.parametrize(
    ("teacher", "pupil", "offence", "applies"),
    [
        (True, True, Answer.YES, True),
        (True, True, Answer.NOT_KNOWN, True),
        (True, True, Answer.NO, False),
        (False, True, Answer.YES, False),
        (True, False, Answer.YES, False),
    ],
)
def test_that_the_law_on_publishing_is_said_only_where_it_applies(
    *, teacher: bool, pupil: bool, offence: Answer, applies: bool
) -> None:
    draft = an_allegation_draft(teacher=teacher, pupil_here=pupil)
    assert s141f_applies(draft, steps(four(offence))) is applies


def test_that_before_the_four_answers_the_law_is_said_to_be_careful() -> None:
    assert s141f_applies(an_allegation_draft(teacher=True, pupil_here=True), ())


def test_that_stages_follow_what_was_done_in_whatever_order() -> None:
    assert [stage for stage, done in stages(()).items() if done] == [Stage.RECORD]
    tried = steps(a_contact(Reached.NO_ANSWER))
    assert len(tries(tried)) == 1
    assert not advice_is_logged(tried)
    done = stages(steps(four(), a_contact(), an_outcome()))
    assert [stage for stage, is_done in done.items() if not is_done] == [Stage.ACT]
    assert outcome_of(()) is None


def test_that_a_form_sent_reaches_them_and_brings_no_advice_yet() -> None:
    form = steps(a_contact(Reached.THEIR_FORM, words="", still_to_come=True))
    assert stages(form)[Stage.CONTACT]
    assert not stages(form)[Stage.ADVICE]
    assert stages((*form, *steps(advice(Held.SUSPEND))))[Stage.ADVICE]


@pytest.mark.parametrize("sort", [sort for sort in Sort if sort is not Sort.THRESHOLD])
def test_that_every_question_a_step_needs_is_told_while_it_is_empty(sort: Sort) -> None:
    fields = {field for field, _code in found(AllegationStepDraft(sort, "2026-11-19T12:00"))}
    assert {one.name for one in questions_of(sort) if one.needed} <= fields


def test_that_an_answer_is_one_of_the_choices_and_not_without_end() -> None:
    wrong = a_step(Sort.AGENCY_TOLD, with_whom="Duty desk", answers={"agency": "neighbour"})
    assert found(wrong) == [("agency", "not_a_choice")]
    long = a_step(Sort.COPY_GIVEN, answers={"given_by": "a" * 2001})
    assert found(long) == [("given_by", "too_long")]


def test_that_the_statutory_report_is_offered_once_it_is_switched_on() -> None:
    assert Sort.STATUTORY_REPORT not in offered(statutory=False)
    assert Sort.STATUTORY_REPORT in offered(statutory=True)


def test_that_an_allegation_and_its_step_come_back_as_they_were_written() -> None:
    draft = an_allegation_draft(
        an_adult(person="0a" * 16, member="0b" * 16),
        online=OnlinePart(contributed=True, platforms="Snapchat", handles="kestrel9"),
        safe_now=SafeNow.NOT_KNOWN,
        grew_from="0c" * 16,
    )
    said = ALLEGATION.said_in(ALLEGATION.body(Said(draft, "AL-2026-001", draft.told_at), "Maya"))
    assert said.draft == draft
    assert said.draft.in_file
    step = replace(advice(Held.QUESTION, not_yet=(Held.SUSPEND,)), adult=PersonRef("Rowan Kestrel"))
    assert steps(step)[0].draft == step


def test_that_an_employer_elsewhere_and_a_platform_are_asked_where_they_matter() -> None:
    hirer = replace(an_adult(), standing=Standing.HIRER, employer=" ")
    assert found(an_allegation_draft(hirer)) == [("employer", "missing")]
    volunteer = replace(an_adult(), standing=Standing.VOLUNTEER, employer="")
    assert found(an_allegation_draft(volunteer)) == []
    online = an_allegation_draft(online=OnlinePart(contributed=True))
    assert found(online) == [("platforms", "missing")]
    nobody = an_allegation_draft(Adult(), safe_now=SafeNow.UNANSWERED)
    assert {name for name, _code in found(nobody)} == {"about", "standing", "safe_now"}


def test_that_a_record_of_somebody_beats_a_name_spelled_alike() -> None:
    one, other = an_adult(person="0a" * 16), an_adult(person="0b" * 16)
    assert not one.is_the_same_as(other)
    assert one.is_the_same_as(an_adult("rowan  KESTREL"))


def test_that_a_leap_day_looks_back_a_year_all_the_same() -> None:
    some = [
        a_low_level(number, a_low_level_draft(at=at))
        for number, at in enumerate(("2027-02-28", "2027-03-01", "2028-02-01", "2028-02-29"), 1)
    ]
    (pattern,) = patterns(some, date(2028, 2, 29))
    assert len(pattern.concerns) == 3
