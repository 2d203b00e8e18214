"""The tour of what somebody asked to see, and of everything on its way to another system."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.app.tour.waiting import TourStuckError, until
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.registers.register import RegisterDraft, RegisterName
from dsl_desk.ui.leaving.everything_page import EverythingPage
from dsl_desk.ui.shell.spot import EVERYTHING, TODAY, answering_of
from dsl_desk.ui.subject.decision_page import DecisionPage
from dsl_desk.ui.subject.page import SubjectPage

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.shell.window import DeskWindow
    from dsl_desk.ui.work.worker import Worker

PICTURES: Final = 4


def look_at_requests(window: DeskWindow, worker: Worker[Desk], album: Album) -> None:
    """Look at a request, at a decision about a record, and at everything that would leave."""
    made: list[str] = []
    worker.ask(window, _written_down, made.append)
    until(lambda: made)
    window.go(answering_of(made[0]))
    page = window.stack.page
    if not isinstance(page, SubjectPage):
        raise TourStuckError
    until(lambda: page.is_read)
    album.take(window, "66-access-request")
    page.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().maximum())
    album.take(window, "66b-access-request-items")
    page.cards[-1].tick_waiting()
    page.cards[-1].decide.click()
    form = window.stack.page
    if not isinstance(form, DecisionPage):
        raise TourStuckError
    until(lambda: form.form is not None)
    album.take(window, "66c-decide-what-is-given")
    window.go(EVERYTHING)
    out = window.stack.page
    if not isinstance(out, EverythingPage):
        raise TourStuckError
    until(out.next.isEnabled)
    album.take(window, "67-take-everything-out")
    window.go(TODAY)


def _written_down(desk: Desk) -> str:
    """Write a request about a pupil down; return its record."""
    clock = desk.sitting.clock
    pupils = desk.people.directory.listed("", lambda row: row.kind is PersonKind.PUPIL)
    said = {
        "about": pupils[0].name,
        "received": clock.now().date().isoformat(),
        "requester": "Carys Tamarisk",
        "requester_is": "parent",
        "identity": "known",
        "dpo": "Piran Sedgewick",
    }
    draft = RegisterDraft(RegisterName.SUBJECT_REQUESTS, said, {"about": pupils[0].id})
    return desk.registers.record(draft, EntryId(fresh_id(clock.now()))).answer.id
