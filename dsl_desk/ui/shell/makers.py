"""From a spot to its page: the one place of the shell that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.means import Means as ConcernMeans
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.settings.means import Means as SettingsMeans
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.people_makers import PeopleMakers
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CONCERNS, NEW, NEW_CONCERN, NEW_MEMBER, WAYS_IN, Spot
from dsl_desk.ui.shell.unbuilt import UnbuiltPage
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.means import Means as VaultMeans
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.concern import Concern
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


class Makers:
    """Makes pages and joins their wishes to the window: `go` steps on, `become` replaces a form."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become
        self._people = PeopleMakers(means, go, become)

    def page_for(self, spot: Spot) -> Page:
        """Make the page of a spot."""
        if spot == WAYS_IN:
            return self._ways_in()
        if spot.place is Place.TODAY:
            return self._today()
        if spot.place is Place.CONCERNS:
            return self._concerns_page(spot.what)
        if spot.place is Place.PEOPLE:
            return self._people.page_for(spot.what)
        if spot.place is Place.VAULT:
            return self._vault(spot.what)
        return UnbuiltPage(spot.place)

    def _concerns_page(self, what: str) -> Page:
        if what == NEW:
            return self._new_concern()
        return self._concern(RecordId(what)) if what else self._concerns()

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
