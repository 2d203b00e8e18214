"""A note at the lock screen, and what becomes of it at the desk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.app.real_gate import RealGate
from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.ui.drop.left_page import LeftPage
from dsl_desk.ui.drop.list_page import DropPage
from dsl_desk.ui.gate.leaving_page import LeavingPage
from dsl_desk.ui.gate.note_form import NoteForm
from dsl_desk.ui.shell.spot import left_of

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.domain.drop import Left, Slip
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.gate.entrance import Entrance
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 7
_CODE = "K7Q-3MD"  # the same in every picture, whatever was drawn
_WORDS = (
    "At lunch a Year 5 pupil asked me to follow her, and said another adult here already does. "
    "I said no and told her I would pass it on."
)


class _SameCode:
    """An entrance whose codes do not differ from one tour to the next."""

    def __init__(self, entrance: Entrance) -> None:
        self._entrance = entrance

    def __getattr__(self, name: str) -> object:
        return getattr(self._entrance, name)

    def leave(self, left: Left) -> Slip:
        """Leave it under the one code."""
        return self._entrance.leave(replace(left, code=_CODE))


def look_at_left(
    window: DeskWindow, worker: Worker[Desk], entrance: Entrance, album: Album
) -> None:
    """Leave a note, then read it."""
    gate = RealGate(_SameCode(entrance))  # type: ignore[arg-type]  # it passes everything else on
    gate.cover("start", "", {})
    gate.window.side.cards[0].click()
    page = gate.window.page
    if not isinstance(page, LeavingPage) or not isinstance(page.form, NoteForm):
        raise TourStuckError
    page.send()
    album.take(gate.window, "06a-leave-a-note-needs-a-look")
    page.form.about.adult.click()
    page.form.about.pick.setCurrentIndex(page.form.about.pick.count() - 1)
    page.form.about.child.click()
    page.form.note.setPlainText(_WORDS)
    page.form.name.setText("Lena Harebell")
    until(page.form.about.is_told)
    album.take(gate.window, "06b-leave-a-note")
    page.send()
    until(lambda: page.slip.code)
    album.take(gate.window, "06c-note-left")
    page.rest()
    for at, picture in ((1, "06d-declare-a-family-link"), (2, "06e-answer-with-a-code")):
        gate.window.side.cards[at].click()
        album.take(gate.window, picture)
        gate.window.page.rest()
    gate.window.end()
    gate.window.close()
    _read(window, worker, album)


def _read(window: DeskWindow, worker: Worker[Desk], album: Album) -> None:
    taken: list[int] = []
    worker.ask(window, lambda desk: len(list(desk.drop.take_in())), taken.append)
    until(lambda: taken)
    window.go(left_of())
    page = window.stack.page
    if not isinstance(page, DropPage):
        raise TourStuckError
    until(lambda: page.rows)
    album.take(window, "29a-left-for-you")
    page.rows[0].open.click()
    shown = window.stack.page
    if not isinstance(shown, LeftPage):
        raise TourStuckError
    until(lambda: shown.record is not None and shown.record.draft.opened_at)
    album.take(window, "29b-sealed-note")
