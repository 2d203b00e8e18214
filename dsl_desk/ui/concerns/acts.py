"""What can be done about a concern: one line each, and a feature that has another adds its line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.concerns.disagreement_form import DisagreementForm
from dsl_desk.ui.concerns.referral_forms import ReferralForm
from dsl_desk.ui.concerns.state_form import StateForm
from dsl_desk.ui.concerns.step_form import StepForm
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.clock import Clock
    from dsl_desk.ui.concerns.short_form import ShortForm
    from dsl_desk.ui.concerns.standing import Standing

AMEND: Final = "amend"
CALL: Final = "call"
COMPARE: Final = "compare"
REMIND: Final = "remind"
LOOK: Final = "look"
HANDED: Final = "handed"
REFER: Final = "refer"
STATE: Final = "state"
ADD: Final = "add"
DISAGREEMENT: Final = "disagreement"
MISFILED: Final = "misfiled"
PAPER: Final = "paper"


@dataclass(frozen=True)
class Act:
    """Something that can be done: its words, and what opens.

    With a `form`, that opens on the page itself. Without one the window is told by `name`, and
    ui/shell/makers.py says which page it leads to; the handwritten note has questions instead.
    What is `at_hand` has a button of its own, the others stand behind "More".
    """

    name: str
    words: str
    icon: Icon | None = None
    form: Callable[[Clock], ShortForm] | None = None
    at_hand: bool = False
    offered: Callable[[Standing], bool] = lambda _standing: True


def _has_versions(standing: Standing) -> bool:
    return standing.concern.version > 1


def _is_a_childs(standing: Standing) -> bool:
    return standing.part is Compartment.CHILDREN


ACTS: Final = (
    Act(ADD, "Add", Icon.PLUS, StepForm, at_hand=True),
    Act(STATE, "State", form=StateForm, at_hand=True),
    Act(REFER, "Refer", form=ReferralForm, at_hand=True, offered=_is_a_childs),
    Act(AMEND, "Amend", at_hand=True),
    Act(COMPARE, "Compare", at_hand=True, offered=_has_versions),
    Act(CALL, "On a call"),
    Act(LOOK, "Look at an account"),
    Act(HANDED, "Evidence was handed in", offered=_is_a_childs),
    # Reminders are kept with the children's records: one must not lead into Staff from there.
    Act(REMIND, "Remind me", offered=_is_a_childs),
    Act(PAPER, "Keep the handwritten note"),
    Act(DISAGREEMENT, "Attach a written disagreement", form=DisagreementForm),
    Act(MISFILED, "Filed under the wrong person"),
)
