"""Who decides on a proposal: the role that the school's own policy names, under its own title."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsl_desk.domain.registers.deciders import deciders, titles
from dsl_desk.services.profiles import guidance_in, policies_in

RESOURCES = Path(__file__).parents[2] / "resources"
POLICIES = {one.profile.name: one.profile for one in policies_in(RESOURCES)}
GUIDANCE = guidance_in(RESOURCES)
# Read from the published texts: who has to agree beforehand.
NAMED = {
    ("shire", "account"): [("head", "Head of School", "MAT Blog 1, MAT Apps 1")],
    ("shire", "class"): [("head", "Head of School", "MAT Pupils 1")],
    ("shire", "post"): [("head", "Head of School", "MAT Personal 5")],
    ("shire", "contact"): [],
    ("early-life", "account"): [("leaders", "Senior Leadership Team", "ELE 4.1, ELE 4.2")],
    ("early-life", "contact"): [("head", "Managing Partner", "ELE 5.8")],
    ("early-life", "post"): [("head", "Managing Partner", "ELE Blogging")],
    ("choysez", "contact"): [("head", "Centre Manager", "CZ 1.6")],
    ("choysez", "account"): [],
    ("northwood", "account"): [],
    ("longton", "post"): [],
    ("shire", "other"): [],
}


@pytest.mark.parametrize(("name", "sort"), NAMED)
def test_that_the_role_is_the_one_the_policy_names(name: str, sort: str) -> None:
    found = deciders([*GUIDANCE, POLICIES[name]], sort)
    assert [(one.code, one.title, ", ".join(one.clauses)) for one in found] == NAMED[name, sort]


def test_that_posts_are_called_what_the_school_calls_them() -> None:
    assert titles([*GUIDANCE, POLICIES["early-life"]])["head"] == "Managing Partner"
    assert titles(GUIDANCE)["head"] == "Headteacher"
    assert set(titles(GUIDANCE)) == {"head", "dsl", "chair", "leaders"}
