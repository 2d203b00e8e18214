"""The steps of the way out, in their order."""

from __future__ import annotations

from typing import Final

from dsl_desk.ui.kit.step import Step, StepState

WHOM, WHAT, HOW, PAGES, GONE = range(5)
_WORDS: Final = ("For whom", "What goes in", "How it leaves", "The pages")


def steps_at(step: int) -> tuple[Step, ...]:
    """Return the steps as they stand when one of them is shown; all are done once it has left."""
    return tuple(Step(words, _state(at, step)) for at, words in enumerate(_WORDS))


def _state(at: int, step: int) -> StepState:
    if at == step:
        return StepState.ON
    return StepState.DONE if at < step else StepState.TO_COME
