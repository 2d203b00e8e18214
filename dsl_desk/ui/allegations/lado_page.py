"""Whom to ring: chosen by where the adult works, checked at set-up and once a term."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from typing_extensions import override

from dsl_desk.domain.changes import Changed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.ui.allegations.lado_form import LadoForm
from dsl_desk.ui.forms.form_page import FormPage
from dsl_desk.ui.kit.button import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means

    Known = tuple[tuple[Authority, ...], str]


_FORM: Final = "lado"


class LadoPage(FormPage):
    """Nothing is sent anywhere: this is who a person rings.

    Signals:
        services_wanted(): look after the numbers of children's services.
    """

    services_wanted = Signal()

    def __init__(self, means: Means) -> None:
        super().__init__(means, "Whom to ring", "Keep this", Compartment.SCHOOL)
        self._worker = means.worker
        subtitle = self.tr("The local authority designated officer, the LADO")
        self.header.say(self.title, subtitle)
        self.services = Button(self.tr("Children's services"))
        self.services.clicked.connect(self.services_wanted)
        self.header.put_right(self.services)
        self.form = LadoForm()
        self._known = False
        self._typed = means.drafts.brought_back(_FORM)
        self.hold(self.form, self.form, _FORM)

    @override
    def command(self) -> Callable[[Desk], Changed[str]]:
        authority, checked = self.form.authority(), self.form.checked.isChecked()

        def keep(desk: Desk) -> Changed[str]:
            if authority is None:
                raise DraftError((Problem("name", "missing"),))
            act = desk.lado.confirm if checked else desk.lado.change
            done = act(authority)
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
    return desk.lado.all(), ours.key if ours else ""
