"""From a spot of Adults to its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import PaperSort
from dsl_desk.ui.allegations.amend_pages import AmendIntakePage, AmendLowLevelPage, ChangeStepPage
from dsl_desk.ui.allegations.compare_page import CompareAllegationPage, CompareLowLevelPage
from dsl_desk.ui.allegations.concern_page import LowLevelConcernPage
from dsl_desk.ui.allegations.intake_page import IntakePage
from dsl_desk.ui.allegations.lado_page import LadoPage
from dsl_desk.ui.allegations.list_page import AdultsPage
from dsl_desk.ui.allegations.low_level_page import LowLevelPage
from dsl_desk.ui.allegations.means import Means as AdultMeans
from dsl_desk.ui.allegations.page import AllegationPage
from dsl_desk.ui.allegations.services_page import ServicesPage
from dsl_desk.ui.allegations.step_page import StepPage
from dsl_desk.ui.allegations.threshold_page import ThresholdPage
from dsl_desk.ui.shell.leaving_makers import leaving_page
from dsl_desk.ui.shell.places import Place
from dsl_desk.ui.shell.spot import (
    AMEND,
    CHANGE,
    COMPARE,
    GROW,
    LADO,
    LEAVE,
    LOW_LEVEL,
    NEW,
    SERVICES,
    STEP,
    THRESHOLD,
    Spot,
    keeping_of,
)
from dsl_desk.ui.shell.way_out import out_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.ui.forms.form_page import FormPage
    from dsl_desk.ui.kit.page import Page
    from dsl_desk.ui.shell.means import Means

    Go = Callable[[Spot], None]


def adult_means(means: Means) -> AdultMeans:
    """Return what the pages about adults work with, out of what the window has."""
    return AdultMeans(
        worker=means.worker,
        drafts=means.drafts,
        clock=means.clock,
        ask=means.ask,
        errands=means.errands,
        face=means.face,
        member=means.member,
    )


class AdultMakers:
    """Makes the pages about adults and joins their wishes to the window."""

    def __init__(self, means: Means, go: Go, become: Go) -> None:
        self._means = adult_means(means)
        self._shell = means
        self._go, self._become = go, become

    def page_for(self, what: str) -> Page:
        """Make the page of an allegation by its id, of a form after it, or one of the others."""
        record, _, form = what.partition("/")
        if record == LOW_LEVEL:
            return self._low_level(form)
        if form == LEAVE:
            return leaving_page(self._shell, PaperSort.LADO_PACK, record)
        others: dict[str, Callable[[], Page]] = {
            "": self._list,
            NEW: lambda: self._form(IntakePage(self._means)),
            LADO: self._lado,
            SERVICES: self._services,
        }
        return others[what]() if what in others else self._of_case(RecordId(record), form)

    def _of_case(self, record: RecordId, form: str) -> Page:
        means, (word, _, which) = self._means, form.partition(" ")
        forms: dict[str, Callable[[], FormPage]] = {
            THRESHOLD: lambda: ThresholdPage(means, record),
            STEP: lambda: StepPage(means, record),
            GROW: lambda: IntakePage(means, record),
            AMEND: lambda: AmendIntakePage(means, record),
            CHANGE: lambda: ChangeStepPage(means, record, RecordId(which)),
        }
        if word == COMPARE:
            return CompareAllegationPage(means.worker, record, RecordId(which))
        return self._form(forms[word]()) if word in forms else self._allegation(record)

    def _list(self) -> Page:
        page = AdultsPage(self._means)
        page.allegation_wanted.connect(self._open)
        page.concern_wanted.connect(lambda one: self._open(f"{LOW_LEVEL}/{one}"))
        page.record_wanted.connect(lambda: self._open(NEW))
        page.share_wanted.connect(lambda: self._open(f"{LOW_LEVEL}/{NEW}"))
        page.lado_wanted.connect(lambda: self._open(LADO))
        return page

    def _allegation(self, record: RecordId) -> Page:
        page = AllegationPage(self._means, record)
        page.threshold_wanted.connect(lambda: self._open(f"{record}/{THRESHOLD}"))
        page.step_wanted.connect(lambda: self._open(f"{record}/{STEP}"))
        page.lado_wanted.connect(lambda: self._open(LADO))
        page.services_wanted.connect(lambda: self._open(SERVICES))
        page.amend_wanted.connect(lambda: self._open(f"{record}/{AMEND}"))
        page.change_wanted.connect(lambda step: self._open(f"{record}/{CHANGE} {step}"))
        page.compare_wanted.connect(lambda which: self._open(f"{record}/{COMPARE} {which}"))
        page.evidence_wanted.connect(lambda one: self._go(Spot(Place.EVIDENCE, one)))
        page.keeping_wanted.connect(lambda: self._go(keeping_of(record)))
        page.gone.connect(lambda: self._become(Spot(Place.ADULTS)))
        page.copy_wanted.connect(lambda: self._open(f"{record}/{LEAVE}"))
        return page

    def _low_level(self, what: str) -> Page:
        if what == NEW:
            form = LowLevelPage(self._means)
            form.done.connect(lambda one: self._become(Spot(Place.ADULTS, f"{LOW_LEVEL}/{one}")))
            return form
        concern, _, form_after = what.partition("/")
        if form_after:
            return self._after_low_level(RecordId(concern), form_after)
        page = LowLevelConcernPage(self._means, RecordId(what))
        page.amend_wanted.connect(lambda: self._open(f"{LOW_LEVEL}/{what}/{AMEND}"))
        page.compare_wanted.connect(lambda: self._open(f"{LOW_LEVEL}/{what}/{COMPARE}"))
        page.grow_wanted.connect(lambda: self._open(f"{what}/{GROW}"))
        page.paper_wanted.connect(lambda wish: self._go(out_at(Place.ADULTS, wish)))
        page.allegation_wanted.connect(self._open)
        return page

    def _after_low_level(self, record: RecordId, form: str) -> Page:
        if form == COMPARE:
            return CompareLowLevelPage(self._means.worker, record)
        page = AmendLowLevelPage(self._means, record)
        page.done.connect(lambda one: self._become(Spot(Place.ADULTS, f"{LOW_LEVEL}/{one}")))
        return page

    def _lado(self) -> Page:
        page = LadoPage(self._means)
        page.services_wanted.connect(lambda: self._open(SERVICES))
        page.done.connect(lambda _key: self._become(Spot(Place.ADULTS)))
        return page

    def _services(self) -> Page:
        page = ServicesPage(self._means)
        page.done.connect(lambda _key: self._become(Spot(Place.ADULTS)))
        return page

    def _form(self, page: FormPage) -> Page:
        # The form has become a record: Back leads to where the form was opened from.
        page.done.connect(lambda record: self._become(Spot(Place.ADULTS, record)))
        return page

    def _open(self, what: str) -> None:
        self._go(Spot(Place.ADULTS, what))
