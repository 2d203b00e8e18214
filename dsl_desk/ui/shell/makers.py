"""From a spot to its page: the one place of the shell that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.cases.begin_page import BeginCasePage
from dsl_desk.ui.cases.case_page import CasePage
from dsl_desk.ui.cases.list_page import CasesPage
from dsl_desk.ui.cases.means import Means as CaseMeans
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.means import Means as ConcernMeans
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.settings.means import Means as SettingsMeans
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.adult_makers import AdultMakers
from dsl_desk.ui.shell.people_makers import PeopleMakers
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    CASES,
    CONCERNS,
    JOIN,
    NEW,
    NEW_CASE,
    NEW_CONCERN,
    NEW_MEMBER,
    TODAY,
    VAULT,
    WAYS_IN,
    Spot,
    compare_of,
    compared_in,
)
from dsl_desk.ui.shell.unbuilt import UnbuiltPage
from dsl_desk.ui.today.means import Means as TodayMeans
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.today.reminder_page import ReminderPage
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.join_page import JoinPage
from dsl_desk.ui.vault.means import Means as VaultMeans
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.snapshot import Worry
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


class Makers:
    """Makes pages and joins their wishes to the window: `go` steps on, `become` replaces a form."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become
        self._people = PeopleMakers(means, go, become)
        self._adults = AdultMakers(means, go, become)

    def page_for(self, spot: Spot) -> Page:
        """Make the page of a spot."""
        if spot == WAYS_IN:
            return self._ways_in()
        built = {
            Place.TODAY: self._today_page,
            Place.CONCERNS: self._concerns_page,
            Place.PEOPLE: self._people.page_for,
            Place.ADULTS: self._adults.page_for,
            Place.VAULT: self._vault,
            Place.CASES: self._case_page,
        }
        make = built.get(spot.place)
        return UnbuiltPage(spot.place) if make is None else make(spot.what)

    def _case_page(self, what: str) -> Page:
        means = self._means
        using = CaseMeans(means.worker, means.drafts, means.clock, means.face, means.member)
        if what == NEW:
            form = BeginCasePage(using)
            form.done.connect(lambda case: self._become(Spot(CASES.place, case)))
            return form
        if what:
            return CasePage(using, RecordId(what))
        page = CasesPage(using)
        page.begin_wanted.connect(lambda: self._go(NEW_CASE))
        page.case_wanted.connect(lambda case: self._go(Spot(CASES.place, case)))
        return page

    def _concerns_page(self, what: str) -> Page:
        if what == NEW:
            return self._new_concern()
        if compared_in(what):
            return ComparePage(self._means.worker, RecordId(compared_in(what)))
        return self._concern(RecordId(what)) if what else self._concerns()

    def _vault(self, what: str) -> Page:
        means = self._means
        using = VaultMeans(
            means.worker, means.errands, means.ask, means.clock, means.face, means.member
        )
        if what == NEW:
            return AddMemberPage(using)
        if what == JOIN.what:
            return JoinPage(using)
        page = VaultPage(using)
        page.member_wanted.connect(lambda: self._go(NEW_MEMBER))
        page.join_wanted.connect(lambda: self._go(JOIN))
        self._vault_page = page
        return page

    def _mend(self, worry: Worry) -> None:
        self._go(VAULT)
        self._vault_page.copies.mend(worry)

    def _today_page(self, what: str) -> Page:
        means = self._means
        using = TodayMeans(
            worker=means.worker,
            clock=means.clock,
            ask=means.ask,
            member=means.member,
            members=means.face.members,
            drafts=means.drafts,
        )
        if what == NEW:
            reminder = ReminderPage(using)
            reminder.done.connect(lambda: self._become(TODAY))
            return reminder
        page = TodayPage(using)
        page.reminder_wanted.connect(lambda: self._go(Spot(Place.TODAY, NEW)))
        page.concern_wanted.connect(self._open_concern)
        page.person_wanted.connect(lambda one: self._go(Spot(Place.PEOPLE, one)))
        page.allegation_wanted.connect(lambda one: self._go(Spot(Place.ADULTS, one)))
        page.vault_wanted.connect(lambda: self._go(VAULT))
        page.mend_wanted.connect(self._mend)
        return page

    def _concerns(self) -> Page:
        page = ConcernsPage(self._means.worker, self._means.clock)
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
        using = ConcernMeans(means.worker, means.errands, means.ask, means.clock)
        page = ConcernPage(using, record)
        page.compare_wanted.connect(lambda: self._go(compare_of(record)))
        return page

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
