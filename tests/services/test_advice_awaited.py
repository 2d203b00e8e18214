"""What Today tells of a case beside its clock, and what is asked only where it applies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.allegation_choices import AllegationStepSort, LadoView, Reached
from dsl_desk.domain.allegation_texts import ON_OLDER_FORM, answers_of, reference_rule
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.threshold import Answer
from dsl_desk.domain.today import NeedSort
from tests.services.adults import (
    a_consultation,
    a_contact,
    a_step,
    advice,
    an_allegation_draft,
    an_outcome,
    begin,
    codes,
    do,
)

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.today import Need
    from dsl_desk.services.desk import Desk
    from tests.fakes.clock import FakeClock

Sort = AllegationStepSort


def needs(desk: Desk, sort: NeedSort) -> list[Need]:
    return [one for one in desk.allegations.needs() if one.sort is sort]


def test_that_advice_still_to_come_is_chased_on_the_next_working_day(desk: Desk) -> None:
    record = begin(desk)
    assert needs(desk, NeedSort.ADVICE_TO_COME) == []
    do(desk, record, a_contact(still_to_come=True))
    (need,) = needs(desk, NeedSort.ADVICE_TO_COME)
    assert (need.ref, need.due, need.allegation) == ("AL-2026-001", "2026-11-20", record)
    do(desk, record, a_contact(Reached.NO_ANSWER, still_to_come=True))
    assert len(needs(desk, NeedSort.ADVICE_TO_COME)) == 1  # a try says nothing of advice
    do(desk, record, advice())
    assert needs(desk, NeedSort.ADVICE_TO_COME) == []


def test_that_an_answer_to_a_consultation_is_awaited_until_the_case_is_closed(desk: Desk) -> None:
    record = begin(desk)
    do(desk, record, an_outcome(), a_consultation(LadoView.STILL_TO_COME))
    assert needs(desk, NeedSort.ADVICE_TO_COME)
    do(desk, record, a_step(Sort.CLOSED, why="The outcome stands"))
    assert needs(desk, NeedSort.ADVICE_TO_COME) == []


def test_that_a_number_is_chosen_and_checked_again_each_term(desk: Desk, clock: FakeClock) -> None:
    assert needs(desk, NeedSort.NUMBER_CHECK) == []
    begin(desk)
    (need,) = needs(desk, NeedSort.NUMBER_CHECK)
    assert need.about == ""
    authority = desk.lado.all()[0]
    desk.lado.change(authority)
    (need,) = needs(desk, NeedSort.NUMBER_CHECK)
    assert (need.about, need.what) == ("Isle of Wight LADO", "")
    desk.lado.confirm(authority)
    assert needs(desk, NeedSort.NUMBER_CHECK) == []
    clock.advance(hours=24 * 121)
    (need,) = needs(desk, NeedSort.NUMBER_CHECK)
    assert need.what == "2026-11-19"


def parents(**answers: str) -> AllegationStepDraft:
    return a_step(Sort.PARENTS_TOLD, answers={"warned": Answer.YES.value, **answers})


def test_that_the_law_on_names_is_asked_only_where_it_applies(desk: Desk) -> None:
    elsewhere = begin(desk)
    do(desk, elsewhere, parents())
    teacher = begin(desk, an_allegation_draft(teacher=True, pupil_here=True))
    with pytest.raises(DraftError) as error:
        do(desk, teacher, parents())
    assert codes(error) == [("warned_of_law", "missing")]
    do(desk, teacher, parents(warned_of_law=Answer.YES.value))


def test_that_an_older_form_is_ticked_with_one_of_its_four_values() -> None:
    assert answers_of(an_outcome(Outcome.UNFOUNDED))[ON_OLDER_FORM] == "Unsubstantiated"
    for same in set(Outcome) - {Outcome.UNFOUNDED}:
        assert ON_OLDER_FORM not in answers_of(an_outcome(same))
    assert answers_of(replace(an_outcome(), answers={})) == {}


def test_that_a_reference_speaks_of_what_was_substantiated_only(desk: Desk) -> None:
    record = begin(desk)
    assert reference_rule(desk.allegations.open(record).line.steps).startswith("There is no")
    for outcome, begins in (
        (Outcome.SUBSTANTIATED, "Substantiated: a reference may"),
        (Outcome.FALSE, "False: a reference says nothing"),
    ):
        steps = do(desk, record, an_outcome(outcome)).line.steps
        assert reference_rule(steps).startswith(begins)
