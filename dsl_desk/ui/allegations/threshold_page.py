"""Answering the four questions of the harm threshold, or changing an answer with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.changes import Changed
from dsl_desk.ui.allegations.threshold_form import ThresholdForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means


class ThresholdPage(FormPage):
    """What was answered before stays beside what is answered now."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Harm threshold", "Keep the answers", None)
        self._worker = means.worker
        self._record = record
        self._before: AllegationStep | None = None
        subtitle = self.tr("The school's view. Whether it is reached is for the LADO to say.")
        self.header.say(self.title, subtitle)
        self.form = ThresholdForm(means.clock)
        self.hold(self.form, self.form, f"threshold {record}")
        # Until it is known whether there are answers already, nothing is sent.
        self.button.setEnabled(False)
        self._typed_before = bool(means.drafts.brought_back(f"threshold {record}"))

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        record, draft, entry = self._record, self.form.draft(), self.entry
        before, reason = self._before, self.form.reason.text()

        def keep(desk: Desk) -> Changed[str]:
            if before is None:
                done = desk.allegations.step(record, draft, entry)
            else:
                done = desk.allegations.change_step(before, draft, reason, entry)
            return Changed(record, done.things)

        return keep

    @override
    def finish(self) -> None:
        if self.button.isEnabled():
            super().finish()

    @override
    def read_again(self) -> None:
        super().read_again()
        record = self._record
        self._worker.ask(
            self, lambda desk: desk.allegations.open(record), self._show, self.notice.show_failure
        )

    def _show(self, view: AllegationView) -> None:
        self._before = newest_of(view.line.steps, AllegationStepSort.THRESHOLD)
        if self._before is not None and not self._typed_before:
            self.form.show_answers(self._before.draft.answers)
        elif self._before is not None:
            self.form.fields["reason"].show()
        self._typed_before = True
        self.button.setEnabled(True)
