"""Taking a concern on: another state with its reason; closing says what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_gaps import missing
from dsl_desk.domain.concern_state import StateChange
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.short_form import ShortForm
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.opening_form import Saving

_NEXT = (ConcernState.IN_PROGRESS, ConcernState.WAITING, ConcernState.CLOSED)


class StateForm(ShortForm):
    """Which state, why, and when it is closed, what came of it."""

    def __init__(self, _clock: Clock | None = None) -> None:
        super().__init__("How does it stand now?", "Save")
        self.state = Pick([label(state) for state in _NEXT])
        self.reason, self.outcome = Line(), Lines(rows=2)
        self.fields = {
            "state": Field(self.tr("State"), self.state),
            "reason": Field(self.tr("Why"), self.reason),
            "outcome": Field(self.tr("What came of it"), self.outcome),
        }
        self.lacks = Label("", Voice.SECONDARY_STRONG, Meaning.AMBER).wrapped()
        self.column.addWidget(self.lacks)
        self.put(self.fields, ("state", "reason"), ("outcome",))
        self.state.currentIndexChanged.connect(self._show_what_is_asked)
        self._show_what_is_asked()

    @override
    def be_about(self, standing: Standing) -> None:
        gaps = [label(gap) for gap in missing(standing.concern.draft)]
        self.lacks.say(f"Still missing: {', '.join(gaps)}." if gaps else "Nothing is missing.")

    @override
    def saving(self, standing: Standing, entry: EntryId) -> Saving:
        of, change = standing.concern.entry.id, self.change()
        return lambda desk: desk.concerns.move(of, change, entry)

    def change(self) -> StateChange:
        """Return what stands in the form."""
        state = _NEXT[self.state.currentIndex()]
        outcome = self.outcome.text() if state is ConcernState.CLOSED else ""
        return StateChange(state, self.reason.text(), outcome)

    def choose(self, state: ConcernState) -> None:
        """Choose a state."""
        self.state.setCurrentIndex(_NEXT.index(state))

    @override
    def begin_anew(self) -> None:
        """Empty it."""
        self.reason.clear()
        self.outcome.clear()

    def _show_what_is_asked(self) -> None:
        closing = _NEXT[self.state.currentIndex()] is ConcernState.CLOSED
        self.fields["outcome"].setVisible(closing)
        self.lacks.setVisible(closing)
