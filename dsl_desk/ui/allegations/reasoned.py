"""A form with the reason above it: what is written already, and why it says otherwise now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import SignalInstance

    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook


class Answers(Protocol):
    """A form that stands under a reason."""

    @property
    def typed(self) -> SignalInstance:
        """Somebody typed."""
        ...

    @property
    def fields(self) -> Mapping[str, Field]:
        """Each answer with its question."""
        ...

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        ...

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        ...


class Reasoned(QWidget):
    """The reason, then the answers as they stand.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self, answers: Answers, shown: QWidget) -> None:
        super().__init__()
        self._answers = answers
        self.reason = Line()
        why = self.tr("What stood before stays beside it.")
        self.why = Field(self.tr("Why is it changed?"), self.reason, why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.why)
        column.addWidget(shown)
        self.reason.textEdited.connect(self.typed)
        answers.typed.connect(self.typed)

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        return {**self._answers.kept(), "reason": self.reason.text()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self._answers.fill(fields)
        self.reason.setText(fields.get("reason", ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside({"reason": self.why, **self._answers.fields}, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.why.go()
