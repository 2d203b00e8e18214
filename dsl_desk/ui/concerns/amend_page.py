"""Amending a concern: what it says from now on, and why; what it said before stays beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.concerns.amend_form import AmendForm
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.concerns.means import Means


class AmendPage(FormPage):
    """The newest version in the form, with the reason for the next one."""

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__(means, "Amend a concern", "Save this version", Compartment.CHILDREN)
        self._concern: Concern | None = None
        self._name_of_draft = f"amend {record}"
        self.form: AmendForm | None = None
        self.again = Button(self.tr("Start again"))
        self.again.clicked.connect(self._start_again)
        means.worker.ask(
            self,
            lambda desk: (desk.concerns.open(record), desk.concerns.part_of(record)),
            self._show,
            self.notice.show_failure,
        )

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        form, concern, entry = self.form, self._concern, self.entry
        assert form is not None  # noqa: S101 there is no form to finish before it has come
        assert concern is not None  # noqa: S101 likewise
        of, draft, reason, record = concern.entry.id, form.draft(), form.reason.text(), concern.id
        return lambda desk: Changed(
            record, desk.concerns.add_version(of, draft, reason, entry).things
        )

    def _show(self, read: tuple[Concern, Compartment]) -> None:
        self._concern, part = read
        self.be_of(part)
        concern, means = self._concern, self._means
        self.header.say(
            self.tr("Amend {ref}").replace("{ref}", concern.ref),
            self.tr("What was written before stays beside it, with your reason."),
        )
        today = lambda: means.clock.now().date()  # noqa: E731 a clock, said in place
        form = self.form = AmendForm(concern, today, finder_of(self, means.worker))
        kept = means.drafts.brought_back(self._name_of_draft)
        self.hold(form, form, self._name_of_draft)
        self.bar.put_first(self.again)
        if kept and kept.get("of") != concern.entry.id:
            self.bar.say_saved(
                self.tr("Your draft is back. Somebody else has changed the concern since: compare")
            )
        self.land()

    def _start_again(self) -> None:
        if self.form is not None:
            self.form.start_again()
            self.form.show_problems(())
            self.bar.clear_errors()
            self._means.drafts.forget(self._name_of_draft)
            self.bar.say_saved(self.tr("As it stands in the record"))
            self.land()
