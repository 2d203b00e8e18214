"""Facts of a decision to look, as a policy asks about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dsl_desk.domain.policy.terms import Recipient
from dsl_desk.domain.viewing import Look, OpenToAll, Stands, ViewingDraft
from dsl_desk.domain.viewing_facts import facts_of_viewing
from dsl_desk.domain.viewing_standing import Standing

DRAFT = ViewingDraft(stands=Stands.CHILD, school_device=True)


def test_that_an_empty_form_says_no_more_than_that_somebody_may_look() -> None:
    assert facts_of_viewing(ViewingDraft()).known == {"viewing: proposed", "capture: wanted"}


@pytest.mark.parametrize(
    ("stands", "whose", "about"),
    [
        (Stands.CHILD, "pupil", "child"),
        (Stands.FAMILY, "parent", "account"),
        (Stands.STAFF, "staff", "adult"),
        (Stands.UNDER_ALLEGATION, "staff", "adult"),
        (Stands.SUSPECT, "other", "account"),
        (Stands.OTHER, "other", "account"),
    ],
)
def test_that_it_says_whose_account_it_is(stands: Stands, whose: str, about: str) -> None:
    known = facts_of_viewing(ViewingDraft(stands=stands), post=Recipient.HEAD).known
    assert {f"viewing_of: {whose}", f"about: {about}", "adult_is: head"} <= known


WAITS = (None, Standing.WAITING, Standing.REFUSED, Standing.ADVICE_FIRST)
STANDS = (Standing.TO_COME, Standing.OPEN, Standing.OVER, Standing.ENDED)


@pytest.mark.parametrize("standing", WAITS)
def test_that_it_is_not_decided_while_somebody_is_waited_for(standing: Standing | None) -> None:
    assert "viewing: decided" not in facts_of_viewing(DRAFT, standing).known


@pytest.mark.parametrize("standing", STANDS)
def test_that_it_is_decided_once_nobody_is_and_done_once_it_is_ended(standing: Standing) -> None:
    known = facts_of_viewing(DRAFT, standing).known
    assert "viewing: decided" in known
    assert ("viewing: done" in known) is (standing is Standing.ENDED)


def test_that_an_urgent_look_is_not_taken_for_a_decided_one() -> None:
    known = facts_of_viewing(replace(DRAFT, look=Look.URGENT), Standing.OPEN).known
    assert "viewing: decided" not in known
    assert "viewing: proposed" in known


def test_that_not_looking_proposes_nothing() -> None:
    draft = replace(DRAFT, look=Look.NOT_TO_LOOK, open_to_all=OpenToAll.NO, nth=3)
    known = facts_of_viewing(draft, Standing.NOT_TO_LOOK).known
    assert known == {"viewing: private", "viewing_of: pupil", "about: child", "device: school"}


def test_that_a_further_look_says_so() -> None:
    assert "viewing: again" not in facts_of_viewing(DRAFT).known
    assert "viewing: again" in facts_of_viewing(replace(DRAFT, nth=2)).known
