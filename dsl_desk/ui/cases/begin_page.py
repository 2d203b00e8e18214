"""Beginning a case: first whom it is about and who receives it, only then the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.ui.cases.begin_form import BeginCaseForm
from dsl_desk.ui.cases.words import not_yours, receives
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.routing import Route
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.cases.means import Means

FORM = "begin a case"


class BeginCasePage(FormPage):
    """Who receives it stands there before the first word is saved."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "Begin a sealed case", "Seal this case", None)
        self._who = means
        subtitle = self.tr("Facts first. What is written cannot be edited, only added to.")
        self.header.say(self.title, subtitle)
        others = [member for member in means.face.members if member.id != means.member.id]
        self.form = BeginCaseForm(others)
        self.form.named.connect(self._ask_route)
        self.hold(self.form, self.form, FORM)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        draft, entry = self.form.draft(), self.entry

        def begin(desk: Desk) -> Changed[str]:
            begun = desk.cases.begin(draft, entry)
            return Changed(begun.answer.id, begun.things)

        return begin

    @override
    def finish(self) -> None:
        if self.button.isEnabled():
            super().finish()

    @override
    def read_again(self) -> None:
        super().read_again()
        self._ask_route()

    def _ask_route(self) -> None:
        """Ask who receives it, each time somebody else is named."""
        draft = self.form.draft()
        self._who.worker.ask(
            self,
            lambda desk: desk.cases.goes_where(draft),
            self._show_route,
            self.notice.show_failure,
        )

    def _show_route(self, way: Route) -> None:
        names = {one.id: one.name for one in self._who.face.members}
        mine = self._who.member.id in way.holders
        self.form.show_route(receives(way, names), "" if mine else not_yours(way))
        self.button.setEnabled(mine)
