"""The tour at the evidence: why, the stop, a capture, the picture, a copy that others may see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QGuiApplication

from dsl_desk.app.tour.drawn_post import COMMENT, HEAD, a_drawn_post
from dsl_desk.app.tour.waiting import TourStuckError, settle, until
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.sharing_marks import Area, CopyDraft, CoverReason, Mark, MarkSort
from dsl_desk.domain.viewing import Authority, Look, OpenToAll, Stands, ViewingDraft
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.evidence.copy_page import CopyPage
from dsl_desk.ui.evidence.list_page import EvidencePage
from dsl_desk.ui.evidence.region_picker import RegionPicker
from dsl_desk.ui.evidence.shared_page import SharedPage
from dsl_desk.ui.evidence.viewer_page import ViewerPage
from dsl_desk.ui.evidence.viewing_form_page import DecidePage
from dsl_desk.ui.evidence.viewing_page import ViewingPage
from dsl_desk.ui.evidence.words_page import WordsPage
from dsl_desk.ui.kit.token import Chosen
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, USE, Spot

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from PySide6.QtCore import QRect

    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.clock import Clock
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.window import DeskWindow

    P = TypeVar("P", bound=Page)

PICTURES: Final = 11
_WHOSE: Final = "Nobody we know of: it calls itself 6h.secrets"


def look_at_evidence(window: DeskWindow, clock: Clock, album: Album, concern: Spot) -> None:
    """Decide, capture, look, cover and save, for a concern that stands already."""
    page = _decide(window, clock, album, concern)
    _capture(window, album, page)
    page.capture.list.buttons[0].click()
    viewer = _page(window, ViewerPage, lambda one: one.picture.has_picture())
    album.take(window, "83-evidence")
    viewer.copy.click()
    _copy(window, album)
    window.go(Spot(Place.EVIDENCE, f"{USE}/{viewer.record}"))
    album.take(window, "86-use-in-another-concern")
    window.go(concern)
    shown = _page(window, ConcernPage, lambda one: one.evidence.rows and one.is_read)
    settle()  # what the policy asks comes in above it
    shown.sheet.ensureWidgetVisible(shown.evidence)
    album.take(window, "87-evidence-of-a-concern")
    window.go(Spot(Place.EVIDENCE, page.record))
    again = _page(window, ViewingPage, lambda one: one.view is not None)
    again.capture.stop.unsure.click()
    _page(window, WordsPage, lambda _one: True)
    album.take(window, "88-never-capture")
    window.go(Spot(Place.EVIDENCE))
    _page(window, EvidencePage, lambda one: one.tables[0].model.rowCount())
    album.take(window, "89-evidence-list")
    picker = RegionPicker(window.grab().toImage())
    picker.show()
    album.take(picker, "89b-take-from-the-screen")
    picker.close()


def _decide(window: DeskWindow, clock: Clock, album: Album, concern: Spot) -> ViewingPage:
    window.go(Spot(Place.EVIDENCE, f"{NEW}/{concern.what}"))
    form = _page(window, DecidePage, lambda one: one.form.picks["looker"].count())
    draft = _the_decision(clock)
    form.form.show_draft(draft)
    form.form.whose.show_people([Chosen(draft.whose.name)])
    form.form.typed.emit()
    album.take(window, "80-decide-to-look")
    form.finish()
    page = _page(window, ViewingPage, lambda one: one.view is not None)
    album.take(window, "81-decided")
    return page


def _capture(window: DeskWindow, album: Album, page: ViewingPage) -> None:
    card = page.capture.card
    QGuiApplication.clipboard().setImage(a_drawn_post())
    card.shows.setText("Public post that names Wren and mocks her")
    page.capture.stop.no.click()
    page.capture.paste()
    until(lambda: page.capture.list.buttons)
    QGuiApplication.clipboard().clear()
    album.take(window, "82-captured")


def _copy(window: DeskWindow, album: Album) -> None:
    page = _page(window, CopyPage, lambda one: one.view.has_picture())
    page.bar.clear.setChecked(True)
    covers = (_cover(HEAD, CoverReason.OTHER_FACE), _cover(COMMENT, CoverReason.OTHER_NAME))
    arrow = Mark(MarkSort.ARROW, Area(340, 350, -90, -54))
    page.view.say(CopyDraft((*covers, arrow)))
    page.view.changed.emit(page.view.draft)
    page.view.choose(1)
    album.take(window, "84-copy-for-sharing")
    page.keep()
    shared = _page(window, SharedPage, lambda one: one.picture.has_picture())
    shared.bar.clear.setChecked(True)
    album.take(window, "85-copy-sealed")


def _cover(box: QRect, reason: CoverReason) -> Mark:
    area = Area(box.left(), box.top(), box.width(), box.height())
    return Mark(MarkSort.COVER, area, reason)


def _the_decision(clock: Clock) -> ViewingDraft:
    now = clock.now()
    draft = ViewingDraft(
        whose=PersonRef(_WHOSE),
        stands=Stands.OTHER,
        look=Look.LOOK,
        platform="Instagram",
        handle="6h.secrets",
        address="instagram.com/6h.secrets",
        open_to_all=OpenToAll.YES,
        open_how="Opened without logging in, in a private window",
        to_confirm="Whether the page names Wren",
        why="It is said to name Wren. Looking is the only way to confirm or refute it.",
        less_intrusive="Wren and her mother were asked; neither can see it any more",
        proportionate="Yes. One public page, one viewing, about one child's safety.",
        best_placed="Maya. Not Lena Harebell: she teaches 6H and would be recognised.",
        device="The laptop of the office, with no account",
        authority=Authority.GIVEN,
        authoriser="Hester Winterbourne",
        authority_why="By telephone at 10:40",
        starts=wall_clock(now),
        ends=f"{wall_clock(now)[:10]}T17:00",
    )
    ticks = dict.fromkeys(("school_device", "own_account", "not_vetting", "this_case"), True)
    return replace(draft, **ticks)  # type: ignore[arg-type]  # four of its ticks


def _page(window: DeskWindow, kind: type[P], ready: Callable[[P], object]) -> P:
    """Wait until a page of this kind is shown and ready, and return it."""

    def there() -> bool:
        page = window.stack.page
        return isinstance(page, kind) and bool(ready(page))

    until(there)
    page = window.stack.page
    if not isinstance(page, kind):
        raise TourStuckError
    return page
