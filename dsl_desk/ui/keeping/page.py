"""What is kept, and how long: what waits, what is due, what is on hold, and the periods."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full, in_sentence
from dsl_desk.domain.errors import DeskError, DraftError
from dsl_desk.domain.legal_hold import Held
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.keeping.acts import OPENED, Acts
from dsl_desk.ui.keeping.period_form import PeriodForm
from dsl_desk.ui.keeping.questions import called
from dsl_desk.ui.keeping.rows import Row, Rows
from dsl_desk.ui.keeping.seen import A_STRETCH, Seen, see
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.retention import Rule
    from dsl_desk.ui.keeping.means import Means

_WIDEST = 980


class KeepingPage(Page):
    """Cards under one another; nothing here happens by itself.

    Signals:
        record_wanted(str, str): open this kind of record, to read it before it is decided about.
    """

    record_wanted = Signal(str, str)
    shows = frozenset(Thing) - {Thing.DRAFTS, Thing.CASES}

    def __init__(self, means: Means, record: str = "") -> None:
        super().__init__("What is kept, and how long")
        self.is_read = False
        self._means, self._record, self._count = means, record, A_STRETCH
        self.header = PageHeader(
            self.title, self.tr("Nothing is disposed of by itself. On its day, two people decide.")
        )
        self.notice = FailureNotice()
        self.acts = Acts(self, means)
        self.acts.done.connect(self.said)
        self.acts.failed.connect(self._fail)
        self._make_cards()
        self.form = PeriodForm()
        self.form.finished.connect(self._change)
        self.form.closed.connect(self._close_form)
        self.more = Button(self.tr("Show more"))
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._lay_out()

    @override
    def read_again(self) -> None:
        record, count = self._record, self._count
        self._means.worker.ask(
            self, lambda desk: see(desk, record, count), self._show, self.notice.show_failure
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def step_back(self) -> None:
        if self.form.isVisible():
            self._close_form()
        else:
            super().step_back()

    def _show(self, seen: Seen) -> None:
        self.is_read = True
        self.one.setVisible(seen.one is not None)
        self.one.show_rows([self._kept(seen.one)] if seen.one else [])
        self.waiting.show_rows([self._proposed(one, seen) for one in seen.waiting])
        self.due.show_rows([self._kept(one) for one in seen.due.rows])
        self.held.show_rows([self._kept(one) for one in seen.held.rows])
        self.disposed.show_rows([self._done(one) for one in seen.done])
        self.disposed.setVisible(bool(seen.done))
        most = max(seen.due.total, seen.held.total)
        self.more.setVisible(most > self._count)
        self.classes.explain(
            f"Last looked up on {in_sentence(seen.checked_on)}. A school may keep a class for "
            "another time, with its reason."
        )
        self.classes.show_rows([self._class(rule) for rule in seen.rules.values()])

    def _kept(self, kept: Kept) -> Row:
        title = " · ".join(part for part in (kept.ref, kept.what) if part) or label(kept.of)
        buttons = [_small(self.tr("Put on hold"), partial(self.acts.hold, kept), title)]
        if kept.held is not Held.NOT:
            buttons = [_small(self.tr("Lift the hold"), partial(self.acts.lift, kept), title)]
        else:
            words = self.tr("Propose disposal")
            buttons.append(_small(words, partial(self.acts.propose, kept), title))
        buttons[:0] = self._open(kept, title)
        today = self._means.clock.now().date()
        return Row(title, f"{label(kept.of)}. {kept.line(today)}", *buttons)

    def _proposed(self, one: Proposal, seen: Seen) -> Row:
        draft, kept = one.draft, seen.about.get(one.draft.record)
        title = " · ".join(part for part in (called(one), kept.what if kept else "") if part)
        opens = self._open(kept, title) if kept else ()
        line = f"{one.proposer} proposed it on {in_full(one.proposed_at)}: {draft.reason}"
        if draft.early and draft.early != draft.reason:
            line = f"{line} Before its day: {draft.early}"
        if one.id not in seen.mine:
            words = self.tr("You proposed it: it takes another person.")
            if one.proposed_by != self._means.member.id:
                words = self.tr("It takes somebody who can write in this part.")
            return Row(title[:1].upper() + title[1:], f"{line}\n{words}", *opens)
        return Row(
            title[:1].upper() + title[1:],
            line,
            *opens,
            _small(self.tr("Refuse"), partial(self.acts.refuse, one), title),
            _small(self.tr("Agree"), partial(self.acts.agree, one), title, Kind.PRIMARY),
        )

    def _open(self, kept: Kept, title: str) -> tuple[Button, ...]:
        if kept.kind not in OPENED:
            return ()
        act = partial(self.record_wanted.emit, kept.kind, kept.record)
        return (_small(self.tr("Open"), act, title),)

    def _done(self, one: Proposal) -> Row:
        title = called(one)
        when = in_full(one.answered_at or one.proposed_at)
        line = f"{when}. Proposed by {one.proposer}, agreed by {one.answerer}."
        button = _small(self.tr("Certificate"), partial(self.acts.certify, one), title)
        return Row(title[:1].upper() + title[1:], line, button)

    def _class(self, rule: Rule) -> Row:
        line = f"Kept {rule.why}. Source: {rule.source}."
        if rule.changed:
            line = f"Kept {rule.why}: {rule.changed.rstrip('.')}. It was: {rule.source}."
        buttons = []
        if rule.terms:
            words = self.tr("Change")
            buttons = [_small(words, partial(self._ask_for, rule), label(rule.of))]
        return Row(label(rule.of), line, *buttons)

    def _ask_for(self, rule: Rule) -> None:
        self.form.ask_for(rule)
        self._column.activate()  # else it has no place yet to be scrolled to
        self._area.ensureWidgetVisible(self.form)

    def _change(self) -> None:
        self.notice.clear()
        problems = self.form.problems()
        self.form.show_problems(problems)
        if not problems:
            self.acts.change(self.form.draft())

    def _fail(self, error: DeskError) -> None:
        if isinstance(error, DraftError) and self.form.isVisible():
            self.form.show_problems(error.problems)
        else:
            self.notice.show_failure(error)

    def _close_form(self) -> None:
        self.form.hide()
        self.header.take_focus()

    def _show_more(self) -> None:
        self._count += A_STRETCH
        self.read_again()

    def _make_cards(self) -> None:
        self.one = Rows(self.tr("This record"), "")
        self.waiting = Rows(
            self.tr("Waiting for a second person"),
            self.tr("Whoever proposed it never agrees to it."),
            self.tr("Nothing is proposed for disposal."),
        )
        self.due = Rows(
            self.tr("Due for review"),
            self.tr("Its day has come. Keep it, put it on hold, or propose that it goes."),
            self.tr("Nothing is due for review."),
        )
        self.held = Rows(
            self.tr("On hold"),
            self.tr("Kept whatever the day, until somebody lifts the hold with a reason."),
            self.tr("Nothing is on hold."),
        )
        self.disposed = Rows(self.tr("Disposed of"), self.tr("Each has its certificate."))
        self.classes = Rows(self.tr("How long each kind is kept"), "")
        self.acts.done.connect(lambda _words: self.form.hide())

    def _lay_out(self) -> None:
        work, area = QWidget(), QScrollArea()
        self._area, self._column = area, QVBoxLayout(work)
        column = self._column
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        cards = (self.one, self.waiting, self.due, self.held)
        for widget in (self.header, self.notice, *cards):
            column.addWidget(widget)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for below in (self.disposed, self.form, self.classes):
            column.addWidget(below)
        for card in (*cards, self.disposed, self.form, self.classes):
            card.setMaximumWidth(_WIDEST)
        self.one.hide()
        self.disposed.hide()
        column.addStretch(1)
        area.setWidgetResizable(True)
        area.setAccessibleName(self.title)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _small(words: str, act: Callable[[], None], about: str, kind: Kind = Kind.SECONDARY) -> Button:
    button = Button(words, kind).sized(Size.SMALL)
    button.setAccessibleName(f"{words}: {about}")
    button.clicked.connect(lambda _on=False: act())
    return button
