"""From a spot to its page: the one place of the shell that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.means import Means as ConcernMeans
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.people.file_form_page import FileFormPage
from dsl_desk.ui.people.import_page import ImportPage
from dsl_desk.ui.people.means import Means as PeopleMeans
from dsl_desk.ui.people.people_page import PeoplePage
from dsl_desk.ui.people.person_form_page import AddPersonPage, ChangePersonPage
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.settings.means import Means as SettingsMeans
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    CHANGE,
    CONCERNS,
    FILE,
    IMPORT,
    NEW,
    NEW_CONCERN,
    NEW_MEMBER,
    WAYS_IN,
    Spot,
)
from dsl_desk.ui.shell.unbuilt import UnbuiltPage
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.means import Means as VaultMeans
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.people.form_page import FormPage
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


class Makers:
    """Makes pages and joins their wishes to the window: `go` steps on, `become` replaces a form."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become

    def page_for(self, spot: Spot) -> Page:
        """Make the page of a spot."""
        if spot == WAYS_IN:
            return self._ways_in()
        if spot.place is Place.TODAY:
            return self._today()
        if spot.place is Place.CONCERNS:
            return self._concerns_page(spot.what)
        if spot.place is Place.PEOPLE:
            return self._people_page(spot.what)
        if spot.place is Place.VAULT:
            return self._vault(spot.what)
        return UnbuiltPage(spot.place)

    def _concerns_page(self, what: str) -> Page:
        if what == NEW:
            return self._new_concern()
        return self._concern(RecordId(what)) if what else self._concerns()

    def _people_page(self, what: str) -> Page:
        person, _, act = what.partition("/")
        if act == CHANGE:
            return self._form(ChangePersonPage(self._people_means(), RecordId(person)))
        if act == FILE:
            return self._form(FileFormPage(self._people_means(), RecordId(person)))
        if what == IMPORT:
            return self._import()
        if what == NEW:
            return self._form(AddPersonPage(self._people_means()))
        return self._person(RecordId(what)) if what else self._people()

    def _people_means(self) -> PeopleMeans:
        means = self._means
        return PeopleMeans(means.worker, means.errands, means.drafts, means.ask, means.clock)

    def _people(self) -> Page:
        page = PeoplePage(self._people_means())
        page.person_wanted.connect(self._open_person)
        page.add_wanted.connect(lambda: self._go(Spot(Place.PEOPLE, NEW)))
        page.import_wanted.connect(lambda: self._go(Spot(Place.PEOPLE, IMPORT)))
        return page

    def _import(self) -> Page:
        page = ImportPage(self._people_means())
        page.people_wanted.connect(lambda: self._go(Spot(Place.PEOPLE)))
        return page

    def _person(self, record: RecordId) -> Page:
        page = PersonPage(self._people_means(), record)
        page.person_wanted.connect(self._open_person)
        page.change_wanted.connect(lambda one: self._open_person(f"{one}/{CHANGE}"))
        page.file_wanted.connect(lambda one: self._open_person(f"{one}/{FILE}"))
        return page

    def _form(self, page: FormPage) -> Page:
        # The form has become a person: Back leads to where the form was opened from.
        page.done.connect(lambda person: self._become(Spot(Place.PEOPLE, person)))
        return page

    def _open_person(self, what: str) -> None:
        self._go(Spot(Place.PEOPLE, what))

    def _vault(self, what: str) -> Page:
        means = self._means
        using = VaultMeans(
            means.worker, means.errands, means.ask, means.clock, means.face, means.member
        )
        if what == NEW:
            return AddMemberPage(using)
        page = VaultPage(using)
        page.member_wanted.connect(lambda: self._go(NEW_MEMBER))
        return page

    def _today(self) -> Page:
        page = TodayPage(self._means.worker, self._means.clock)
        page.concern_wanted.connect(self._open_concern)
        return page

    def _concerns(self) -> Page:
        page = ConcernsPage(self._means.worker)
        page.concern_wanted.connect(self._open_concern)
        page.record_wanted.connect(lambda: self._go(NEW_CONCERN))
        return page

    def _new_concern(self) -> Page:
        means = self._means
        page = RecordPage(means.worker, means.drafts, means.clock)
        page.recorded.connect(self._recorded)
        return page

    def _concern(self, record: RecordId) -> Page:
        means = self._means
        using = ConcernMeans(means.worker, means.errands, means.ask)
        return ConcernPage(using, record)

    def _ways_in(self) -> Page:
        means = self._means
        using = SettingsMeans(
            worker=means.worker,
            errands=means.errands,
            ask=means.ask,
            school=means.face.school,
            member=means.member,
            words=means.words,
        )
        return WaysInPage(using)

    def _open_concern(self, record: str) -> None:
        self._go(Spot(CONCERNS.place, record))

    def _recorded(self, concern: Concern) -> None:
        # The form has become a record: Back leads to where the form was opened from.
        self._become(Spot(CONCERNS.place, concern.id))
