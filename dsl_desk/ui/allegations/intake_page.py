"""Recording an allegation: whom it is about and who receives it come before the first word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.fence import FenceAct
from dsl_desk.ui.allegations.growing import from_concern
from dsl_desk.ui.allegations.intake_form import IntakeForm
from dsl_desk.ui.allegations.offering import offer_adults
from dsl_desk.ui.forms.fence_gate import FenceGate
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation_route import Way
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

FORM = "allegation"


class IntakePage(FormPage):
    """`grew_from` is the low-level concern it was before, if it was one."""

    def __init__(self, means: Means, grew_from: RecordId | None = None) -> None:
        super().__init__(means, "Record an allegation", "Record allegation", None)
        self._worker = means.worker
        self._grew_from = grew_from
        subtitle = self.tr("About an adult. What is written cannot be edited, only added to.")
        self.header.say(self.title, subtitle)
        self.form = IntakeForm(means.face.members, means.clock, finder_of(self, means.worker))
        offer_adults(self, means.worker, self.form.adult)
        self.form.named.connect(self._ask_way)
        self.hold(self.form, self.form, f"{FORM} {grew_from}" if grew_from else FORM)
        self._gate = FenceGate(self, means.worker, means.ask, self.notice.show_failure)
        self._manager: MemberId | None = None
        self._begins = grew_from is not None and not self.form.adult.adult().name

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self.form.draft(), self.entry

        def record(desk: Desk) -> Changed[str]:
            done = desk.allegations.record(draft, entry)
            return Changed(done.answer.written.id, done.things)

        return record

    @override
    def finish(self) -> None:
        if not self.button.isEnabled() or self.button.is_busy():
            return
        if self._manager is None or not self.form.draft().children:
            super().finish()
            return
        children = self.form.draft().children
        self._gate.go_through(self._manager, children, FenceAct.CASE_MANAGER, self._go_on)

    def _go_on(self, hint: str) -> None:
        if hint:
            self.said.emit(hint)
        super().finish()

    @override
    def read_again(self) -> None:
        super().read_again()
        if self._begins and self._grew_from is not None:
            self._begins = False
            concern = self._grew_from
            self._worker.ask(
                self,
                lambda desk: from_concern(desk.low_level.open(concern)),
                self.form.begin_from,
                self.notice.show_failure,
            )
        self._ask_way()

    def _ask_way(self) -> None:
        """Ask who receives it, each time somebody else is named."""
        adult = self.form.adult.adult()
        self._worker.ask(
            self,
            lambda desk: desk.allegations.goes_to(adult),
            self._show_way,
            self.notice.show_failure,
        )

    def _show_way(self, way: Way) -> None:
        self.form.adult.show_way(way)
        self._manager = way.manager_id
        named = bool(self.form.adult.adult().name.strip())
        # Until somebody is named nobody is refused: who writes may still say whom it is about.
        allowed = way.mine and not way.about_me
        self.form.allow(allowed=allowed or not named)
        self.button.setEnabled(allowed)
