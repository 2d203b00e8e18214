"""The tour of what is said about adults: a case from its form to its page, and the small ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from dsl_desk.app.tour.waiting import TourStuckError, settle, until
from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation import AllegationDraft, OnlinePart
from dsl_desk.domain.allegation_choices import AllegationStepSort
from dsl_desk.domain.concern_choices import SafeNow
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.threshold import Answer, Answered, Criterion, Threshold
from dsl_desk.ui.allegations.amend_pages import AmendIntakePage
from dsl_desk.ui.allegations.compare_page import CompareAllegationPage
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.lado_page import LadoPage
from dsl_desk.ui.allegations.list_page import AdultsPage
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.allegations.threshold_page import ThresholdPage
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import TODAY, Spot

if TYPE_CHECKING:
    from dsl_desk.app.tour.album import Album
    from dsl_desk.ui.shell.window import DeskWindow

P = TypeVar("P", bound=Page)

PICTURES: Final = 12
_ADULT: Final = Adult(
    "Rowan Kestrel", standing=Standing.CONTRACTOR, role="sports coach", employer="Fell Sports"
)
_SAID: Final = AllegationDraft(
    adult=_ADULT,
    told_by="a parent",
    told_to="Hester Winterbourne",
    told_at="2026-11-18T15:40",
    words="“My son showed me his phone. His coach messages him at night and asks him not to tell.”",
    safe_now=SafeNow.YES,
    made_safe="He does not coach today",
    children=(PersonRef("Robin Ash"),),
    online=OnlinePart(contributed=True, platforms="Snapchat", handles="kestrel9"),
    pupil_here=True,
)
_ANSWERS: Final = {
    Criterion.HARMED: Answered(Answer.NO, "Nothing says so yet"),
    Criterion.OFFENCE: Answered(Answer.NOT_KNOWN, "The messages have not been read"),
    Criterion.RISK: Answered(Answer.YES, "Messages at night, to be kept secret"),
    Criterion.NOT_SUITABLE: Answered(Answer.YES, "Against the code of conduct"),
}


def look_at_adults(window: DeskWindow, album: Album) -> None:
    """Record a case and a small concern; look at every page on the way."""
    window.go(Spot(Place.ADULTS))
    adults = _on(window, AdultsPage)
    album.take(window, "70-adults-empty")
    adults.record.click()
    record = _recorded(window, album)
    _acts(window, album, record)
    _small(window, album)
    window.go(Spot(Place.ADULTS))
    listed = _on(window, AdultsPage)
    until(lambda: listed.concerns)
    album.take(window, "79-adults")
    listed.lado.click()
    _on(window, LadoPage)
    album.take(window, "79b-whom-to-ring")
    window.go(TODAY)
    settle()


def _recorded(window: DeskWindow, album: Album) -> str:
    page = _on(window, IntakePage)
    page.form.begin_from(_SAID)
    page.form.named.emit()
    settle()
    album.take(window, "71-allegation-form")
    page.finish()
    case = _on(window, AllegationPage)
    until(lambda: case.is_read)
    album.take(window, "72-allegation")
    case.threshold_wanted.emit()
    asked = _on(window, ThresholdPage)
    until(asked.button.isEnabled)
    asked.form.show_answers(Threshold(_ANSWERS).written())
    album.take(window, "73-harm-threshold")
    asked.finish()
    until(lambda: isinstance(window.stack.page, AllegationPage) and window.stack.page.is_read)
    settle()
    album.take(window, "74-allegation-contact-the-lado")
    return window.stack.spot.what


def _acts(window: DeskWindow, album: Album, record: str) -> None:
    window.go(Spot(Place.ADULTS, f"{record}/step"))
    step = _on(window, StepPage)
    step.form.choose(AllegationStepSort.SUSPENSION)
    step.finish()
    until(lambda: not step.button.is_busy())
    album.take(window, "75-add-what-was-done")
    window.go(Spot(Place.ADULTS, f"{record}/amend"))
    amend = _on(window, AmendIntakePage)
    until(amend.form.isVisible)
    amend.answers.lines["witnesses"].setText("His sister, who saw the messages")
    amend.form.reason.setText("His sister rang as well")
    album.take(window, "76-amend-an-allegation")
    amend.finish()
    case = _on(window, AllegationPage)
    until(lambda: case.is_read)
    case.compare_wanted.emit(record)
    compared = _on(window, CompareAllegationPage)
    until(lambda: compared.shown)
    album.take(window, "76b-compare-an-allegation")


def _small(window: DeskWindow, album: Album) -> None:
    window.go(Spot(Place.ADULTS, "low-level/new"))
    page = _on(window, LowLevelPage)
    page.form.adult.show_adult(_ADULT)
    page.form.named.emit()
    page.form.shared_by.setText("Owen Larkspur")
    page.form.words.setPlainText("Gave one child sweets at the gate, again.")
    page.form.context.setPlainText("Before training")
    settle()
    album.take(window, "77-low-level-concern-form")
    page.finish()
    concern = _on(window, LowLevelConcernPage)
    until(lambda: concern.is_read)
    album.take(window, "78-low-level-concern")


def _on(window: DeskWindow, kind: type[P]) -> P:
    until(lambda: isinstance(window.stack.page, kind))
    settle()
    page = window.stack.page
    if not isinstance(page, kind):
        raise TourStuckError
    return page
