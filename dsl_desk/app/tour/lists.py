"""The tour of what leads from one record to another: found in the palette, referrals, an adult."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.concern_choices import About, Involvement, SafeNow
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Teller
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.ui.people.person_page import PersonPage
from dsl_desk.ui.referrals.page import ReferralsPage
from dsl_desk.ui.shell.palette import Palette
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import TODAY, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.clock import Clock
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 3
_ADULT: Final = PersonDraft(
    PersonKind.STAFF, surname="Whinchat", forename="Sorrel", staff_kind=StaffKind.SUPPORT
)


def look_at_lists(window: DeskWindow, worker: Worker[Desk], album: Album) -> None:
    """Refer the concern, write something down about an adult, and find both."""
    made: list[str] = []
    worker.ask(window, _written_down, made.append)
    until(lambda: made)
    window.go(Spot(Place.REFERRALS))
    page = window.stack.page
    if not isinstance(page, ReferralsPage):
        raise TourStuckError
    until(page.table.model.rowCount)
    album.take(window, "51-referrals")
    window.go(Spot(Place.PEOPLE, made[0]))
    adult = window.stack.page
    until(lambda: isinstance(adult, PersonPage) and adult.chronology.timeline.items)
    album.take(window, "52-adult")
    window.go(TODAY)
    window.open_palette()
    palette = window.findChild(Palette)
    if palette is None:
        raise TourStuckError
    palette.line.setText("tamar")
    until(lambda: palette.list.count() > 1)
    album.take(window, "53-palette-found")
    window.close_palette()


def _written_down(desk: Desk) -> str:
    """Write a late referral and a concern about an adult down; return the adult's record."""
    clock = desk.sitting.clock
    concern = desk.concerns.page(0, 1).rows[0]
    before = clock.now() - timedelta(days=3)
    referral = ReferralDraft(
        to=ReferralTo.SOCIAL_CARE,
        at=wall_clock(before),
        spoke_to="Bryony Dunlin, front door team",
        words="Told them what Wren said.",
        consent=Consent.GIVEN,
        concern=concern.id,
        reply_due=(before.date() + timedelta(days=1)).isoformat(),
    )
    desk.referrals.record(referral, _fresh(clock))
    adult = desk.people.add(_ADULT, _fresh(clock)).answer
    draft = ConcernDraft(
        about=About.ADULT,
        people=(
            Involved(PersonRef(_ADULT.name, adult.id), Involvement.SAID_TO_HAVE_DONE_IT),
            Involved(PersonRef("Wren Tamarisk"), Involvement.AFFECTED),
        ),
        told_by=Teller("Lena Harebell, class teacher"),
        told_at=wall_clock(before),
        words="Shouted at the whole table in the dining hall.",
        safe_now=SafeNow.YES,
    )
    desk.concerns.record(draft, _fresh(clock))
    return adult.id


def _fresh(clock: Clock) -> EntryId:
    return EntryId(fresh_id(clock.now()))
