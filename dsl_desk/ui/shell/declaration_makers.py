"""From a spot of Declarations to its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_review import EscalatedTo
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.ui.allegations.intake_page import FORM as INTAKE
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.low_level_page import FORM as LOW_LEVEL_FORM
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.declarations.form_page import ChangeDeclarationPage, DeclarePage
from dsl_desk.ui.declarations.going_further import adult_of, allegation_from, low_level_from
from dsl_desk.ui.declarations.means import Means as DeclarationMeans
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.register_page import RegisterPage
from dsl_desk.ui.declarations.round_page import RoundPage
from dsl_desk.ui.shell.adult_makers import adult_means
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CHANGE, NEW, Spot, where_read
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

REGISTER, ROUND = "register", "round"
ANSWER: Final = "answer"  # with a slash and the code of a form after it
_GROWS: Final = (EscalatedTo.LOW_LEVEL.value, EscalatedTo.ALLEGATION.value)
_FORMS: Final = {EscalatedTo.LOW_LEVEL.value: LOW_LEVEL_FORM, EscalatedTo.ALLEGATION.value: INTAKE}


class DeclarationMakers:
    """Makes the pages of declarations and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = DeclarationMeans(
            means.worker, means.errands, means.drafts, means.ask, means.clock, means.member
        )
        self._shell, self._go, self._become = means, go, become
        self._further: dict[str, DeclarationLine] = {}

    def page_for(self, what: str) -> Page:
        """Make the list with a declaration open or none, or one of the forms."""
        record, _, form = what.partition("/")
        if form in _GROWS:
            return self._grown(RecordId(record), form)
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
        page.escalate_wanted.connect(partial(self._take_further, page))
        page.became_wanted.connect(lambda kind, one: self._go(where_read(kind, one)))
        page.paper_wanted.connect(self._out)
        return page

    def _take_further(self, page: DeclarationsPage, goes: str) -> None:
        view = page.pane.view
        if view is None:
            return
        if self._shell.drafts.brought_back(_FORMS[goes]):
            page.said.emit("A form of this kind is begun and not finished. Finish or clear it.")
            return
        record = view.line.declaration.written.id
        self._further[record] = view.line
        self._open(f"{record}/{goes}")

    def _grown(self, record: RecordId, goes: str) -> Page:
        """Make the form of what a declaration becomes, with all that was declared in it."""
        line, means = self._further.get(record), adult_means(self._shell)
        # What was begun of it and sealed comes back by itself, and is not written over.
        anew = None if self._shell.drafts.brought_back(_FORMS[goes]) else line
        page: FormPage
        if goes == EscalatedTo.LOW_LEVEL.value:
            low = page = LowLevelPage(means)
            if anew is not None:
                low.form.fill({**low.form.kept(), **low_level_from(anew)})
                low.form.adult.show_adult(adult_of(anew))
        else:
            taking = page = IntakePage(means)
            if anew is not None:
                taking.form.begin_from(allegation_from(anew, self._means.clock))
        page.done.connect(partial(self._grew, line, goes))
        return page

    def _grew(self, line: DeclarationLine | None, goes: str, into: str) -> None:
        """Keep the thread from the decision to what it became."""
        worker, last = self._means.worker, None if line is None else line.last
        if last is not None and line is not None:
            entry = EntryId(fresh_id(self._means.clock.now()))
            worker.do(worker, lambda desk: desk.declarations.grew_into(last, RecordId(into), entry))
            self._further.pop(line.declaration.written.id, None)
        self._become(where_read(goes, into))

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
