"""From a spot to its page: the one place of the shell that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.keeping.means import Means as KeepingMeans
from dsl_desk.ui.keeping.page import KeepingPage
from dsl_desk.ui.referrals.means import Means as ReferralMeans
from dsl_desk.ui.referrals.page import ReferralsPage
from dsl_desk.ui.settings.means import Means as SettingsMeans
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.adult_makers import AdultMakers
from dsl_desk.ui.shell.case_makers import CaseMakers
from dsl_desk.ui.shell.concern_makers import ConcernMakers
from dsl_desk.ui.shell.declaration_makers import DeclarationMakers
from dsl_desk.ui.shell.drop_makers import DropMakers
from dsl_desk.ui.shell.evidence_makers import EvidenceMakers
from dsl_desk.ui.shell.leaving_makers import everything_page, page_of_wish
from dsl_desk.ui.shell.manual_makers import manual_page
from dsl_desk.ui.shell.people_makers import PeopleMakers
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.policy_makers import PolicyMakers
from dsl_desk.ui.shell.register_makers import RegisterMakers
from dsl_desk.ui.shell.spot import (
    CHECKING,
    CONCERNS,
    EVERYTHING,
    JOIN,
    KEEPING,
    LADO,
    NEW,
    NEW_MEMBER,
    TODAY,
    VAULT,
    WAYS_IN,
    Spot,
    answering_of,
    kept_in,
    left_in,
    left_of,
    manual_in,
    only,
    reminded_of,
    where_read,
)
from dsl_desk.ui.shell.way_out import out_at, wished_in
from dsl_desk.ui.today.linked import Linked
from dsl_desk.ui.today.means import Means as TodayMeans
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.today.reminder_page import ReminderPage
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.join_page import JoinPage
from dsl_desk.ui.vault.means import Means as VaultMeans
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.snapshot import Worry
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


def _page_of(concern: str, person: str) -> Spot:
    """Return where a reminder about them was asked for."""
    if concern:
        return Spot(Place.CONCERNS, concern)
    return Spot(Place.PEOPLE, person) if person else TODAY


class Makers:
    """Makes pages and joins their wishes to the window: `go` steps on, `become` replaces a form."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become
        self._concerns = ConcernMakers(means, go, become)
        self._people = PeopleMakers(means, go, become)
        self._registers = RegisterMakers(means, go, become)
        self._evidence = EvidenceMakers(means, go, become)
        self._adults = AdultMakers(means, go, become)
        self._declarations = DeclarationMakers(means, go, become)
        self._policy = PolicyMakers(means, go)
        self._drop = DropMakers(means, go, become)
        self._cases = CaseMakers(means, go, become)

    def page_for(self, spot: Spot) -> Page:
        """Make the page of a spot."""
        if spot == WAYS_IN:
            return self._ways_in()
        if (read := manual_in(spot.what)) is not None:
            return manual_page(self._means, read)
        if (wish := wished_in(spot.what)) is not None:
            return page_of_wish(self._means, wish)
        built = {
            Place.TODAY: self._today_page,
            Place.CONCERNS: self._concerns.page_for,
            Place.PEOPLE: self._people.page_for,
            Place.REFERRALS: self._referrals,
            Place.REGISTERS: self._registers.page_for,
            Place.EVIDENCE: self._evidence.page_for,
            Place.ADULTS: self._adults.page_for,
            Place.DECLARATIONS: self._declarations.page_for,
            Place.POLICY: self._policy.page_for,
            Place.INSIGHTS: self._policy.insights,
            Place.VAULT: self._vault,
            Place.CASES: self._cases.page_for,
        }
        return built[spot.place](spot.what)

    def _vault(self, what: str) -> Page:
        means = self._means
        using = VaultMeans(
            means.worker, means.errands, means.ask, means.clock, means.face, means.member
        )
        if what == NEW:
            return AddMemberPage(using)
        if (record := kept_in(what)) is not None:
            return self._keeping(record)
        if what == EVERYTHING.what:
            return everything_page(self._means)
        if what == JOIN.what:
            return JoinPage(using)
        page = VaultPage(using)
        page.member_wanted.connect(lambda: self._go(NEW_MEMBER))
        page.join_wanted.connect(lambda: self._go(JOIN))
        page.keeping_wanted.connect(lambda: self._go(KEEPING))
        page.everything_wanted.connect(lambda: self._go(EVERYTHING))
        page.drop.left_wanted.connect(lambda: self._go(left_of()))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.VAULT, wish)))
        self._vault_page = page
        return page

    def _referrals(self, _what: str) -> Page:
        page = ReferralsPage(ReferralMeans(self._means.worker, self._means.clock))
        page.concern_wanted.connect(self._open_concern)
        page.person_wanted.connect(lambda one: self._go(Spot(Place.PEOPLE, one)))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.REFERRALS, wish)))
        return page

    def _keeping(self, record: str) -> Page:
        means = self._means
        using = KeepingMeans(means.worker, means.errands, means.ask, means.clock, means.member)
        page = KeepingPage(using, record)
        page.record_wanted.connect(lambda kind, one: self._go(where_read(kind, one)))
        return page

    def _mend(self, worry: Worry) -> None:
        self._go(VAULT)
        self._vault_page.copies.mend(worry)

    def _for_today(self) -> TodayMeans:
        means = self._means
        return TodayMeans(
            worker=means.worker,
            clock=means.clock,
            ask=means.ask,
            member=means.member,
            members=means.face.members,
            drafts=means.drafts,
        )

    def _today_page(self, what: str) -> Page:
        using = self._for_today()
        if (left := left_in(what)) is not None:
            return self._drop.page_for(left)
        if (about := reminded_of(what)) is not None:
            concern, person = about
            reminder = ReminderPage(using, Linked(concern, person))
            reminder.done.connect(lambda: self._become(_page_of(concern, person)))
            return reminder
        page = TodayPage(using)
        page.reminder_wanted.connect(lambda: self._go(Spot(Place.TODAY, NEW)))
        page.concern_wanted.connect(self._open_concern)
        leads_to = (
            (page.evidence_wanted, Place.EVIDENCE),
            (page.person_wanted, Place.PEOPLE),
            (page.entry_wanted, Place.REGISTERS),
            (page.allegation_wanted, Place.ADULTS),
            (page.declaration_wanted, Place.DECLARATIONS),
        )
        for wanted, place in leads_to:
            wanted.connect(lambda one, place=place: self._go(Spot(place, one)))
        page.left_wanted.connect(lambda one: self._go(left_of(one)))
        page.answering_wanted.connect(lambda one: self._go(answering_of(one)))
        page.vault_wanted.connect(lambda: self._go(VAULT))
        page.mend_wanted.connect(self._mend)
        page.keeping_wanted.connect(lambda: self._go(KEEPING))
        page.number_wanted.connect(lambda: self._go(Spot(Place.ADULTS, LADO)))
        page.policy_wanted.connect(lambda: self._go(Spot(Place.POLICY)))
        page.check_wanted.connect(lambda: self._go(CHECKING))
        page.list_wanted.connect(lambda narrowing: self._go(only(narrowing)))
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
