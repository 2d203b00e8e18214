"""The way out of one paper: four steps, then it is written down, and only then it leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.leaving import (
    NEED_NAMES,
    HowItLeaves,
    LeavingDraft,
    first_shown,
    is_kept_from,
)
from dsl_desk.domain.leaving_errors import KeptFromError, NotProvedError
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.bottom_bar import BottomBar
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.progress import Progress as ProgressBar
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.stepper import Stepper
from dsl_desk.ui.leaving.answers import advice_on
from dsl_desk.ui.leaving.gone_card import GoneCard
from dsl_desk.ui.leaving.how_step import HowStep
from dsl_desk.ui.leaving.outcome import looked_at
from dsl_desk.ui.leaving.pages_step import PagesStep
from dsl_desk.ui.leaving.sending import Sending
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT, WHOM, steps_at
from dsl_desk.ui.leaving.what_step import WhatStep
from dsl_desk.ui.leaving.whom_step import WhomStep

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.leaving import Wish
    from dsl_desk.domain.person import PersonRow
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.leaving import Parcel
    from dsl_desk.services.pressing import Gathered
    from dsl_desk.ui.forms.name_line import NameLine
    from dsl_desk.ui.leaving.means import Means
    from dsl_desk.ui.leaving.outcome import Looked
    from dsl_desk.ui.work.errands import Errand

_OFFERED: Final = 6
_WIDEST: Final = 860


class LeavingPage(Page):
    """One paper on its way out. Nothing is written down before the last step, nothing is left."""

    def __init__(self, means: Means, wish: Wish) -> None:
        super().__init__("Make a copy for others")
        self._means = means
        self._wish = wish
        self._gathered: Gathered | None = None
        self._looked: Looked | None = None
        self._errand: Errand | None = None
        self.entry = EntryId(fresh_id(means.clock.now()))
        self.step = WHOM
        self.header = PageHeader(label(wish.sort))
        self.stepper = Stepper(steps_at(WHOM))
        self.notice = FailureNotice()
        self.whom, self.what, self.how = WhomStep(), WhatStep(), HowStep()
        self.pages, self.gone = PagesStep(), GoneCard()
        self._each = (self.whom, self.what, self.how, self.pages, self.gone)
        self.progress = ProgressBar(self.tr("Drawing the pages"), self.tr("Stop"))
        self.bar = BottomBar()
        self.back = Button(self.tr("Back"))
        self.next = Button(self.tr("Next"), Kind.PRIMARY, keys=Shortcut.FINISH.words)
        self.next.setObjectName("next")
        self._sending = Sending(self, means)
        self._lay_out()
        self._listen()
        self._go(WHOM)

    @override
    def read_again(self) -> None:
        if self._gathered is None:
            wish = self._wish
            self._means.worker.ask(
                self, lambda desk: desk.leaving.gather(wish), self._show, self._fail
            )

    @override
    def land(self) -> None:
        self.whom.sort.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def regions(self) -> list[QWidget]:
        return [self._scroll, self.bar]

    @override
    def let_go(self) -> bool:
        self._stop()
        return not self.next.is_busy()

    @override
    def step_back(self) -> None:
        if self.next.is_busy():
            self._stop()
        elif self.step in (WHOM, GONE):
            self.back_wanted.emit()
        else:
            self._go(self.step - 1)

    @override
    def finish(self) -> None:
        if self._gathered is None or self.next.is_busy():
            return
        self.notice.clear()
        if self.step == GONE:
            self.back_wanted.emit()
        elif self._answered():
            if self.step < HOW:
                self._go(self.step + 1)
            elif self.step == HOW:
                self._print(self._gathered)
            elif self._looked is not None:
                self._sending.send(self._looked)

    def draft(self) -> LeavingDraft:
        """Return what was answered so far."""
        return LeavingDraft(
            recipient=self.whom.recipient(),
            purpose=self.whom.purpose.text().strip(),
            shown=self.what.shown(),
            also=self.what.covered_besides(),
            covered_why=self.what.why.text().strip(),
            how=self.how.how(),
            unlocked_why=self.how.why.text().strip(),
        )

    def _show_gone(self, parcel: Parcel, passphrase: str, told: str) -> None:
        self.next.rest()
        self.gone.show_gone(told, parcel, passphrase)
        self._looked = None
        self._go(GONE)
        self.said.emit(told)

    def _not_left(self, error: DeskError) -> None:
        self._fail(error)
        gathered = self._gathered
        if isinstance(error, NotProvedError) and gathered is not None:
            flaw = error.flaw
            self._means.worker.do(
                self._means.errands, lambda desk: desk.leaving.note_refused(gathered, flaw)
            )

    def _show(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.header.say(gathered.leaf.title, label(self._wish.sort))
        self.what.show_named(gathered.named)
        self._sort_chosen()
        self.next.setEnabled(True)

    def _sort_chosen(self) -> None:
        if self._gathered is not None:
            sort = self.whom.recipient().sort
            self.what.choose(first_shown(self._gathered.named, sort))
            self.what.fields["covered_why"].setVisible(sort in NEED_NAMES)

    def _answered(self) -> bool:
        """Tell whether this step is answered; whatever is not is told beside its field."""
        fields = (self.whom.fields, self.what.fields, self.how.fields, {})[self.step]
        draft, gathered = self.draft(), self._gathered
        problems = [one for one in draft.problems() if one.field in fields]
        self.bar.show_errors(show_beside(fields, problems, advice_on))
        self.bar.jump()
        kept = gathered is not None and is_kept_from(draft.recipient, gathered.kept_from)
        if kept and not problems:
            self._fail(KeptFromError())
        return not problems and not kept

    def _print(self, gathered: Gathered) -> None:
        draft, entry = self.draft(), self.entry

        def job(progress: Progress) -> Looked:
            return looked_at(gathered, draft, entry, progress)

        self.next.busy(self.tr("Drawing the pages"))
        self.progress.show_progress(0)
        self.progress.show()
        self._errand = self._means.errands.run(self, job, self._show_pages, self._fail)
        self._errand.moved.connect(lambda done, of: self.progress.show_progress(done / of))
        self._errand.ended.connect(self._ended)

    def _show_pages(self, looked: Looked) -> None:
        self._looked = looked
        self.pages.show_page(looked.first, 0, looked.count)
        self.next.rest()
        self._go(PAGES)

    def _show_page(self, number: int) -> None:
        looked = self._looked
        if looked is None or not 0 <= number < looked.count:
            return

        def job(_progress: Progress) -> Pixels:
            return looked.page(number)

        def show(drawn: Pixels) -> None:
            self.pages.show_page(drawn, number, looked.count)

        self._means.errands.run(self, job, show)

    def _stop(self) -> None:
        if self._errand is not None:
            self._errand.cancel()

    def _ended(self) -> None:
        self._errand = None
        self.progress.hide()
        self.next.rest()

    def _fail(self, error: DeskError) -> None:
        self.next.rest()
        self.notice.show_failure(error)

    def _go(self, step: int) -> None:
        self.step = step
        for number, each in enumerate(self._each):
            each.setVisible(number == step)
        self.stepper.show_steps(steps_at(step))
        self.stepper.setVisible(step != GONE)
        self.back.setVisible(step != GONE)
        self.next.setText(self._act())
        self.next.setEnabled(self._gathered is not None)
        self._scroll.verticalScrollBar().setValue(0)
        if step in (WHAT, HOW, PAGES, GONE):
            self.header.take_focus()

    def _act(self) -> str:
        printed = self.how.how() is HowItLeaves.PRINTED
        last = self.tr("Print it") if printed else self.tr("Save the file")
        acts = {HOW: self.tr("Show the pages"), PAGES: last, GONE: self.tr("Done")}
        return acts.get(self.step, self.tr("Next"))

    def _go_back_to(self, step: int) -> None:
        if not self.next.is_busy():
            self._go(step)

    def _find(self, line: NameLine, words: str) -> None:
        def show(found: tuple[PersonRow, ...]) -> None:
            line.show_found(words, found)

        self._means.worker.ask(line, lambda desk: desk.people.find(words, _OFFERED), show)

    def _listen(self) -> None:
        self._sending.begun.connect(lambda: self.next.busy(self.tr("Locking and proving it")))
        self._sending.left.connect(self._show_gone)
        self._sending.failed.connect(self._not_left)
        self.next.clicked.connect(self.finish)
        self.back.clicked.connect(self.step_back)
        self.stepper.chosen.connect(self._go_back_to)
        self.whom.find_wanted.connect(self._find)
        self.whom.sort_chosen.connect(self._sort_chosen)
        self.pages.page_wanted.connect(self._show_page)
        self.progress.cancel_wanted.connect(self._stop)

    def _lay_out(self) -> None:
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for step in self._each:
            step.setMaximumWidth(_WIDEST)
        self.progress.setMaximumWidth(_WIDEST)
        self.progress.hide()
        for widget in (self.header, self.stepper, self.notice, self.progress, *self._each):
            column.addWidget(widget)
        column.addStretch(1)
        self.bar.put(self.back, self.next)
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(self.tr("The copy"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.setSpacing(0)
        room.addWidget(self._scroll, 1)
        room.addWidget(self.bar)
