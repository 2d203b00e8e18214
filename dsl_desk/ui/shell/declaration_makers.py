"""From a spot of Declarations to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_review import EscalatedTo
from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.declarations.form_page import ChangeDeclarationPage, DeclarePage
from dsl_desk.ui.declarations.means import Means as DeclarationMeans
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.register_page import RegisterPage
from dsl_desk.ui.declarations.round_page import RoundPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CHANGE, LOW_LEVEL, NEW, Spot
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.leaving import Wish
    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

REGISTER, ROUND = "register", "round"
ANSWER: Final = "answer"  # with a slash and the code of a form after it
_BECOMES: Final = {
    EscalatedTo.LOW_LEVEL.value: Spot(Place.ADULTS, f"{LOW_LEVEL}/{NEW}"),
    EscalatedTo.ALLEGATION.value: Spot(Place.ADULTS, NEW),
}


class DeclarationMakers:
    """Makes the pages of declarations and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = DeclarationMeans(
            means.worker, means.errands, means.drafts, means.ask, means.clock, means.member
        )
        self._go, self._become = go, become

    def page_for(self, what: str) -> Page:
        """Make the list with a declaration open or none, or one of the forms."""
        record, _, form = what.partition("/")
        if form == CHANGE:
            return self._form(ChangeDeclarationPage(self._means, RecordId(record)))
        if what == NEW or record == ANSWER:
            return self._form(DeclarePage(self._means, form))
        if what == REGISTER:
            return self._register()
        return self._round() if what == ROUND else self._list(what)

    def _list(self, record: str) -> Page:
        page = DeclarationsPage(self._means, record)
        page.declare_wanted.connect(lambda: self._open(NEW))
        page.change_wanted.connect(lambda one: self._open(f"{one}/{CHANGE}"))
        page.register_wanted.connect(lambda: self._open(REGISTER))
        page.round_wanted.connect(lambda: self._open(ROUND))
        page.paper_wanted.connect(self._out)
        page.escalate_wanted.connect(lambda goes: self._go(_BECOMES[goes]))
        return page

    def _register(self) -> Page:
        page = RegisterPage(self._means)
        page.declaration_wanted.connect(self._open)
        page.paper_wanted.connect(self._out)
        return page

    def _round(self) -> Page:
        page = RoundPage(self._means)
        page.answer_wanted.connect(lambda code: self._open(f"{ANSWER}/{code}"))
        return page

    def _form(self, page: FormPage) -> Page:
        # The form has become a record: Back leads to where the form was opened from.
        page.done.connect(lambda record: self._become(Spot(Place.DECLARATIONS, record)))
        return page

    def _out(self, wish: Wish) -> None:
        self._go(out_at(Place.DECLARATIONS, wish))

    def _open(self, what: str) -> None:
        self._go(Spot(Place.DECLARATIONS, what))
