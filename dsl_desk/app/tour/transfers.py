"""The tour among files of other schools: one that goes, one that came, and new starters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.services.transfers import STARTERS
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.transfer_card import TransferCard
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, TODAY, Spot
from dsl_desk.ui.transfers.starters_page import StartersPage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

PICTURES: Final = 4
_LEAVES: Final = {
    "child": "Robin Ash",
    "left_on": "2026-11-13",
    "starts_on": "2026-11-16",
    "timing": "in_year",
    "to": "school",
    "school": "Sedge Vale School",
    "dsl": "Tansy Hollybank",
    "contact": "01632 960 222",
}
_CAME: Final = {
    "child": "Robin Ash",
    "asked_of": "Reedmace Infant School",
    "asked_on": "2026-11-09",
    "answer": "came",
    "answered_on": "2026-11-12",
    "came_from": "Gorse Bulrush, DSL there, by hand",
    "received_by": "Maya Fernsby",
    "form": "paper",
    "kept_at": "Locked cupboard, office of the Headteacher",
}


def look_at_transfers(window: DeskWindow, album: Album) -> None:
    """Write down who leaves and what came, and look at both and at the new starters."""
    page = _begin(window, RegisterName.TRANSFERS, _LEAVES)
    album.take(window, "66-a-leaver-is-written-down")
    entry = _kept(window, page)
    until(lambda: any(card.lines for card in entry.findChildren(TransferCard)))
    album.take(window, "67-file-to-the-next-school")
    _kept(window, _begin(window, RegisterName.FILES_RECEIVED, _CAME))
    album.take(window, "68-file-received")
    window.go(Spot(Place.REGISTERS, STARTERS))
    starters = window.stack.page
    until(lambda: isinstance(starters, StartersPage) and starters.is_read)
    album.take(window, "69-new-starters")
    window.go(TODAY)


def _begin(window: DeskWindow, name: RegisterName, answers: Mapping[str, str]) -> AddEntryPage:
    window.go(Spot(Place.REGISTERS, f"{name.value}/{NEW}"))
    page = window.stack.page
    if not isinstance(page, AddEntryPage):
        raise TourStuckError
    page.form.show_answers(answers, {})
    return page


def _kept(window: DeskWindow, page: AddEntryPage) -> EntryPage:
    page.keep()
    page.finish()
    until(lambda: isinstance(window.stack.page, EntryPage) and window.stack.page.is_read)
    entry = window.stack.page
    if not isinstance(entry, EntryPage):
        raise TourStuckError
    return entry
