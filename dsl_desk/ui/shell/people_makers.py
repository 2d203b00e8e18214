"""From a spot of People to its page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.ui.people.account_form_page import AccountFormPage, ChangeAccountPage
from dsl_desk.ui.people.duplicates_page import DuplicatesPage
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.import_page import ImportPage
from dsl_desk.ui.people.means import Means as PeopleMeans
from dsl_desk.ui.people.people_page import PeoplePage
from dsl_desk.ui.people.person_form_page import AddPersonPage, ChangePersonPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.shell.leaving_makers import leaving_page
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    ACCOUNT,
    CHANGE,
    CHANGE_ACCOUNT,
    FILE,
    IMPORT,
    LEAVE,
    NEW,
    TWICE,
    Spot,
    compare_of,
    duty_at,
    remind_of_person,
    where_read,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

_FORMS: Final[Mapping[str, Callable[[PeopleMeans, RecordId], FormPage]]] = {
    CHANGE: ChangePersonPage,
    FILE: FileFormPage,
    ACCOUNT: AccountFormPage,
}


class PeopleMakers:
    """Makes the pages of people and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = PeopleMeans(means.worker, means.errands, means.drafts, means.ask, means.clock)
        self._shell = means
        self._go, self._become = go, become
        self._others = {
            "": self._list,
            NEW: lambda: self._form(AddPersonPage(self._means)),
            IMPORT: self._import,
            TWICE: self._twice,
        }

    def page_for(self, what: str) -> Page:
        """Make the page of somebody by their id, of a form after it, or one of the others."""
        person, _, form = what.partition("/")
        if form.startswith(CHANGE_ACCOUNT):
            account = form.removeprefix(CHANGE_ACCOUNT)
            return self._form(ChangeAccountPage(self._means, RecordId(person), account))
        if form == LEAVE:
            return leaving_page(self._shell, PaperSort.FILE, person)
        if form:
            return self._form(_FORMS[form](self._means, RecordId(person)))
        if what in self._others:
            return self._others[what]()
        return self._person(RecordId(what))

    def _list(self) -> Page:
        page = PeoplePage(self._means)
        page.person_wanted.connect(self._open)
        page.add_wanted.connect(lambda: self._open(NEW))
        page.import_wanted.connect(lambda: self._open(IMPORT))
        page.duplicates_wanted.connect(lambda: self._open(TWICE))
        return page

    def _person(self, record: RecordId) -> Page:
        page = PersonPage(self._means, record)
        page.person_wanted.connect(self._open)
        page.concern_wanted.connect(lambda one: self._go(Spot(Place.CONCERNS, one)))
        page.duties.wanted.connect(lambda *of: self._go(duty_at(*of)))
        page.register_wanted.connect(lambda one: self._go(Spot(Place.REGISTERS, one)))
        page.evidence_wanted.connect(lambda one: self._go(Spot(Place.EVIDENCE, one)))
        page.allegation_wanted.connect(partial(self._read_about, page))
        page.compare_wanted.connect(lambda one: self._go(compare_of(RecordId(one))))
        page.reminder_wanted.connect(lambda one: self._go(remind_of_person(one)))
        page.change_wanted.connect(lambda one: self._open(f"{one}/{CHANGE}"))
        page.copy_wanted.connect(lambda one: self._open(f"{one}/{LEAVE}"))
        page.file_wanted.connect(lambda one: self._open(f"{one}/{FILE}"))
        page.account_change_wanted.connect(
            lambda one, account: self._open(f"{one}/{CHANGE_ACCOUNT}{account}")
        )
        page.account_wanted.connect(lambda one: self._open(f"{one}/{ACCOUNT}"))
        return page

    def _read_about(self, page: PersonPage, record: str) -> None:
        """Open the page of what a line of an adult's file tells of: it knows only the record."""
        self._means.worker.ask(
            page,
            lambda desk: desk.adults.read_at(record),
            lambda found: self._go(where_read(*found)),
            page.notice.show_failure,
        )

    def _import(self) -> Page:
        page = ImportPage(self._means)
        page.people_wanted.connect(lambda: self._open(""))
        return page

    def _twice(self) -> Page:
        page = DuplicatesPage(self._means)
        page.person_wanted.connect(self._open)
        return page

    def _form(self, page: FormPage) -> Page:
        # The form has become a person: Back leads to where the form was opened from.
        page.done.connect(lambda person: self._become(Spot(Place.PEOPLE, person)))
        return page

    def _open(self, what: str) -> None:
        self._go(Spot(Place.PEOPLE, what))
