"""Adding what was done: a call, a meeting, a decision with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.domain.words import label
from dsl_desk.ui.concerns.short_form import ShortForm
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.opening_form import Saving

_SORTS = (
    *(StepSort.NOTE, StepSort.CALL, StepSort.MEETING, StepSort.LETTER, StepSort.EMAIL),
    *(StepSort.ACTION, StepSort.FOLLOW_UP, StepSort.DECISION, StepSort.AGENCY),
    StepSort.REVIEW,
)


class StepForm(ShortForm):
    """What kind of step, when, with whom, the words, and why."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("Add what was done", "Add to this concern")
        self._clock = clock
        self.sort = Pick([label(sort) for sort in _SORTS])
        self.at = DayTime(lambda: clock.now().date(), self.tr("When?"))
        self.with_whom, self.agency, self.reference = Line(), Line(), Line()
        self.words, self.why = Lines(rows=3), Lines(rows=2)
        self.fields = {
            "sort": Field(self.tr("What is it?"), self.sort),
            "at": Field(self.tr("When?"), self.at),
            "with_whom": Field(self.tr("With whom?"), self.with_whom),
            "agency": Field(self.tr("Which agency?"), self.agency),
            "reference": Field(self.tr("Their reference"), self.reference),
            "words": Field(self.tr("What was said or done"), self.words),
            "why": Field(self.tr("Why"), self.why, self.tr("A decision always needs its reason.")),
        }
        self.put(self.fields, ("sort", "at"), ("with_whom", "reference"), ("agency",), *_LAST)
        self.sort.currentIndexChanged.connect(self._show_what_is_asked)
        self.begin_anew()

    @override
    def saving(self, standing: Standing, entry: EntryId) -> Saving:
        draft = self.draft(standing.concern.id)
        return lambda desk: desk.steps.record(draft, entry)

    def draft(self, concern: str) -> StepDraft:
        """Return what stands in the form."""
        return StepDraft(
            sort=_SORTS[self.sort.currentIndex()],
            at=self.at.at(),
            words=self.words.text(),
            concern=concern,
            why=self.why.text(),
            with_whom=self.with_whom.text(),
            agency=self.agency.text(),
            reference=self.reference.text(),
        )

    @override
    def begin_anew(self) -> None:
        """Empty it, with now as the time."""
        self.at.show_at(wall_clock(self._clock.now()))
        for line in (self.with_whom, self.agency, self.reference):
            line.clear()
        for lines in (self.words, self.why):
            lines.clear()
        self._show_what_is_asked()

    def _show_what_is_asked(self) -> None:
        sort = _SORTS[self.sort.currentIndex()]
        self.fields["agency"].setVisible(sort is StepSort.AGENCY)


_LAST = (("words",), ("why",))
