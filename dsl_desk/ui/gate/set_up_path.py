"""How far set-up is: which steps are behind, which one is on, and where one may go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.gate.rail_steps import RailStep
from dsl_desk.ui.kit.step import StepState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.ui.gate.set_up_step import SetUpStep


class SetUpPath:
    """Steps behind can be mended until the vault is made; what was made stays as it is."""

    def __init__(self, steps: Sequence[SetUpStep]) -> None:
        self._steps = tuple(steps)
        self._mended_from = 0
        self.at = 0

    @property
    def step(self) -> SetUpStep:
        """The step one is on."""
        return self._steps[self.at]

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this step."""
        return self.at == len(self._steps) - 1

    def close_what_is_behind(self) -> None:
        """Let nobody back to the steps before the next one: the vault has been made from them."""
        self._mended_from = self.at + 1

    def may_go_to(self, at: int) -> bool:
        """Tell whether a step can be gone back to."""
        return self._mended_from <= at < self.at

    def rail(self) -> list[RailStep]:
        """Return the steps as the rail shows them."""
        return [
            RailStep(
                step.words,
                step.note() if at < self.at else step.about,
                self._state(at),
            )
            for at, step in enumerate(self._steps)
        ]

    def _state(self, at: int) -> StepState:
        if at == self.at:
            return StepState.ON
        return StepState.DONE if at < self.at else StepState.TO_COME
