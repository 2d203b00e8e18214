"""Recording a low-level concern: whom it is about and who receives it come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.allegation_route import Keep
from dsl_desk.domain.changes import Changed
from dsl_desk.ui.allegations.low_level_form import LowLevelForm
from dsl_desk.ui.allegations.offering import offer_adults
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.allegation_route import Way
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

FORM = "low-level concern"


class LowLevelPage(FormPage):
    """Quick, and never a judgement: the case manager signs it afterwards."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "Record a low-level concern", "Record concern", None)
        self._worker = means.worker
        subtitle = self.tr("About an adult, no matter how small. If you are unsure, ask the LADO.")
        self.header.say(self.title, subtitle)
        self.form = LowLevelForm(means.face.members, means.clock)
        offer_adults(self, means.worker, self.form.adult)
        self.form.named.connect(self._ask_way)
        self.hold(self.form, self.form, FORM)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self.form.draft(), self.entry

        def record(desk: Desk) -> Changed[str]:
            done = desk.low_level.record(draft, entry)
            return Changed(done.answer.written.id, done.things)

        return record

    @override
    def finish(self) -> None:
        if self.button.isEnabled():
            super().finish()

    @override
    def read_again(self) -> None:
        super().read_again()
        self._ask_way()

    def _ask_way(self) -> None:
        adult = self.form.adult.adult()
        self._worker.ask(
            self,
            lambda desk: desk.allegations.goes_to(adult),
            self._show_way,
            self.notice.show_failure,
        )

    def _show_way(self, way: Way) -> None:
        self.form.adult.show_way(way)
        if way.mine and way.keep is Keep.SEALED:
            self.form.adult.say_stop(self.tr("Record it as an allegation: it is sealed from them."))
        named = bool(self.form.adult.adult().name.strip())
        allowed = way.mine and way.keep is Keep.STAFF
        self.form.allow(allowed=allowed or not named)
        self.button.setEnabled(allowed)
