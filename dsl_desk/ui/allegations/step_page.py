"""Writing down what was done about an allegation: one step, one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.changes import Changed
from dsl_desk.ui.allegations.step_form import StepForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means


class StepPage(FormPage):
    """The order is free, where life is: whatever was done is written down as it was."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Add what was done", "Add to this case", None)
        self._record = record
        self.form = StepForm(means.clock)
        self.form.choose(AllegationStepSort.ADVICE)
        self.hold(self.form, self.form, f"step {record}")
        means.worker.ask(self, lambda desk: desk.lado.statutory_report(), self._offer)
        means.worker.ask(
            self,
            lambda desk: desk.allegations.open(record),
            self._show_case,
            self.notice.show_failure,
        )

    def _show_case(self, view: AllegationView) -> None:
        self.form.show_case(view.line)

    def _offer(self, statutory: bool) -> None:  # noqa: FBT001 the answer of the worker
        if statutory:
            self.form.offer(AllegationStepSort.STATUTORY_REPORT)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        record, draft, entry = self._record, self.form.draft(), self.entry

        def add(desk: Desk) -> Changed[str]:
            done = desk.allegations.step(record, draft, entry)
            return Changed(record, done.things)

        return add
