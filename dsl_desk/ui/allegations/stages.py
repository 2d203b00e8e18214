"""The six stages of an allegation as the stepper shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.allegation_course import stages
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.step import Step, StepState

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_step import AllegationStep


def steps_of_page(steps: tuple[AllegationStep, ...]) -> tuple[Step, ...]:
    """Return the stages: what is done, the first that is not, and the rest to come.

    Life takes them in another order: whatever is done is shown as done.
    """
    done = stages(steps)
    on = next((stage for stage, is_done in done.items() if not is_done), None)
    return tuple(
        Step(
            label(stage),
            StepState.DONE if is_done else StepState.ON if stage is on else StepState.TO_COME,
            "",
        )
        for stage, is_done in done.items()
    )
