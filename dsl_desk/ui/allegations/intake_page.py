"""Recording an allegation: whom it is about and who receives it come before the first word."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.british_time import in_england
from dsl_desk.domain.changes import Changed
from dsl_desk.domain.dates import in_row
from dsl_desk.domain.fence import FenceAct
from dsl_desk.ui.allegations.growing import from_concern
from dsl_desk.ui.allegations.intake_form import IntakeForm
from dsl_desk.ui.allegations.offering import offer_adults
from dsl_desk.ui.allegations.route_words import handing_in, hands_in
from dsl_desk.ui.allegations.slip_card import SlipCard
from dsl_desk.ui.forms.fence_gate import FenceGate
from dsl_desk.ui.forms.finder import finder_of
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_route import Way
    from dsl_desk.domain.ids import EntryId, MemberId, RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

FORM = "allegation"
_SLIP = "slip "


class IntakePage(FormPage):
    """`grew_from` is the low-level concern it was before, if it was one."""

    def __init__(self, means: Means, grew_from: RecordId | None = None) -> None:
        super().__init__(means, "Record an allegation", "Record allegation", None)
        self._worker = means.worker
        self._grew_from = grew_from
        self._hands_in = False
        self.slip = SlipCard()
        self._column.insertWidget(2, self.slip)
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
        if self._hands_in:
            return partial(_handed_in, draft=draft, entry=entry)

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

    @override
    def _done(self, what: str) -> None:
        if not what.startswith(_SLIP):
            super()._done(what)
            return
        # Handed in: nothing of it stays with whoever wrote it.
        self._means.drafts.forget(FORM)
        self.button.rest()
        for widget in (self.form, self.bar):
            widget.hide()
        self.header.say(self.tr("Handed in"), self.tr("Nothing of it is kept with you."))
        self.slip.show_slip(what.removeprefix(_SLIP))
        self.header.take_focus()

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
        named = bool(self.form.adult.adult().name.strip())
        self._hands_in = hands_in(way)
        self._manager = None if self._hands_in else way.manager_id
        if self._hands_in:
            self.form.adult.say_stop(handing_in(way))
        self.button.setText(
            self.tr("Seal and hand in") if self._hands_in else self.tr("Record allegation")
        )
        # Until somebody is named nobody is refused: who writes may still say whom it is about.
        allowed = self._hands_in or (way.mine and not way.about_me)
        self.form.allow(allowed=allowed or not named)
        self.button.setEnabled(allowed)


def _handed_in(desk: Desk, draft: AllegationDraft, entry: EntryId) -> Changed[str]:
    done = desk.drop.hand_in(draft, entry)
    told = f"{_SLIP}Code {done.answer.code}, handed in {in_row(in_england(done.answer.at))}"
    return Changed(told, done.things)
