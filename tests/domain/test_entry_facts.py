"""What an entry of a register says in the facts of a profile, and what the policies ask of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsl_desk.domain.policy.facts import FACTS
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.registers.entry_facts import facts_of_entry
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.services.profiles import guidance_in, policies_in
from tests.registers import a_draft

RESOURCES = Path(__file__).parents[2] / "resources"
POLICIES = {one.profile.name: one.profile for one in policies_in(RESOURCES)}
GUIDANCE = guidance_in(RESOURCES)
Name = RegisterName
SAID: list[tuple[RegisterName, dict[str, str], set[str]]] = [
    (Name.ACCOUNTS, {}, {"account: official"}),
    (Name.ACCOUNTS, {"standing": "unofficial"}, {"about: account", "account: unofficial"}),
    (Name.ACCOUNTS, {"standing": "closed"}, set()),
    (
        Name.PHOTO_CONSENT,
        {},
        {"publishing: photograph", "publishing: first_name", "consent: given"},
    ),
    (
        Name.PHOTO_CONSENT,
        {"standing": "withdrawn", "name_use": "full", "giver_is": "child"},
        {
            "publishing: photograph",
            "publishing: full_name",
            "consent: asked_to_remove",
            "consent: by_pupil",
        },
    ),
    (Name.PHOTO_CONSENT, {"standing": "refused", "name_use": ""}, {"publishing: photograph"}),
    (Name.APPROVALS, {}, {"account: proposed"}),
    (Name.APPROVALS, {"decision": "agreed"}, set()),
    (Name.APPROVALS, {"sort": "contact"}, {"approval: contact"}),
    (Name.APPROVALS, {"sort": "class"}, {"approval: activity"}),
    (Name.APPROVALS, {"sort": "post"}, {"approval: post", "approval: blog"}),
    (Name.APPROVALS, {"sort": "pupils"}, {"account: of_pupils"}),
    (Name.APPROVALS, {"sort": "logo"}, {"approval: logo"}),
    (Name.APPROVALS, {"sort": "news"}, {"approval: inside_news"}),
    (Name.APPROVALS, {"sort": "other"}, set()),
    (Name.DEPARTURES, {}, {"departure: taken"}),
    (
        Name.DEPARTURES,
        {"standing": "proposed", "emergency": "yes"},
        {"departure: proposed", "approval: emergency"},
    ),
    (Name.DEPARTURES, {"standing": ""}, set()),
    (
        Name.CONTACT_ATTEMPTS,
        {},
        {"about: child", "sort: pupil_contact", "online", "involved: pupil"},
    ),
    (Name.ACKNOWLEDGEMENTS, {}, set()),
    (Name.ACKNOWLEDGEMENTS, {"acknowledged_on": ""}, {"register: acknowledgement"}),
    (Name.BREACHES, {}, {"breach: pupil_data"}),
    (
        Name.BREACHES,
        {"whose": "Two teachers", "risk": "risk"},
        {"breach: staff_data", "breach: risk"},
    ),
    (
        Name.BREACHES,
        {"whose": "Not known yet", "risk": "high"},
        {"breach: pupil_data", "breach: staff_data", "breach: high_risk"},
    ),
    (Name.SUBJECT_REQUESTS, {}, set()),
    (Name.TAKE_DOWNS, {}, {"take_down"}),
    (Name.FILTERING, {}, {"register: filtering"}),
    (Name.TAKE_DOWNS, {"illegal": "not_known"}, {"take_down", "sort: nudes", "imagery"}),
    (Name.TRANSFERS, {}, {"leaving", "sharing: proposed"}),
    (Name.TRANSFERS, {"sent_on": "2026-11-16"}, {"leaving"}),
    (Name.TRANSFERS, {"sent_on": "2026-11-16", "acknowledged_on": "2026-11-17"}, set()),
    (Name.FILES_RECEIVED, {}, set()),
]
# Written down by nobody yet: accounts for somebody's work are kept as ours, and the review of the
# policy goes by dates of the school.
ELSEWHERE = {"account: professional", "register: policy_due"}


@pytest.mark.parametrize(("name", "changes", "facts"), SAID)
def test_that_an_entry_says_its_facts(
    name: RegisterName, changes: dict[str, str], facts: set[str]
) -> None:
    assert facts_of_entry(a_draft(name, **changes)).known == facts


def test_that_every_fact_of_a_register_is_said_by_some_entry() -> None:
    said = {fact for _name, _changes, facts in SAID for fact in facts}
    wanted = {
        spelled
        for name, sort in FACTS.items()
        if sort.of_register
        for spelled in ([f"{name.value}: {one}" for one in sort.values] or [name.value])
    }
    assert wanted - said == ELSEWHERE


@pytest.mark.parametrize(
    ("policy", "name", "changes", "clause", "whom"),
    [
        ("northwood", Name.BREACHES, {}, "IoW 4.2", {"dsl", "dpo"}),
        ("shire", Name.DEPARTURES, {}, "MAT Intro 2", {"head", "executive_head", "hr"}),
        ("early-life", Name.CONTACT_ATTEMPTS, {}, "ELE 5.4", {"dsl", "online_safety"}),
        ("choysez", Name.APPROVALS, {}, "CZ 2.2", {"faculty_head", "senior_team"}),
        ("choysez", Name.TRANSFERS, {}, "KCSIE Transfer", {"next_school"}),
        ("longton", Name.ACKNOWLEDGEMENTS, {"acknowledged_on": ""}, "LPS 4.1", {"member_of_staff"}),
        (
            "early-life",
            Name.ACCOUNTS,
            {"standing": "unofficial"},
            "ELE 4.1",
            {"senior_team", "safeguarding_team"},
        ),
    ],
)
def test_that_an_entry_is_asked_what_its_policy_asks(
    policy: str, name: RegisterName, changes: dict[str, str], clause: str, whom: set[str]
) -> None:
    facts = facts_of_entry(a_draft(name, **changes))
    rows = asks([*GUIDANCE, POLICIES[policy]], facts)
    told = {
        one.recipient.value
        for row in rows
        for one in row.whom
        if one.recipient is not None and clause in one.clauses
    }
    assert told == whom


def test_that_nothing_that_may_show_a_nude_picture_is_kept_or_removed() -> None:
    facts = facts_of_entry(a_draft(Name.TAKE_DOWNS, illegal="yes"))
    for profile in POLICIES.values():
        acts = {row.act.value for row in asks([*GUIDANCE, profile], facts)}
        assert {"capture", "remove"}.isdisjoint(acts)
