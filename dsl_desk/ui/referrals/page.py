"""The page of referrals: who has not answered first, each answered or asked again in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.referral_paper import paper_of_referral
from dsl_desk.domain.referral_state import ReferralState
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.reply_form import ReplyForm
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.shortcut import Shortcut
from dsl_desk.ui.kit.table.paged_table import PagedTable
from dsl_desk.ui.kit.table.pages import Pages
from dsl_desk.ui.referrals.columns import COLUMNS, Shown
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.domain.referral import Referral
    from dsl_desk.ui.referrals.means import Means

    Read = tuple[Stretch[Referral], Mapping[ReferralState, int]]

_ROWS: Final = 50
_ONLY: Final = (None, *ReferralState)


class ReferralsPage(Page):
    """A list with its filter, and the form for what came back from the chosen one.

    Signals:
        concern_wanted(str): open the concern a referral belongs to.
        person_wanted(str): open the file of whom one is about that belongs to no concern.
        paper_wanted(Wish): the paper of the chosen one.
    """

    concern_wanted = Signal(str)
    person_wanted = Signal(str)
    paper_wanted = Signal(object)
    shows = frozenset({Thing.REFERRALS, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Referrals")
        self._means = means
        self._number = 0
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.reply = Button(self.tr("What came back?"), keys=Shortcut.FINISH.words)
        self.reply.clicked.connect(self._open_form)
        self.paper = Button(self.tr("Make the paper"), icon=Icon.FILE_DOWN)
        self.paper.clicked.connect(self.export)
        self.header.put_right(self.paper)
        self.header.put_right(self.reply)
        words = [self.tr("All"), *(label(only) for only in _ONLY if only)]
        self.filter = Segmented(words, self.tr("Which referrals are shown"))
        self.filter.chosen.connect(lambda: self._go(0))
        self.notice = FailureNotice()
        self.form: ReplyForm | None = None
        self.table: PagedTable[Shown] = PagedTable(COLUMNS, self.tr("Referrals"))
        self.table.opened.connect(self._open)
        self.table.page_wanted.connect(self._go)
        self.table.view.selectionModel().selectionChanged.connect(self._offer_reply)
        self.empty = EmptyState(Icon.SEND, self.tr("No referrals yet"), self._where_they_begin())
        self._lay_out()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        first, only = self._number * _ROWS, _ONLY[self.filter.choice()]
        self._means.worker.ask(
            self,
            lambda desk: (desk.referrals.page(first, _ROWS, only), desk.referrals.counts()),
            self._show,
            self._fail,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def finish(self) -> None:
        if self.form is None:
            self._open_form()
        else:
            self._save(self.form)

    @override
    def export(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.paper_wanted.emit(paper_of_referral(chosen))

    @override
    def step_back(self) -> None:
        if self.form is None:
            super().step_back()
        else:
            self._close_form()

    def _where_they_begin(self) -> str:
        return self.tr("A referral is made on the page of its concern, and comes here by itself.")

    def _go(self, number: int) -> None:
        self._number = number
        self.read_again()

    def _show(self, read: Read) -> None:
        stretch, counts = read
        self.notice.clear()
        today = self._means.clock.now().date()
        chosen = self._chosen()
        shown = [Shown(referral, today) for referral in stretch.rows]
        self.table.show_page(shown, Pages(stretch.total, self._number, _ROWS))
        self._choose_again(chosen, shown)
        self.header.say(self.title, _told(counts))
        everything = _ONLY[self.filter.choice()] is None
        self._stack.setCurrentWidget(self.empty if everything and not stretch.total else self.table)
        self._offer_reply()

    def _choose_again(self, chosen: Referral | None, shown: list[Shown]) -> None:
        """Keep the choice on the same referral, wherever it stands now."""
        for number, row in enumerate(shown):
            if chosen is not None and row.referral.id == chosen.id:
                self.table.view.selectRow(number)

    def _fail(self, error: DeskError) -> None:
        self.table.show_page((), Pages())
        self._offer_reply()
        self.notice.show_failure(error)

    def _chosen(self) -> Referral | None:
        number = self.table.view.currentIndex().row()
        return self.table.model.row(number).referral if number >= 0 else None

    def _offer_reply(self) -> None:
        chosen = self._chosen()
        self.reply.setEnabled(chosen is not None and chosen.draft.waiting)
        self.paper.setEnabled(chosen is not None)

    def _open(self, row: Shown) -> None:
        draft = row.referral.draft
        people = [one.person for one in draft.people if one.person]
        if draft.concern:
            self.concern_wanted.emit(draft.concern)
        elif people:
            self.person_wanted.emit(people[0])

    def _open_form(self) -> None:
        chosen = self._chosen()
        if chosen is None or not chosen.draft.waiting:
            return
        if self.form is not None and self.form.of.id != chosen.id:
            self._close_form()
        if self.form is None:
            form = self.form = ReplyForm(chosen)
            form.finished.connect(lambda: self._save(form))
            form.not_now.clicked.connect(self._close_form)
            self._place.addWidget(form)
        self.form.open()

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is not None:
            form.hide()
            form.deleteLater()
            self.table.view.setFocus()

    def _save(self, form: ReplyForm) -> None:
        def saved(_answer: object) -> None:
            self._close_form()
            self.said.emit(self.tr("Written down"))

        def failed(error: DeskError) -> None:
            form.button.rest()
            if isinstance(error, DraftError):
                form.show_problems(error.problems)
            else:
                self.notice.show_failure(error)

        if not form.button.is_busy():
            act = form.saving(EntryId(fresh_id(self._means.clock.now())))
            form.show_problems(())
            form.button.busy(self.tr("Saving"))
            self._means.worker.do(self, act, saved, failed)

    def _lay_out(self) -> None:
        self._stack = QStackedLayout()
        self._place = QVBoxLayout()
        chips = QHBoxLayout()
        chips.addWidget(self.filter)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addLayout(chips)
        column.addWidget(self.notice)
        column.addLayout(self._place)
        column.addLayout(self._stack, 1)
        # Only now, with a parent: a stack shows its first widget at once, if need be as a window.
        for widget in (QWidget(), self.empty, self.table):
            self._stack.addWidget(widget)


def _told(counts: Mapping[ReferralState, int]) -> str:
    waiting, late = counts[ReferralState.WAITING], counts[ReferralState.OVERDUE]
    if not waiting:
        return "Nobody is waited for"
    words = "1 waits for a reply" if waiting == 1 else f"{waiting:,} wait for a reply"
    return f"{words}, {late:,} overdue" if late else words
