"""The way out of one paper: four steps, then it is written down, and only then it leaves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.leaving import (
    NEED_NAMES,
    READ_EVERY_PAGE,
    READ_FIRST,
    PaperSort,
    first_shown,
    is_kept_from,
    stands_in_the_way,
)
from dsl_desk.domain.leaving_errors import (
    KeptFromError,
    NotProvedError,
    NotReadError,
)
from dsl_desk.domain.words import label
from dsl_desk.services.pressing import stopped_by
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.leaving.answers import advice_on
from dsl_desk.ui.leaving.outcome import front_of, looked_at
from dsl_desk.ui.leaving.sending import Sending
from dsl_desk.ui.leaving.shape import LeavingShape
from dsl_desk.ui.leaving.way import GONE, HOW, PAGES, WHAT, WHOM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.leaving import LeavingDraft, Wish
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


class LeavingPage(LeavingShape):
    """One paper on its way out. Nothing is written down before the last step, nothing is left."""

    def __init__(self, means: Means, wish: Wish) -> None:
        super().__init__(wish.sort)
        self._means = means
        self._wish = wish
        self._gathered: Gathered | None = None
        self._looked: Looked | None = None
        self._front: Errand | None = None
        self._errand: Errand | None = None
        self.entry = EntryId(fresh_id(means.clock.now()))
        self._sending = Sending(self, means)
        self._listen()

    @override
    def read_again(self) -> None:
        if self._gathered is None:
            self._gather(self._wish, self._show)

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
            self.show_step(self.step - 1)

    @override
    def finish(self) -> None:
        gathered = self._gathered
        if gathered is None or self.next.is_busy():
            return
        self.notice.clear()
        if self.step == GONE:
            self.back_wanted.emit()
        elif self._answered(gathered):
            if self.step == WHOM:
                self.show_step(WHAT)
            elif self.step == WHAT:
                self._narrow(gathered)
            elif self.step == HOW:
                self._print(gathered)
            elif self._looked is not None:
                self._send(self._looked)

    def _send(self, looked: Looked) -> None:
        """Let it go; a paper that is read before needs somebody who says that they did."""
        if self._wish.sort in READ_FIRST:
            if not self.pages.read.isChecked():
                self._fail(NotReadError())
                return
            confirmed = (*looked.draft.confirmed, READ_EVERY_PAGE)
            looked = replace(looked, draft=replace(looked.draft, confirmed=confirmed))
        self._sending.send(looked)

    def _gather(self, wish: Wish, then: Callable[[Gathered], None]) -> None:
        self._means.worker.ask(self, lambda desk: desk.leaving.gather(wish), then, self._fail)

    def _show(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self.header.say(gathered.leaf.title, label(self._wish.sort))
        self.what.show_named(gathered.named)
        self.what.choice.offer(gathered.items, by_days=gathered.by_days)
        self.what.show_statements(gathered.statements)
        self.what.asked.ask(gathered.questions)
        self.what.originals.offer(gathered.originals)
        self.what.pictures.offer(gathered.shots)
        self.what.judging.offer(gathered.judged)
        if gathered.recipient is not None:
            self.whom.show_recipient(gathered.recipient)
        self._sort_chosen()
        self.next.setEnabled(True)

    def _sort_chosen(self) -> None:
        if self._gathered is not None:
            sort = self.whom.recipient().sort
            self.what.choose(first_shown(self._gathered.named, sort, self._wish.sort))
            self.what.fields["covered_why"].setVisible(sort in NEED_NAMES)

    def _answered(self, gathered: Gathered) -> bool:
        """Tell whether this step is answered; whatever is not is told beside its field."""
        draft, fields = self.draft(), self.fields()
        found = [*draft.problems(), *self.what.choice.wish(self._wish).problems()]
        problems = [one for one in found if one.field in fields]
        self._show_problems(problems)
        stopped = self._stopped(gathered, draft)
        if stopped is not None and not problems:
            self._fail(stopped)
        return not problems and stopped is None

    def _stopped(self, gathered: Gathered, draft: LeavingDraft) -> DeskError | None:
        """Return what forbids this paper for this recipient, as far as it was answered."""
        if is_kept_from(draft.recipient, gathered.kept_from):
            return KeptFromError()
        if self.step == WHOM:
            return stands_in_the_way(self._wish.sort, draft, gathered.named)
        return stopped_by(gathered, draft)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        self.bar.show_errors(show_beside(self.fields(), problems, advice_on))
        self.bar.jump()

    def _narrow(self, gathered: Gathered) -> None:
        """Gather anew where less of a file was chosen; whoever is named was listed already."""
        wish = self.what.choice.wish(self._wish)
        if wish == gathered.wish:
            self.show_step(HOW)
            return
        if wish.sort is PaperSort.SELECTED and not wish.items:
            self._show_problems((Problem("items", "missing"),))
            return

        def narrowed(less: Gathered) -> None:
            self._gathered = less
            self.next.rest()
            self.show_step(HOW)

        self.next.busy(self.tr("Reading"))
        self._gather(wish, narrowed)

    def _print(self, gathered: Gathered) -> None:
        """Draw the first page, then all of them; until those are there, nothing can leave."""
        draft, entry = self.draft(), self.entry
        self._looked = None

        def front(_progress: Progress) -> Pixels:
            return front_of(gathered, draft, entry)

        def job(progress: Progress) -> Looked:
            return looked_at(gathered, draft, entry, progress)

        self.next.busy(self.tr("Drawing the pages"))
        self.progress.show_progress(0)
        self.progress.show()
        self._front = self._means.errands.run(self, front, self._show_front, self._not_in_front)
        self._errand = self._means.errands.run(self, job, self._show_pages, self._not_drawn)
        self._errand.moved.connect(lambda done, of: self.progress.show_progress(done / of))
        self._errand.ended.connect(self._ended)

    def _show_front(self, drawn: Pixels) -> None:
        if self._looked is not None:  # all of them were quicker
            return
        if self._wish.sort in READ_FIRST:
            self.pages.ask_to_read()
        self.pages.show_front(drawn)
        self.show_step(PAGES)

    def _not_in_front(self, _error: DeskError) -> None:
        """Say nothing yet: whatever it is stops all of the pages too, and is told then."""

    def _not_drawn(self, error: DeskError) -> None:
        self.show_step(HOW)
        self._not_left(error)

    def _show_pages(self, looked: Looked) -> None:
        self._looked = looked
        if self._wish.sort in READ_FIRST:
            self.pages.ask_to_read()
        self.pages.show_page(looked.first, 0, looked.count)
        self.next.rest()
        if self.step != PAGES:
            self.show_step(PAGES)

    def _show_page(self, number: int) -> None:
        looked = self._looked
        if looked is None or not 0 <= number < looked.count:
            return

        def job(_progress: Progress) -> Pixels:
            return looked.page(number)

        def show(drawn: Pixels) -> None:
            self.pages.show_page(drawn, number, looked.count)

        self._means.errands.run(self, job, show)

    def _show_gone(self, parcel: Parcel, passphrase: str, told: str) -> None:
        self.next.rest()
        covered = self._looked is not None and bool(self._looked.draft.covers())
        self.gone.show_gone(told, parcel, passphrase)
        self.gone.searched.setVisible(covered)
        self._looked = None
        self.show_step(GONE)
        self.said.emit(told)

    def _not_left(self, error: DeskError) -> None:
        """Tell it, and write down what the ledger has to know of it."""
        self._fail(error)
        gathered, means = self._gathered, self._means
        if gathered is None:
            return
        if isinstance(error, NotProvedError):
            flaw = error.flaw
            means.worker.do(means.errands, lambda desk: desk.leaving.note_refused(gathered, flaw))
        if isinstance(error, BlobDamagedError):
            file = error.name
            means.worker.do(means.errands, lambda desk: desk.leaving.note_damaged(gathered, file))

    def _fail(self, error: DeskError) -> None:
        self.next.rest()
        if isinstance(error, DraftError):
            self._show_problems(error.problems)
        else:
            self.notice.show_failure(error)

    def _stop(self) -> None:
        for errand in (self._front, self._errand):
            if errand is not None:
                errand.cancel()

    def _ended(self) -> None:
        self._front = self._errand = None
        self.progress.hide()
        self.next.rest()
        if self.step == PAGES and self._looked is None:
            self.show_step(HOW)  # stopped: of one page nothing can be made

    def _go_back_to(self, step: int) -> None:
        if not self.next.is_busy():
            self.show_step(step)

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
