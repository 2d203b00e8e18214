"""The same aunt under five policies, and what is offered where there is none."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.declared_link import LinkKind
from dsl_desk.domain.errors import DraftError
from tests.services.declaring import (
    a_declaration,
    a_link,
    a_review,
    codes,
    declare,
    entry_of,
    sign,
)

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

pytestmark = pytest.mark.gate_story

FIVE = {
    "shire": ("Head of School", Decision.AGREED_WITH_CONDITIONS, "legitimate", "MAT Personal"),
    "early-life": ("Managing Partner", Decision.AGREED, "close_family", "ELE 5.2"),
    "longton": ("Headteacher", Decision.ADVISED_AGAINST, "earlier", "LPS 4.1"),
    "choysez": ("Centre Manager", Decision.ADVISED_AGAINST, "contact_now", "1.1"),
    "northwood": ("Headteacher", Decision.MORE_ASKED, "good_sense", ""),
}


@pytest.mark.parametrize("name", FIVE)
def test_that_the_same_aunt_meets_five_questions_duties_and_outcomes(
    hester: Desk, name: str
) -> None:
    reviewer, start, asked, duties = FIVE[name]
    hester.policy.adopt(name, "As the governors chose", entry_of(hester))
    policy = hester.declarations.policy()
    assert policy.reviewer == reviewer
    assert policy.links.questions[0].id == asked
    declared = declare(hester, a_declaration(answers={asked: "I am his mother's sister."}))
    view = hester.declarations.open(declared.written.id)
    assert view.start is start
    assert policy.clauses[view.rules[0].clause].words
    own = [one for one in view.asked if not one.only_guidance]
    assert any(duties in clause for one in own for clause in one.clauses) is bool(duties)
    assert view.beyond(Decision.AGREED) is (name in ("longton", "choysez"))
    agreed = a_review(why="" if not view.beyond(Decision.AGREED) else "She lives with the child")
    if view.beyond(Decision.AGREED):
        with pytest.raises(DraftError) as refused:
            sign(hester, declared)
        assert codes(refused) == [("why", "missing")]
    review = sign(hester, declared, agreed)
    assert review.draft.beyond is view.beyond(Decision.AGREED)


def test_that_a_friend_from_before_and_a_parent_are_told_apart(hester: Desk) -> None:
    hester.policy.adopt("longton", "As the governors chose", entry_of(hester))
    friend = a_link(relation="family_friend", kind=LinkKind.PARENT)
    parent = a_link(relation="other", kind=LinkKind.PARENT)
    former = a_link(kind=LinkKind.FORMER_PUPIL)
    told = []
    for link in (friend, parent, former):
        view = hester.declarations.open(declare(hester, a_declaration(link)).written.id)
        told.append({one.matter for one in view.asked})
    assert told[0] != told[1] != told[2]


def test_that_a_policy_of_before_borrows_what_the_program_has_now(
    hester: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    hester.policy.adopt("shire", "As the governors chose", entry_of(hester))
    view = hester.policy.in_force()
    assert view.school is not None
    older = replace(view, school=replace(view.school, family_links=None))
    monkeypatch.setattr(hester.policy, "in_force", lambda: older)
    for _ in range(2):
        assert hester.declarations.policy().links == view.school.family_links


def test_that_without_a_policy_common_relations_are_offered(hester: Desk) -> None:
    policy = hester.declarations.policy()
    assert (policy.reviewer, dict(policy.clauses)) == ("Headteacher", {})
    assert policy.links.relation("aunt_or_uncle") is not None
    nobody = hester.declarations.goes_to(a_declaration(by=" "))
    assert nobody.row is None
