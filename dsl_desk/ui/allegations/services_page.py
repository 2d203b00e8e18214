"""Children's services: chosen by where the child lives, checked at set-up and once a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.ui.allegations.services_form import ServicesForm
from dsl_desk.ui.forms.form_page import FormPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

    Known = tuple[tuple[Authority, ...], str]


_FORM: Final = "childrens services"


class ServicesPage(FormPage):
    """Nothing is sent anywhere: this is who a person rings."""

    def __init__(self, means: Means) -> None:
        super().__init__(means, "Children's services", "Keep this", Compartment.SCHOOL)
        self._worker = means.worker
        self.header.say(self.title, self.tr("Whom to ring about a child, by where the child lives"))
        self.form = ServicesForm()
        self._known = False
        self._typed = means.drafts.brought_back(_FORM)
        self.hold(self.form, self.form, _FORM)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        authority, checked = self.form.authority(), self.form.checked.isChecked()

        def keep(desk: Desk) -> Changed[str]:
            done = desk.lado.keep_childrens(authority, checked=checked)
            return Changed(done.answer.key, done.things)

        return keep

    @override
    def read_again(self) -> None:
        super().read_again()
        if not self._known:
            self._worker.ask(self, _known, self._show, self.notice.show_failure)

    def _show(self, known: Known) -> None:
        self._known = True
        self.form.show_all(*known)
        if self._typed:
            self.form.fill(self._typed)


def _known(desk: Desk) -> Known:
    ours = desk.lado.ours()
    return desk.lado.choices(), ours.key if ours else ""
