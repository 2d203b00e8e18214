"""Putting right what an allegation, a step, or a low-level concern says: a version, with why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.words import label
from dsl_desk.ui.allegations.intake_form import IntakeForm
from dsl_desk.ui.allegations.low_level_form import LowLevelForm
from dsl_desk.ui.allegations.offering import offer_adults
from dsl_desk.ui.allegations.reasoned import Reasoned
from dsl_desk.ui.allegations.step_form import StepForm
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation import Allegation
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means


class AmendIntakePage(FormPage):
    """The intake as it stands, in its form. Whom it is about is not changed by it."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Amend an allegation", "Save this version", None)
        self._record, self._form_name = record, f"amend {record}"
        self._of: Allegation | None = None
        self.answers = IntakeForm(means.face.members, means.clock, finder_of(self, means.worker))
        offer_adults(self, means.worker, self.answers.adult)
        self.form = Reasoned(self.answers, self.answers)
        means.worker.ask(
            self,
            lambda desk: desk.allegations.stood(record)[-1],
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, entry, record = self._of, self.entry, self._record
        assert of is not None  # noqa: S101 there is nothing to save before it has come
        draft, reason = self.answers.draft(), self.form.reason.text()
        return lambda desk: Changed(record, desk.allegations.amend(of, draft, reason, entry).things)

    def _show(self, of: Allegation) -> None:
        self._of = of
        self.header.say(self.title, f"About {of.draft.adult.name}")
        self.answers.begin_from(of.draft)
        self.hold(self.form, self.form, self._form_name)
        self.land()


class ChangeStepPage(FormPage):
    """One step as it stands, in its form: an outcome, a decision, whatever was written wrongly."""

    def __init__(self, means: Means, record: RecordId, step: RecordId) -> None:
        super().__init__(means, "Change what was written", "Save this version", None)
        self._record, self._form_name = record, f"change step {step} of {record}"
        self._of: AllegationStep | None = None
        self.answers = StepForm(means.clock)
        self.form = Reasoned(self.answers, self.answers)
        means.worker.ask(
            self,
            lambda desk: (
                desk.allegations.versions(record, step)[-1],
                desk.allegations.open(record).line,
            ),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, entry, record = self._of, self.entry, self._record
        assert of is not None  # noqa: S101 there is nothing to save before it has come
        # What is still held is said by the contact alone, and stays as it was said.
        draft = replace(self.answers.draft(), not_yet=of.draft.not_yet)
        reason = self.form.reason.text()
        return lambda desk: Changed(
            record, desk.allegations.change_step(of, draft, reason, entry).things
        )

    def _show(self, read: tuple[AllegationStep, AllegationRow]) -> None:
        of = self._of = read[0]
        self.answers.show_case(read[1])
        self.header.say(f"Change: {label(of.sort)}", "")
        self.answers.begin_from(of.draft)
        self.hold(self.form, self.form, self._form_name)
        self.land()


class AmendLowLevelPage(FormPage):
    """A low-level concern as it stands, in its form. It is signed again afterwards."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Amend a low-level concern", "Save this version", None)
        self._record, self._form_name = record, f"amend {record}"
        self._of: LowLevel | None = None
        self.answers = LowLevelForm(means.face.members, means.clock)
        offer_adults(self, means.worker, self.answers.adult)
        self.form = Reasoned(self.answers, self.answers)
        means.worker.ask(
            self,
            lambda desk: desk.low_level.read(record),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        of, entry, record = self._of, self.entry, self._record
        assert of is not None  # noqa: S101 there is nothing to save before it has come
        draft, reason = self.answers.draft(), self.form.reason.text()
        return lambda desk: Changed(record, desk.low_level.amend(of, draft, reason, entry).things)

    def _show(self, of: LowLevel) -> None:
        self._of = of
        signed = self.tr("Whoever signed it has signed other words: it is signed again.")
        about = f"About {of.draft.adult.name}"
        self.header.say(self.title, f"{about}. {signed}" if of.draft.signed_by else about)
        self.answers.begin_from(of.draft)
        self.hold(self.form, self.form, self._form_name)
        self.land()
