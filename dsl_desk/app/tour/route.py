"""The way of the tour: what a DSL does on her first afternoon, page by page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.app.entrance import FolderEntrance
from dsl_desk.app.real_desk import RealDesk
from dsl_desk.app.real_gate import RealGate
from dsl_desk.app.tour import vault_pages
from dsl_desk.app.tour.adults import look_at_adults
from dsl_desk.app.tour.concern_acts import look_at_acts
from dsl_desk.app.tour.conversations import look_at_conversations
from dsl_desk.app.tour.declarations import look_at_declarations
from dsl_desk.app.tour.evidence import look_at_evidence
from dsl_desk.app.tour.first_day import PASSPHRASE, set_up
from dsl_desk.app.tour.insights import look_at_insights
from dsl_desk.app.tour.keeping import look_at_keeping
from dsl_desk.app.tour.left import look_at_left
from dsl_desk.app.tour.lists import look_at_lists
from dsl_desk.app.tour.people import look_at_people
from dsl_desk.app.tour.policy import look_at_policy
from dsl_desk.app.tour.registers import look_at_registers
from dsl_desk.app.tour.requests import look_at_requests
from dsl_desk.app.tour.transfers import look_at_transfers
from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.app.tour.way_out import look_at_way_out
from dsl_desk.domain.concern_choices import (
    ConcernSort,
    FourC,
    Involvement,
    Parents,
    SafeNow,
)
from dsl_desk.domain.concern_draft import ConcernDraft
from dsl_desk.domain.concern_parts import Involved, Online, Teller
from dsl_desk.domain.moments import Moment
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.ui.concerns.concern_page import ConcernPage
from dsl_desk.ui.concerns.list_page import ConcernsPage
from dsl_desk.ui.concerns.record_page import RecordPage
from dsl_desk.ui.gallery.page import GalleryPage
from dsl_desk.ui.gate.set_up import SetUpPage
from dsl_desk.ui.gate.unlock import UnlockPage
from dsl_desk.ui.settings.ways_in_page import WaysInPage
from dsl_desk.ui.shell.spot import (
    CONCERNS,
    NEW_CONCERN,
    TODAY,
    WAYS_IN,
)
from dsl_desk.ui.today.need_row import NeedRow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.ways_in import Doorstep
    from dsl_desk.ui.shell.spot import Spot
    from dsl_desk.ui.shell.window import DeskWindow

_WORDS = (
    "“nobody wants u on the residential. just dont come.” Wren told Miss Harebell that three "
    "others then sent a thumbs-up."
)


def _the_concern() -> ConcernDraft:
    return ConcernDraft(
        people=(
            Involved(PersonRef("Wren Tamarisk")),
            Involved(PersonRef("Robin Ash"), Involvement.SHARED_IT_ON),
        ),
        told_by=Teller("Lena Harebell, class teacher"),
        told_at="2026-11-17T08:45",
        words=_WORDS,
        safe_now=SafeNow.YES,
        happened=Moment("2026-11-16T19:40"),
        online=Online("WhatsApp", group="“6H no teachers”, 14 members"),
        wishes="“For it to stop, but not get anyone in trouble.”",
        view="Tearful at first, settled by break time.",
        sorts=(ConcernSort.CYBERBULLYING,),
        four_cs=(FourC.CONDUCT,),
        action="Stayed with her through break. Told her class teacher to keep an eye on the table.",
        parents=Parents.NOT_YET,
        parents_why="Mother is at work until five; to be rung then.",
    )


@dataclass
class Walk:
    """One walk through the app, with an album in hand."""

    app: QApplication
    vault: Path
    resources: Path
    place: Doorstep
    album: Album

    def set_up(self) -> None:
        """Set the vault up, step by step."""
        gate = RealGate(FolderEntrance(self.vault, self.place))
        gate.cover("start", self.place.clock.now().isoformat(), {})
        page = gate.window.page
        if not isinstance(page, SetUpPage):
            raise TourStuckError
        set_up(page, gate.window, self.album)
        gate.window.end()
        gate.window.close()

    def unlock(self) -> DeskWindow:
        """Unlock through the lock screen, once wrongly."""
        gate = RealGate(FolderEntrance(self.vault, self.place))
        gate.cover("idle", self.place.clock.now().isoformat(), {})
        keys: list[tuple[str, bytes]] = []
        gate.key_ready.connect(lambda member, key: keys.append((member, key)))
        page = gate.window.page
        if not isinstance(page, UnlockPage):
            raise TourStuckError
        self.album.take(gate.window, "03-unlock")
        page.passphrase.put("not the right words")
        page.button.click()
        until(lambda: not page.button.is_busy())
        self.album.take(gate.window, "04-unlock-wrong-passphrase")
        self._cannot_get_in(gate, page)
        page.passphrase.put(PASSPHRASE)
        page.button.click()
        until(lambda: keys)
        gate.cover("desk_ended", self.place.clock.now().isoformat(), {})
        self.album.take(gate.window, "05-unlock-after-a-crash")
        gate.window.end()  # not before: a page that is shown asks how long to wait
        gate.window.close()
        desk = RealDesk(self.app, self.vault, self.resources, self.place)
        opened: list[bool] = []
        desk.opened.connect(lambda: opened.append(True))
        desk.enter(*keys[0])
        until(lambda: opened)
        if desk.window is None:
            raise TourStuckError
        self.desk = desk
        return desk.window

    def _cannot_get_in(self, gate: RealGate, page: UnlockPage) -> None:
        page.row.help.click()
        self.album.take(gate.window, "04b-unlock-cannot-get-in")
        page.cannot.use_kit.click()
        self.album.take(gate.window, "04c-unlock-by-kit")
        page.row.other.click()

    def day(self, window: DeskWindow) -> None:
        """Record a concern, find it again, look at every page."""
        self.album.take(window, "10-today-empty")
        window.go(CONCERNS)
        self.album.take(window, "11-concerns-empty")
        window.go(NEW_CONCERN)
        self._record(window)
        self.album.take(window, "15-concern")
        concern = window.stack.spot
        look_at_acts(window, self.album)
        look_at_way_out(window, self.album)
        window.go(CONCERNS)
        page = window.stack.page
        until(lambda: isinstance(page, ConcernsPage) and page.table.model.rowCount())
        self.album.take(window, "16-concerns")
        window.go(TODAY)
        until(lambda: window.stack.page.findChildren(NeedRow))
        self.album.take(window, "17-today")
        window.open_palette()
        self.album.take(window, "18-palette")
        window.close_palette()
        self._rooms(window, concern)

    def _rooms(self, window: DeskWindow, concern: Spot) -> None:
        """Look at every room; each counts its own pictures."""
        stick = self.vault.with_name("stick")
        vault_pages.vault(window, self.desk.worker, self.album, stick)
        vault_pages.cases(window, self.album)
        look_at_people(window, self.album)
        look_at_keeping(window, self.album)
        look_at_adults(window, self.album)
        look_at_declarations(window, self.desk.worker, self.album)
        look_at_lists(window, self.desk.worker, self.album)
        look_at_registers(window, self.album)
        look_at_transfers(window, self.album)
        look_at_requests(window, self.desk.worker, self.album)
        look_at_conversations(window, self.desk.worker, self.album)
        look_at_policy(window, self.desk.worker, self.place.clock, self.album)
        look_at_evidence(window, self.place.clock, self.album, concern)
        self._rest(window)

    def _rest(self, window: DeskWindow) -> None:
        """Look at what was left at the lock screen, and at Insights."""
        entrance = FolderEntrance(self.vault, self.place)
        look_at_left(window, self.desk.worker, entrance, self.album)
        look_at_insights(window, self.album)

    def ways_in(self, window: DeskWindow) -> None:
        """Look at one's own ways in, and at a new passphrase."""
        window.go(WAYS_IN)
        page = window.stack.page
        if not isinstance(page, WaysInPage):
            raise TourStuckError
        until(lambda: page.ways.forget_buttons)
        self.album.take(window, "30-your-ways-in")
        page.acts.passphrase.click()
        until(page.forms.passphrase.choose.text)
        page.forms.passphrase.choose.show_words(PASSPHRASE)
        self.album.take(window, "31-your-ways-in-new-passphrase")
        window.go(TODAY)

    def on_a_new_laptop(self) -> None:
        """Find the copy that was made, where no vault is."""
        new = self.vault.with_name("new")
        vault_pages.new_laptop(new, self.vault.with_name("stick"), self.place, self.album)

    def gallery(self) -> None:
        """Show every component."""
        page = GalleryPage()
        page.show()
        self.album.take(page, "90-gallery")
        page.close()

    def print_concern(self, window: DeskWindow, folder: Path) -> Path:
        """Print the concern that was recorded, through the services."""
        made: list[bytes] = []
        worker = self.desk.worker
        worker.ask(
            window,
            lambda desk: desk.concerns.make_pdf(desk.concerns.page(0, 1).rows[0].id).answer,
            made.append,
        )
        until(lambda: made)
        path = folder / "paper-concern.pdf"
        path.write_bytes(made[0])
        return path

    def _record(self, window: DeskWindow) -> None:
        page = window.stack.page
        if not isinstance(page, RecordPage):
            raise TourStuckError
        self.album.take(window, "12-record")
        page.finish()
        until(lambda: not page.button.is_busy())
        self.album.take(window, "13-record-needs-a-look")
        page.form.show_draft(_the_concern())
        page.form.show_problems(())
        page.bar.clear_errors()
        page.keep()
        self.album.take(window, "14-record-filled-in")
        page.finish()
        until(lambda: isinstance(window.stack.page, ConcernPage) and window.stack.page.is_read)
