from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.documents.leaf import words_of
from dsl_desk.documents.viewing import viewing_leaf
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.viewing import Authority
from dsl_desk.domain.viewing_rules import NO_OWN_RULES, ViewingRules
from dsl_desk.services.looks import spoken_by
from tests.conftest import FONTS
from tests.services.looking import a_viewing, decided, fresh_entry
from tests.services.test_viewings import refused

if TYPE_CHECKING:
    import pytest

    from dsl_desk.services.desk import Desk


def test_that_nobody_looks_where_the_policy_forbids_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = ViewingRules(forbidden=True, ask_whom="children's services")
    monkeypatch.setattr(
        desk.viewings, "_policy", replace(spoken_by(desk.policy), rules=lambda: rules)
    )
    assert refused(desk, a_viewing(desk))["look"] == "forbidden"


def test_that_the_schools_own_policy_says_what_a_decision_needs(desk: Desk) -> None:
    bare = a_viewing(desk, to_confirm="", best_placed="", not_vetting=False)
    assert {"to_confirm", "best_placed", "not_vetting"} <= set(refused(desk, bare))
    desk.policy.adopt("longton", "Agreed by the governors", fresh_entry(desk))
    assert set(refused(desk, bare)) == {"not_vetting"}
    desk.policy.adopt("northwood", "The new one", fresh_entry(desk))
    assert set(refused(desk, bare)) == {"to_confirm", "best_placed"}
    desk.policy.adopt("early-life", "The next one", fresh_entry(desk))
    alone = a_viewing(desk, authority=Authority.NOBODY, authority_why="All on a trip")
    assert refused(desk, alone) == {"authority": "approval_first"}
    assert desk.viewings.rules.approval


def test_that_a_damaged_policy_is_no_reason_not_to_decide(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged() -> None:
        raise DamageError(Where(Damage.BODY, Compartment.SCHOOL))

    monkeypatch.setattr(desk.policy, "in_force", damaged)
    assert desk.viewings.rules is NO_OWN_RULES
    assert decided(desk).ref


def test_that_a_paper_marks_each_question_with_the_clause_of_the_policy_it_was_decided_under(
    desk: Desk,
) -> None:
    before = desk.looks.paper.file(decided(desk).id)
    desk.policy.adopt("northwood", "Agreed by the governors", fresh_entry(desk))
    viewing = decided(desk, whose=PersonRef("Rowan Ashby"), handle="rowan.a")
    file = desk.looks.paper.file(viewing.id)
    assert len(file.clauses) > len(before.clauses)  # law and guidance alone, without a policy
    text = " ".join(words_of(viewing_leaf(file), FONTS).split())
    for clause in file.clauses.values():
        assert text.count(clause.mark) > 1  # beside its question, and where marks are told
        assert " ".join(clause.words.split()) in text
    assert "What the clause marks mean" in text
    desk.policy.adopt("longton", "Another one", fresh_entry(desk))
    assert desk.looks.paper.file(viewing.id).clauses == file.clauses  # as it was then
