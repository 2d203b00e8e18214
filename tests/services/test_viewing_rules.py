from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.viewing import Authority
from dsl_desk.domain.viewing_rules import NO_OWN_RULES, ViewingRules
from dsl_desk.services.viewings import Spoken
from tests.services.looking import a_viewing, decided, fresh_entry
from tests.services.test_viewings import refused

if TYPE_CHECKING:
    import pytest

    from dsl_desk.services.desk import Desk


def test_that_nobody_looks_where_the_policy_forbids_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = ViewingRules(forbidden=True, ask_whom="children's services")
    monkeypatch.setattr(desk.viewings, "_policy", Spoken(lambda: rules, desk.policy.mark))
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
