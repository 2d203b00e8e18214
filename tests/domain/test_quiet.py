from __future__ import annotations

from dataclasses import replace

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.policy.duty import AT_ONCE, Duty
from dsl_desk.domain.policy.facts import NOTHING_KNOWN
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.profile import Profile
from dsl_desk.domain.policy.states import DutyRow, DutyState
from dsl_desk.domain.policy.terms import DutyAct, Recipient
from dsl_desk.domain.quiet import quiet

DUTY = Duty("a", "1", DutyAct.TELL, (Recipient.HEAD,), AT_ONCE, "Tell")
(ASKED,) = asks([Profile("p", "P", "P", duties=(DUTY,))], NOTHING_KNOWN)
ROW = DutyRow(ASKED, ASKED.whom[0], DutyState.NOW)


def test_that_nothing_needs_you_names_the_parts_it_cannot_see() -> None:
    done = (replace(ROW, state=DutyState.DONE),)
    assert quiet(done, ()) == "Nothing needs you."
    assert "Staff you cannot see" in quiet(done, (Compartment.STAFF,))
    assert "Children and Staff you" in quiet((), (Compartment.CHILDREN, Compartment.STAFF))


def test_that_nothing_is_said_while_a_duty_presses() -> None:
    assert quiet((ROW,), (Compartment.STAFF,)) == ""
