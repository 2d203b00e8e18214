"""Fifteen situations: the same three events under five policies, asked of the engine alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.spelling import in_words
from dsl_desk.services.profiles import guidance_in, policies_in
from tests.situations import COMMENT, FRIEND_REQUEST, LADO, MISUSE, OWN, TELLING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.policy.profile import Profile

RESOURCES = Path(__file__).parents[3] / "resources"
POLICIES = {one.profile.name: one.profile for one in policies_in(RESOURCES)}
GUIDANCE = guidance_in(RESOURCES)


def asked_of(profiles: Sequence[Profile], facts: Sequence[str]) -> set[str]:
    """Say each row as `act | who | by when | clauses`; what is only written down is left out."""
    return {
        " | ".join(
            (
                row.act.value,
                "" if told.recipient is None else told.recipient.value,
                in_words(told.by),
                ", ".join(told.clauses),
            )
        )
        for row in asks(profiles, Facts.of(facts))
        for told in row.whom
        if row.act.value in TELLING
    }


def test_that_there_are_fifteen_situations() -> None:
    assert len(OWN) == 15
    assert {name for name, _facts in OWN} == set(POLICIES)


@pytest.mark.parametrize(("name", "facts"), OWN)
def test_that_a_policy_names_the_people_times_and_clauses_of_its_own_text(
    name: str, facts: tuple[str, ...]
) -> None:
    assert asked_of([POLICIES[name]], facts) == OWN[name, facts]


@pytest.mark.parametrize("name", POLICIES)
def test_that_guidance_is_the_floor_under_every_policy(name: str) -> None:
    def floor(facts: tuple[str, ...]) -> set[str]:
        rows = asked_of([*GUIDANCE, POLICIES[name]], facts)
        return {row.rpartition(" | ")[0] for row in rows}

    assert "tell | dsl | at once" in floor(FRIEND_REQUEST)
    assert {LADO, "tell | head | at once", "tell | dsl | at once"} <= floor(MISUSE)
    about_the_head = floor((*MISUSE, "adult_is: head"))
    assert {LADO, "tell | chair | at once"} <= about_the_head
    assert "tell | dsl | at once" not in about_the_head


def test_that_about_the_head_nobody_is_sent_to_the_head() -> None:
    for name, profile in POLICIES.items():
        rows = asked_of([*GUIDANCE, profile], (*MISUSE, "adult_is: head"))
        assert not [row for row in rows if row.startswith("tell | head")], name


def test_that_staff_who_post_insults_go_to_hr_under_northwood_alone() -> None:
    insults = (*MISUSE, "sort: comments")
    told = {name: asked_of([profile], insults) for name, profile in POLICIES.items()}
    assert "tell | hr | no time is named | IoW 5.4" in told["northwood"]
    assert [name for name, rows in told.items() if any("IoW 5.4" in row for row in rows)] == [
        "northwood"
    ]


def test_that_clauses_of_one_policy_that_name_different_people_are_told_apart() -> None:
    def disagree(name: str) -> list[str]:
        rows = asks([*GUIDANCE, POLICIES[name]], Facts.of(FRIEND_REQUEST))
        return [row.matter for row in rows if row.disagree]

    assert disagree("early-life") == ["pupil_contact"]
    assert disagree("choysez") == ["pupil_contact"]
    assert disagree("shire") == disagree("northwood") == disagree("longton") == []


def test_that_illegal_imagery_is_neither_kept_nor_removed_here() -> None:
    facts = (*COMMENT, "sort: nudes", "imagery")
    for profile in POLICIES.values():
        rows = asked_of([*GUIDANCE, profile], facts)
        assert not [row for row in rows if row.startswith(("capture", "remove"))]
        matters = {row.matter for row in asks([*GUIDANCE, profile], Facts.of(facts))}
        assert "never_capture" in matters
