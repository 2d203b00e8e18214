"""From a spot of Registers to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.services.transfers import STARTERS
from dsl_desk.ui.registers.entry_form_page import AddEntryPage, ChangeEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.means import Means as RegisterMeans
from dsl_desk.ui.registers.registers_page import RegistersPage
from dsl_desk.ui.shell.leaving_makers import leaving_page
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    ANSWER,
    CAME,
    CHANGE,
    LEAVE,
    NEW,
    RECEIVED,
    TAKE_IN,
    Spot,
    answering_of,
)
from dsl_desk.ui.shell.subject_makers import SubjectMakers
from dsl_desk.ui.shell.way_out import out_at
from dsl_desk.ui.transfers.came_page import CamePage
from dsl_desk.ui.transfers.means import Means as TransferMeans
from dsl_desk.ui.transfers.received_page import ReceivedPage
from dsl_desk.ui.transfers.starters_page import StartersPage
from dsl_desk.ui.transfers.take_in_page import TakeInPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


class RegisterMakers:
    """Makes the pages of registers and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = RegisterMeans(
            means.worker, means.errands, means.drafts, means.ask, means.clock
        )
        self._shell = means
        self._go, self._become = go, become
        self._subject = SubjectMakers(means, go)
        self._transfers = TransferMeans(means.worker, means.errands, means.ask, means.door)
        self._of_entry: Mapping[str, Callable[[RecordId], Page]] = {
            CHANGE: lambda one: self._form(ChangeEntryPage(self._means, one)),
            LEAVE: lambda one: leaving_page(self._shell, PaperSort.TRANSFER, one),
            TAKE_IN: self._take_in,
            RECEIVED: lambda one: ReceivedPage(self._means.worker, one),
        }

    def page_for(self, what: str) -> Page:
        """Make the list, the form of a register after its name, an entry, or its form."""
        first, _, form = what.partition("/")
        if what == STARTERS:
            return self._starters()
        if first == CAME:
            return self._came_and_new() if form else self._came()
        if form.partition("/")[0] == NEW:
            about = form.partition("/")[2]  # a child it is begun about
            return self._form(AddEntryPage(self._means, RegisterName(first), about))
        if form.startswith(ANSWER):
            return self._subject.page_for(RecordId(first), form.removeprefix(ANSWER).strip())
        if form in self._of_entry:
            return self._of_entry[form](RecordId(first))
        return self._entry(RecordId(first), form) if what else self._list()

    def _list(self) -> Page:
        page = RegistersPage(self._means)
        page.entry_wanted.connect(self._open)
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.REGISTERS, wish)))
        page.add_wanted.connect(lambda name: self._open(f"{name.value}/{NEW}"))
        return page

    def _entry(self, record: RecordId, duty: str) -> Page:
        page = EntryPage(self._means, record)
        page.duties.lead_to(duty)
        page.change_wanted.connect(lambda one: self._open(f"{one}/{CHANGE}"))
        page.answer_wanted.connect(lambda one: self._go(answering_of(one)))
        page.take_in_wanted.connect(lambda one: self._open(f"{one}/{TAKE_IN}"))
        page.leave_wanted.connect(lambda one: self._open(f"{one}/{LEAVE}"))
        return page

    def _starters(self) -> Page:
        page = StartersPage(self._means.worker)
        page.register_wanted.connect(self._open)
        return page

    def _came(self) -> Page:
        page = CamePage(self._transfers)
        page.entry_chosen.connect(lambda one: self._open(f"{one}/{TAKE_IN}"))
        page.new_wanted.connect(lambda: self._open(f"{CAME}/{NEW}"))
        return page

    def _came_and_new(self) -> Page:
        """Make the form of a file nothing is written about yet; it leads on to taking it in."""
        page = AddEntryPage(self._means, RegisterName.FILES_RECEIVED)
        page.done.connect(lambda one: self._become(Spot(Place.REGISTERS, f"{one}/{TAKE_IN}")))
        return page

    def _take_in(self, record: RecordId) -> Page:
        page = TakeInPage(self._transfers, record)
        page.taken.connect(lambda one: self._become(Spot(Place.PEOPLE, one)))
        return page

    def _form(self, page: FormPage) -> Page:
        # The form has become an entry: Back leads to where the form was opened from.
        page.done.connect(lambda entry: self._become(Spot(Place.REGISTERS, entry)))
        return page

    def _open(self, what: str) -> None:
        self._go(Spot(Place.REGISTERS, what))
