"""The tour among the registers: a list, a form with what needs a look, an entry, the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.ui.registers.entry_form_page import AddEntryPage
from dsl_desk.ui.registers.entry_page import EntryPage
from dsl_desk.ui.registers.registers_page import RegistersPage
from dsl_desk.ui.settings.calendar_page import CalendarPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import CALENDAR, NEW, TODAY, Spot
from dsl_desk.ui.today.need_row import NeedRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

_PURPOSE: Final = "News for families: trips, clubs, what is for lunch."
_ANSWERS: Final = {
    RegisterName.ACCOUNTS: {
        "platform": "Facebook",
        "handle": "Fernhollow Primary",
        "standing": "in_use",
        "purpose": _PURPOSE,
        "owner": "Lena Harebell",
        "approver": "Hester Winterbourne",
        "approved_on": "2026-09-07",
        "email": "office@fernhollow.example",
        "check_every": "week",
        "checked_on": "2026-11-09",
    },
    RegisterName.BREACHES: {
        "what": "A laptop was left on a bus",
        "sort": "lost",
        "aware_at": "2026-11-18T08:40",
        "whose": "Pupils of year 6, 58 people",
        "dpo_told": "2026-11-18T09:05",
        "contained": "Rang the bus company. The drive is encrypted.",
    },
    RegisterName.TAKE_DOWNS: {
        "illegal": "no",
        "what": "A film of the playground with a child's name",
        "platform": "TikTok",
        "captured": "yes",
        "to": "platform",
        "asked_at": "2026-11-19T09:10",
        "reference": "TT-4471902",
    },
}
PICTURES: Final = 6


def look_at_registers(window: DeskWindow, album: Album) -> None:
    """Go through the pages of the registers, as they are filled, and the calendar."""
    for name in _ANSWERS:
        _add(window, album, name)
    window.go(Spot(Place.REGISTERS))
    page = window.stack.page
    if not isinstance(page, RegistersPage):
        raise TourStuckError
    until(lambda: page.tables)
    album.take(window, "61-registers")
    page.tabs.choose(list(RegisterName).index(RegisterName.PHOTO_CONSENT))
    until(page.empty.isVisible)
    album.take(window, "62-register-empty")
    window.go(TODAY)
    until(lambda: len(window.stack.page.findChildren(NeedRow)) > len(_ANSWERS))
    album.take(window, "63-today-what-is-due")
    window.go(CALENDAR)
    calendar = window.stack.page
    if not isinstance(calendar, CalendarPage):
        raise TourStuckError
    until(lambda: calendar.form is not None and _has_room(calendar.form))
    album.take(window, "65-school-calendar")
    window.go(TODAY)


def _add(window: DeskWindow, album: Album, name: RegisterName) -> None:
    window.go(Spot(Place.REGISTERS, f"{name.value}/{NEW}"))
    page = window.stack.page
    if not isinstance(page, AddEntryPage):
        raise TourStuckError
    if name is RegisterName.BREACHES:
        page.finish()
        until(lambda: not page.button.is_busy())
        album.take(window, "60-breach-needs-a-look")
    page.form.show_answers(_ANSWERS[name], {})
    page.keep()
    page.finish()
    until(lambda: isinstance(window.stack.page, EntryPage) and window.stack.page.is_read)
    if name is RegisterName.BREACHES:
        album.take(window, "60b-breach")


def _has_room(form: QWidget) -> bool:
    """Tell whether it has been given the height it needs at its width."""
    tallest = form.minimumSizeHint().height()  # as Qt reckons it, at its narrowest
    here = form.heightForWidth(form.width()) if form.hasHeightForWidth() else tallest
    return form.height() >= min(here, tallest)
