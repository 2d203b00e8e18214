"""The four questions of the harm threshold, each with why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_step import AllegationStepDraft
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.threshold import (
    Answer,
    Answered,
    Criterion,
    Threshold,
    threshold_in,
    view_of,
)
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.answers import advice_on
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.errors import Problem
    from dsl_desk.ui.kit.bottom_bar import NeedsLook

_ANSWERS: Final = tuple(Answer)


class ThresholdForm(QWidget):
    """Below the questions stands what they come to, in the school's view, as they are answered.

    Signals:
        typed(): something is to be kept as a draft.
    """

    typed = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        unanswered = self.tr("Not answered")
        words = [unanswered, *(label(one) for one in _ANSWERS)]
        self.picks = {one: Pick(words) for one in Criterion}
        self.whys = {one: Line() for one in Criterion}
        self.reason = Line()
        self.view = Label("", Voice.STRONG).wrapped()
        self.fields: dict[str, Field] = {}
        for one in Criterion:
            self.fields[one.value] = Field(label(one), self.picks[one])
            self.fields[f"{one.value}_why"] = Field(self.tr("Why?"), self.whys[one])
        self.fields["reason"] = Field(self.tr("Why does this change?"), self.reason)
        self.fields["reason"].hide()
        self._lay_out()
        for pick in self.picks.values():
            pick.currentIndexChanged.connect(self._tell)
            pick.activated.connect(self.typed)
        for line in (*self.whys.values(), self.reason):
            line.textEdited.connect(self.typed)
        self._tell()

    def threshold(self) -> Threshold:
        """Return the answers as they stand."""
        given = {one: pick.currentIndex() for one, pick in self.picks.items()}
        return Threshold(
            {
                one: Answered(_ANSWERS[at - 1], self.whys[one].text())
                for one, at in given.items()
                if at
            }
        )

    def draft(self) -> AllegationStepDraft:
        """Return the step."""
        return AllegationStepDraft(
            sort=AllegationStepSort.THRESHOLD,
            at=wall_clock(self._clock.now()),
            answers=self.threshold().written(),
        )

    def show_answers(self, answers: Mapping[str, str]) -> None:
        """Show what was answered before: from now on a change wants its reason."""
        self._show(answers)
        self.fields["reason"].show()

    def kept(self) -> Mapping[str, str]:
        """Return what stands in the form, to be sealed."""
        return {**self.threshold().written(), "reason": self.reason.text()}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was typed before."""
        self._show(fields)
        self.reason.setText(fields.get("reason", ""))

    def show_problems(self, problems: Sequence[Problem]) -> list[NeedsLook]:
        """Show each problem beside its field; return them for the bar."""
        return show_beside(self.fields, problems, advice_on)

    def go(self) -> None:
        """Put the focus where one begins."""
        self.fields[Criterion.HARMED.value].go()

    def _show(self, answers: Mapping[str, str]) -> None:
        for one, given in threshold_in(answers).answers.items():
            self.picks[one].setCurrentIndex(_ANSWERS.index(given.answer) + 1)
            self.whys[one].setText(given.why)

    def _tell(self) -> None:
        self.view.say(label(view_of(self.threshold())))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(Label(self.tr("Has the adult, or may they have:"), Voice.CARD_TITLE))
        for one in Criterion:
            card = Card()
            card.column.setSpacing(10)
            card.column.addWidget(self.fields[one.value])
            card.column.addWidget(self.fields[f"{one.value}_why"])
            column.addWidget(card)
        view = Card(Tone.INSET)
        view.column.addWidget(self.view)
        told = self.tr("You can ring the LADO whatever the answers are.")
        view.column.addWidget(Label(told, Voice.SECONDARY).wrapped())
        column.addWidget(view)
        column.addWidget(self.fields["reason"])
