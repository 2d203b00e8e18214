"""The note of a call: who is on the line, their reference, and what is said; passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.ui.concerns.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.kit.side_by_side import SideBySide

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.errors import Problem
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_ROWS = 14


class CallForm(QWidget):
    """Room for a long call. Where it is not known which concern it is about, that is asked too.

    Signals:
        typed(): somebody typed or chose.
    """

    typed = Signal()

    def __init__(self, began: str, concerns: Sequence[tuple[RecordId, str]]) -> None:
        super().__init__()
        self._began = began
        self._concerns = concerns
        self.which = Pick([words for _concern, words in concerns])
        self.with_whom, self.reference, self.words = Line(), Line(), Lines(rows=_ROWS)
        self.fields = {
            "with_whom": Field(self.tr("Who is on the line?"), self.with_whom),
            "reference": Field(self.tr("Their reference, or number to ring back"), self.reference),
            "words": Field(self.tr("What is said"), self.words),
        }
        self.which.activated.connect(self.typed)
        for line in (self.with_whom, self.reference):
            line.textEdited.connect(self.typed)
        self.words.textChanged.connect(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        if len(concerns) > 1:
            column.addWidget(Field(self.tr("Which concern is it about?"), self.which))
        column.addWidget(SideBySide(self.fields["with_whom"], self.fields["reference"]))
        column.addWidget(self.fields["words"])

    def concern(self) -> RecordId:
        """Return the concern it is about."""
        return self._concerns[self.which.currentIndex()][0]

    def draft(self) -> StepDraft:
        """Return the call as a step: it was when it began."""
        return StepDraft(
            sort=StepSort.CALL,
            at=self._began,
            words=self.words.text(),
            concern=self.concern(),
            with_whom=self.with_whom.text(),
            reference=self.reference.text(),
        )

    def kept(self) -> Mapping[str, str]:
        """Return what stands in it, to be sealed."""
        return {
            "began": self._began,
            "concern": self.concern(),
            "with_whom": self.with_whom.text(),
            "reference": self.reference.text(),
            "words": self.words.text(),
        }

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before; the call is as old as it was."""
        self._began = fields.get("began", self._began)
        known = [concern for concern, _words in self._concerns]
        if fields.get("concern") in known:
            self.which.setCurrentIndex([*map(str, known)].index(fields["concern"]))
        self.with_whom.setText(fields.get("with_whom", ""))
        self.reference.setText(fields.get("reference", ""))
        self.words.setPlainText(fields.get("words", ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields["with_whom"].go()
