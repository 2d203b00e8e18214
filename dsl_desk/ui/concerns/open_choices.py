"""Choices that stand open on the form: one of a few, or as many as are true."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.flow import Flow
from dsl_desk.ui.kit.radio import Choice
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.kit.together import Together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

E = TypeVar("E", bound=Enum)


class OneOf(Together, Generic[E]):
    """One of a few; none of them is chosen for anybody.

    Signals:
        edited(): another one was chosen.
    """

    edited = Signal()

    def __init__(self, choices: Sequence[E], none: E, name: str) -> None:
        super().__init__(name)
        self._choices, self._none = choices, none
        self._group = QButtonGroup(self)
        flow = Flow(self, between=20)
        for number, choice in enumerate(choices):
            button = Choice(label(choice))
            button.clicked.connect(self.edited)
            self._group.addButton(button, number)
            flow.addWidget(button)
        self.first = self._group.button(0)
        self.setFocusProxy(self.first)
        _as_high_as_it_takes(self)

    def answer(self) -> E:
        """Return the choice, or the one that stands for no answer."""
        chosen = self._group.checkedId()
        return self._choices[chosen] if chosen >= 0 else self._none

    def choose(self, answer: E) -> None:
        """Show an answer; this is not choosing."""
        self._group.setExclusive(False)
        for number, choice in enumerate(self._choices):
            self._group.button(number).setChecked(choice is answer)
        self._group.setExclusive(True)


class SomeOf(Together, Generic[E]):
    """As many as are true.

    Signals:
        edited(): one was ticked, or no longer.
    """

    edited = Signal()

    def __init__(self, choices: Sequence[E], name: str) -> None:
        super().__init__(name)
        self._ticks = {choice: Tick(label(choice)) for choice in choices}
        flow = Flow(self, between=8)
        for tick in self._ticks.values():
            tick.clicked.connect(self.edited)
            flow.addWidget(tick)
        self.setFocusProxy(next(iter(self._ticks.values())))
        _as_high_as_it_takes(self)

    def answer(self) -> tuple[E, ...]:
        """Return what is ticked."""
        return tuple(choice for choice, tick in self._ticks.items() if tick.isChecked())

    def choose(self, answer: Iterable[E]) -> None:
        """Show an answer; this is not ticking."""
        chosen = set(answer)
        for choice, tick in self._ticks.items():
            tick.setChecked(choice in chosen)


def _as_high_as_it_takes(widget: QWidget) -> None:
    fits = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    fits.setHeightForWidth(True)
    widget.setSizePolicy(fits)
