"""From a spot to its page: the one place of the shell that knows every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.ui.concerns.acts import AMEND, CALL, COMPARE, HANDED, LOOK, MISFILED, REMIND
from dsl_desk.ui.concerns.amend_page import AmendPage
from dsl_desk.ui.concerns.call_page import CallPage
from dsl_desk.ui.concerns.compare_page import ComparePage
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.means import Means as ConcernMeans
from dsl_desk.ui.concerns.misfiling_page import MisfilingPage
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.keeping.means import Means as KeepingMeans
from dsl_desk.ui.keeping.page import KeepingPage
from dsl_desk.ui.referrals.means import Means as ReferralMeans
from dsl_desk.ui.referrals.page import ReferralsPage
from dsl_desk.ui.settings.means import Means as SettingsMeans
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.adult_makers import AdultMakers
from dsl_desk.ui.shell.case_makers import CaseMakers
from dsl_desk.ui.shell.declaration_makers import DeclarationMakers
from dsl_desk.ui.shell.drop_makers import DropMakers
from dsl_desk.ui.shell.evidence_makers import EvidenceMakers
from dsl_desk.ui.shell.leaving_makers import leaving_page
from dsl_desk.ui.shell.people_makers import PeopleMakers
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.policy_makers import PolicyMakers
from dsl_desk.ui.shell.register_makers import RegisterMakers
from dsl_desk.ui.shell.spot import (
    CONCERNS,
    JOIN,
    KEEPING,
    NEW,
    NEW_CONCERN,
    NEW_MEMBER,
    TODAY,
    VAULT,
    WAYS_IN,
    Spot,
    amend_of,
    amended_in,
    call_of,
    called_in,
    compare_of,
    compared_in,
    filter_in,
    handed_in_about,
    keeping_of,
    kept_in,
    leave_of,
    leaves_in,
    left_in,
    left_of,
    look_about,
    misfiled_in,
    misfiling_of,
    narrowed_in,
    only,
    remind_of,
    reminded_of,
    where_read,
)
from dsl_desk.ui.shell.unbuilt import UnbuiltPage
from dsl_desk.ui.today.linked import Linked
from dsl_desk.ui.today.means import Means as TodayMeans
from dsl_desk.ui.today.page import TodayPage
from dsl_desk.ui.today.reminder_page import ReminderPage
from dsl_desk.ui.vault.add_page import AddMemberPage
from dsl_desk.ui.vault.join_page import JoinPage
from dsl_desk.ui.vault.means import Means as VaultMeans
from dsl_desk.ui.vault.page import VaultPage

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.concern_list import Narrowing
    from dsl_desk.domain.snapshot import Worry
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]

# Where the acts of a concern lead that have a page of their own (ui/concerns/acts.py).
_LEADS_TO: Final[Mapping[str, Callable[[str], Spot]]] = {
    AMEND: amend_of,
    CALL: call_of,
    COMPARE: compare_of,
    HANDED: handed_in_about,
    LOOK: look_about,
    MISFILED: misfiling_of,
    REMIND: remind_of,
}


def _page_of(concern: str, person: str) -> Spot:
    """Return where a reminder about them was asked for."""
    if concern:
        return Spot(Place.CONCERNS, concern)
    return Spot(Place.PEOPLE, person) if person else TODAY


class Makers:
    """Makes pages and joins their wishes to the window: `go` steps on, `become` replaces a form."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means, self._go, self._become = means, go, become
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
        built = {
            Place.TODAY: self._today_page,
            Place.CONCERNS: self._concerns_page,
            Place.PEOPLE: self._people.page_for,
            Place.REFERRALS: self._referrals,
            Place.REGISTERS: self._registers.page_for,
            Place.EVIDENCE: self._evidence.page_for,
            Place.ADULTS: self._adults.page_for,
            Place.DECLARATIONS: self._declarations.page_for,
            Place.POLICY: self._policy.page_for,
            Place.VAULT: self._vault,
            Place.CASES: self._cases.page_for,
        }
        make = built.get(spot.place)
        return UnbuiltPage(spot.place) if make is None else make(spot.what)

    def _concerns_page(self, what: str) -> Page:
        if what == NEW:
            return self._new_concern()
        if not what or narrowed_in(what):
            return self._concerns(narrowed_in(what))
        pages: tuple[tuple[Callable[[str], str], Callable[[RecordId], Page]], ...] = (
            (compared_in, self._compare),
            (called_in, self._call),
            (amended_in, self._amend),
            (misfiled_in, self._misfiling),
            (leaves_in, self._leave),
            (filter_in, self._concerns),
        )
        named = ((record_in(what), make) for record_in, make in pages)
        record, make = next(((one, make) for one, make in named if one), (what, self._concern))
        return make(RecordId(record))

    def _compare(self, record: RecordId) -> Page:
        return ComparePage(self._means.worker, record)

    def _vault(self, what: str) -> Page:
        means = self._means
        using = VaultMeans(
            means.worker, means.errands, means.ask, means.clock, means.face, means.member
        )
        if what == NEW:
            return AddMemberPage(using)
        if (record := kept_in(what)) is not None:
            return self._keeping(record)
        if what == JOIN.what:
            return JoinPage(using)
        page = VaultPage(using)
        page.member_wanted.connect(lambda: self._go(NEW_MEMBER))
        page.join_wanted.connect(lambda: self._go(JOIN))
        page.keeping_wanted.connect(lambda: self._go(KEEPING))
        page.drop.left_wanted.connect(lambda: self._go(left_of()))
        self._vault_page = page
        return page

    def _referrals(self, _what: str) -> Page:
        page = ReferralsPage(ReferralMeans(self._means.worker, self._means.clock))
        page.concern_wanted.connect(self._open_concern)
        page.person_wanted.connect(lambda one: self._go(Spot(Place.PEOPLE, one)))
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
        page.vault_wanted.connect(lambda: self._go(VAULT))
        page.mend_wanted.connect(self._mend)
        page.keeping_wanted.connect(lambda: self._go(KEEPING))
        page.policy_wanted.connect(lambda: self._go(Spot(Place.POLICY)))
        page.list_wanted.connect(lambda narrowing: self._go(only(narrowing)))
        return page

    def _concerns(self, begin: Narrowing | RecordId | None = None) -> Page:
        page = ConcernsPage(self._for_concerns(), begin)
        page.concern_wanted.connect(self._open_concern)
        page.record_wanted.connect(lambda: self._go(NEW_CONCERN))
        return page

    def _new_concern(self) -> Page:
        means = self._means
        page = RecordPage(means.worker, means.drafts, means.clock)
        page.recorded.connect(self._recorded)
        return page

    def _concern(self, what: str) -> Page:
        name, _, duty = what.partition("/")
        record = RecordId(name)
        page = ConcernPage(self._for_concerns(), record)
        page.duties.lead_to(duty)
        page.act_wanted.connect(lambda act: self._go(_LEADS_TO[act](record)))
        page.keeping_wanted.connect(lambda: self._go(keeping_of(record)))
        page.copy_wanted.connect(lambda: self._go(leave_of(record)))
        page.evidence.wanted.connect(lambda one: self._go(Spot(Place.EVIDENCE, one)))
        return page

    def _leave(self, record: RecordId) -> Page:
        return leaving_page(self._means, PaperSort.ENTRY, record)

    def _misfiling(self, record: RecordId) -> Page:
        page = MisfilingPage(self._for_concerns(), record)
        page.done.connect(lambda concern: self._become(Spot(CONCERNS.place, concern)))
        return page

    def _amend(self, record: RecordId) -> Page:
        page = AmendPage(self._for_concerns(), record)
        page.done.connect(lambda one: self._become(Spot(CONCERNS.place, one)))
        return page

    def _call(self, about: str) -> Page:
        page = CallPage(self._for_concerns(), None if about == NEW else RecordId(about))
        page.done.connect(lambda one: self._become(Spot(CONCERNS.place, one)))
        return page

    def _for_concerns(self) -> ConcernMeans:
        means = self._means
        return ConcernMeans(means.worker, means.errands, means.drafts, means.ask, means.clock)

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
