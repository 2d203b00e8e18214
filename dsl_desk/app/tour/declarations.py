"""The tour among declarations: the list, the register, the yearly round, and the form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, settle, until
from dsl_desk.ui.declarations.form_page import DeclarePage
from dsl_desk.ui.declarations.page import DeclarationsPage
from dsl_desk.ui.declarations.register_page import RegisterPage
from dsl_desk.ui.declarations.round_page import RoundPage
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import NEW, TODAY, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 4
_PAGES: Final = (
    ("", DeclarationsPage, "79c-declarations"),
    ("register", RegisterPage, "79d-register-of-declarations"),
    ("round", RoundPage, "79e-yearly-round"),
    (NEW, DeclarePage, "79f-declaration-form"),
)


def look_at_declarations(window: DeskWindow, worker: Worker[Desk], album: Album) -> None:
    """Look at every page, before anybody has declared anything."""
    for what, kind, name in _PAGES:
        window.go(Spot(Place.DECLARATIONS, what))
        page = window.stack.page
        if not isinstance(page, kind):
            raise TourStuckError
        if isinstance(page, DeclarePage):
            until(partial(_has_form, page))
        settle()
        until(lambda: worker.is_idle)
        album.take(window, name)
    window.go(TODAY)
    settle()


def _has_form(page: DeclarePage) -> bool:
    return page.form is not None
