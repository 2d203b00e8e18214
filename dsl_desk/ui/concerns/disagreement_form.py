"""Attaching what somebody wrote who disagrees with a record: printed with it ever after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.step import StepDraft, StepSort
from dsl_desk.ui.concerns.short_form import ShortForm
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.ui.concerns.standing import Standing
    from dsl_desk.ui.forms.opening_form import Saving


class DisagreementForm(ShortForm):
    """Who wrote it, when it came, and their words as they stand there."""

    def __init__(self, clock: Clock) -> None:
        super().__init__("Attach a written disagreement", "Attach to this concern")
        self._clock = clock
        self.who, self.words = Line(), Lines(verbatim=True, rows=4)
        self.at = DayTime(lambda: clock.now().date(), self.tr("When did it come?"))
        self.fields = {
            "with_whom": Field(self.tr("Who wrote it?"), self.who),
            "at": Field(self.tr("When did it come?"), self.at),
            "words": Field(
                self.tr("What they wrote, word for word"),
                self.words,
                self.tr("The whole of it, as it stands there. Keep the letter itself as well."),
            ),
        }
        told = self.tr(
            "Nothing that was recorded changes. Their words stand beside it and are printed with "
            "every copy of this concern."
        )
        self.column.addWidget(Label(told, Voice.BODY, Meaning.INK2).wrapped())
        self.put(self.fields, ("with_whom", "at"), ("words",))
        self.begin_anew()

    @override
    def saving(self, standing: Standing, entry: EntryId) -> Saving:
        draft = StepDraft(
            sort=StepSort.DISAGREEMENT,
            at=self.at.at(),
            words=self.words.text(),
            concern=standing.concern.id,
            with_whom=self.who.text(),
        )
        return lambda desk: desk.steps.record(draft, entry)

    @override
    def begin_anew(self) -> None:
        """Empty it, with now as the time."""
        self.at.show_at(wall_clock(self._clock.now()))
        self.who.clear()
        self.words.clear()
