"""What an allegation and a low-level concern say, as facts a policy can ask about."""

from __future__ import annotations

import pytest

from dsl_desk.domain.adult import Standing
from dsl_desk.domain.adult_facts import facts_of_allegation, facts_of_low_level
from dsl_desk.domain.allegation import OnlinePart
from dsl_desk.domain.allegation_choices import Agency, LadoView
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_step import AllegationStep, AllegationStepDraft
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.entry import Body
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.written import Written
from tests.services.adults import (
    a_consultation,
    a_contact,
    a_low_level_draft,
    a_step,
    advice,
    an_adult,
    an_allegation_draft,
    an_outcome,
    four,
)


def as_written(*drafts: AllegationStepDraft) -> tuple[AllegationStep, ...]:
    body = Body("allegation_step", 1)
    return tuple(
        AllegationStep(
            Written(RecordId(f"0{at}"), EntryId(f"0{at}"), 1, "2026-11-19T12:00+00:00", body), draft
        )
        for at, draft in enumerate(drafts)
    )


def known(*drafts: AllegationStepDraft) -> frozenset[str]:
    return facts_of_allegation(an_allegation_draft(), as_written(*drafts)).known


def test_that_an_intake_says_who_it_is_about_and_what_stands_in_it() -> None:
    draft = an_allegation_draft(
        online=OnlinePart(contributed=True, platforms="Snapchat"),
        happened=Moment("2026-11-17T21:10"),
        made_safe="They were kept apart",
    )
    assert facts_of_allegation(draft, ()).known == {
        *("about: adult", "allegation: received", "involved: contractor", "involved: pupil"),
        *("said_to_have_done_it: contractor", "safe_now: yes", "online"),
        *("happened: outside_them", "has: time", "has: place", "has: words", "has: action"),
    }


def test_that_what_nobody_said_is_no_fact() -> None:
    draft = an_allegation_draft(safe_now=SafeNow.UNANSWERED, children=(), words="")
    assert facts_of_allegation(draft, ()).known == {
        *("about: adult", "allegation: received"),
        *("involved: contractor", "said_to_have_done_it: contractor"),
    }


@pytest.mark.parametrize(
    ("standing", "sort"),
    [
        (Standing.EMPLOYED, "staff"),
        (Standing.SUPPLY, "staff"),
        (Standing.VOLUNTEER, "volunteer"),
        (Standing.GOVERNOR, "governor"),
        (Standing.HIRER, "contractor"),
    ],
)
def test_that_what_they_are_to_the_school_is_told_in_the_words_of_facts(
    standing: Standing, sort: str
) -> None:
    draft = an_allegation_draft(an_adult(standing=standing))
    assert f"said_to_have_done_it: {sort}" in facts_of_allegation(draft, ()).known


def test_that_the_post_of_the_subject_is_known_by_roll_or_by_standing() -> None:
    head = an_allegation_draft(an_adult(standing=Standing.HEAD))
    assert "adult_is: head" in facts_of_allegation(head, ()).known
    deputy = facts_of_allegation(an_allegation_draft(), (), Recipient.DEPUTY_DSL)
    assert "adult_is: deputy_dsl" in deputy.known
    nobody = facts_of_allegation(an_allegation_draft(), (), Recipient.DIRECTORS)
    assert not [one for one in nobody.known if one.startswith("adult_is")]


def test_that_how_far_it_has_come_is_told() -> None:
    assert "allegation: threshold" in known(four())
    assert "allegation: below" in known(four(), a_consultation(LadoView.NO_REFERRAL))
    assert "allegation: below" in known(four(), a_step(Sort.LOW_LEVEL))
    assert "allegation: below" not in known(four(), a_consultation(LadoView.REFER))
    assert "allegation: closed" in known(an_outcome())
    assert "allegation: closed" in known(a_step(Sort.CLOSED))


def test_that_whose_advice_came_is_told() -> None:
    told = [a_step(Sort.AGENCY_TOLD, answers={"agency": one.value}) for one in Agency]
    assert {"advice: hr", "advice: police"} <= known(*told)
    assert "advice: lado" not in known(*told, a_contact(still_to_come=True))
    assert "advice: lado" in known(a_contact())
    before = a_step(Sort.ADVICE, answers={"overrides": "yes"})
    assert "advice: overrides" in known(before)
    assert "advice: overrides" not in known(advice())


def test_that_a_low_level_concern_is_below_the_threshold() -> None:
    assert facts_of_low_level(a_low_level_draft()).known == {
        *("about: adult", "allegation: below"),
        *("involved: contractor", "said_to_have_done_it: contractor"),
        *("has: time", "has: place", "has: words", "has: action"),
    }
