"""The yearly round: issued to all staff, nil forms at one key each, who is late, its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.coded_answer import code_typed
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.reading_days import day_in_words, read_day
from dsl_desk.ui.declarations.advice import advice_on
from dsl_desk.ui.declarations.leaving import Leaving
from dsl_desk.ui.declarations.round_cards import IssueCard, counted
from dsl_desk.ui.declarations.waiting_card import WaitingCard
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.beside import show_beside
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.question import Question
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.declaration import Declaration
    from dsl_desk.domain.declaration_round import RoundStands
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.declarations.means import Means

    Read = tuple[RoundStands | None, int, int]

_WIDEST_CODE: Final = 200


class RoundPage(Page):
    """Before a round: how many would be asked. In one: what came back, and who is to be chased.

    Signals:
        answer_wanted(str): a form with links came back: enter it, by its code.
    """

    answer_wanted = Signal(str)
    shows = frozenset({Thing.DECLARATIONS, Thing.PEOPLE, Thing.CASES, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Yearly round")
        self._means = means
        self.stands: RoundStands | None = None
        self.notice = FailureNotice()
        self._leaving = Leaving(self, means, self.notice.show_failure)
        self._chip = WhoOpens(means.worker, Compartment.DECLARATIONS)
        self.header = PageHeader(self.title, "", self._chip)
        self._chip.told.connect(self.header.say_again)
        self.issue = IssueCard()
        self.code = Line("", "QK7-M3P")
        self.code.setMaximumWidth(_WIDEST_CODE)
        hint = self.tr("Type the code, then Enter: there is nothing to declare. Or use the list.")
        self.field = Field(self.tr("A form came back"), self.code, hint)
        self.links = Button(self.tr("It has links"), icon=Icon.SIGNATURE)
        self.same = Button(self.tr("Nothing has changed"))
        self.told = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.forms = Button(self.tr("Print forms"), icon=Icon.PRINTER)
        self.chase = Button(self.tr("Chase list"), icon=Icon.FILE_DOWN)
        self.starters = Button("", icon=Icon.USER_ROUND_PLUS)
        self.close_round = Button(self.tr("Close the round"))
        self.came, self._waiting = Card(), QVBoxLayout()
        self.waiting: WaitingCard | None = None
        self._lay_out()
        self._listen()

    @override
    def read_again(self) -> None:
        self._chip.read_again()
        self._means.worker.ask(self, _read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def finish(self) -> None:
        if self.stands is None:
            self._issue()

    def _show(self, read: Read) -> None:
        self.stands, staff, new = read
        going = self.stands is not None
        self.issue.setVisible(not going)
        self.came.setVisible(going)
        self.issue.say_staff(staff)
        self.starters.setText(f"Ask {new} who started since")
        self.starters.setVisible(new > 0)
        chosen = "" if self.waiting is None else self.waiting.chosen()
        if self.waiting is not None:
            self._waiting.removeWidget(self.waiting)
            self.waiting.hide()
            self.waiting.deleteLater()
            self.waiting = None
        if self.stands is None:
            self.header.say(self.title, self.tr("No round goes on"))
            return
        due = day_in_words(self.stands.round.draft.due_on)
        self.header.say(f"{self.title} {self.stands.round.draft.title}", f"Due {due}")
        self.told.say(counted(self.stands))
        self.waiting = WaitingCard(self.stands)
        self.waiting.nil_wanted.connect(self._enter)
        self._waiting.addWidget(self.waiting)
        if chosen:
            self.waiting.choose(chosen)

    def _issue(self) -> None:
        title, due = self.issue.name.text(), read_day(self.issue.due.text())
        entry = self._fresh()
        show_beside(self.issue.fields, (), advice_on)
        self._do(
            lambda desk: desk.declaration_rounds.issue(title, due, entry),
            self.tr("The round is issued. Print the forms."),
        )

    def _nil(self) -> None:
        self._enter(self.code.text())

    def _enter(self, code: str, *, same: bool = False) -> None:
        """Take in a form with nothing on it, or with nothing new."""
        entry = self._fresh()
        self.field.clear_error()

        def take(desk: Desk) -> Changed[Declaration]:
            rounds = desk.declaration_rounds
            return rounds.as_before(code, entry) if same else rounds.nil(code, entry)

        def entered(declaration: Declaration) -> None:
            self.code.clear()
            what = self.tr("as last time") if same else self.tr("nothing to declare")
            self.said.emit(f"{declaration.draft.by}: {what}")

        self._means.worker.do(self, take, entered, self._fail)

    def _enter_links(self) -> None:
        code = self.code.text()
        self.field.clear_error()
        self._means.worker.ask(
            self,
            lambda desk: desk.declaration_rounds.begun(code),
            lambda _draft: self.answer_wanted.emit(code_typed(code)),
            self._fail,
        )

    def _ask_starters(self) -> None:
        of, entry = self.stands, self._fresh()
        if of is not None:
            self._do(
                lambda desk: desk.declaration_rounds.ask_starters(of, entry),
                self.tr("They are asked too. Print the forms."),
            )

    def _close(self) -> None:
        of, entry = self.stands, self._fresh()
        if of is None:
            return
        question = Question(
            title=self.tr("Close this round?"),
            sentence=f"{counted(of)} Who has not answered stays written down as such.",
            act=self.tr("Close the round"),
            keep=self.tr("Keep it open"),
            reason=self.tr("Why now?"),
        )
        answer = self._means.ask.confirm(self, question)
        if answer is not None:
            why = answer.reason
            self._do(
                lambda desk: desk.declaration_rounds.close(of, why, entry),
                self.tr("The round is closed"),
            )

    def _print(self, *, forms: bool) -> None:
        of = self.stands
        if of is None:
            return
        if forms:
            self._leaving.send(
                "Forms.pdf", lambda desk: desk.declaration_papers.forms(of), self.forms
            )
        else:
            self._leaving.send(
                "Not answered.pdf", lambda desk: desk.declaration_papers.chase_list(of), self.chase
            )

    def _do(self, act: Callable[[Desk], Changed[object]], words: str) -> None:
        self.notice.clear()
        self._means.worker.do(self, act, lambda _done: self.said.emit(words), self._fail)

    def _fail(self, error: DeskError) -> None:
        if isinstance(error, DraftError):
            fields = {"code": self.field} if self.stands is not None else self.issue.fields
            wrong = show_beside(fields, error.problems, advice_on)
            for one in wrong[:1]:
                one.control.setFocus()
        else:
            self.notice.show_failure(error)

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._means.clock.now()))

    def _listen(self) -> None:
        self.issue.button.clicked.connect(self._issue)
        self.code.returnPressed.connect(self._nil)
        self.links.clicked.connect(self._enter_links)
        self.same.clicked.connect(lambda: self._enter(self.code.text(), same=True))
        self.forms.clicked.connect(lambda: self._print(forms=True))
        self.chase.clicked.connect(lambda: self._print(forms=False))
        self.starters.clicked.connect(self._ask_starters)
        self.close_round.clicked.connect(self._close)

    def _lay_out(self) -> None:
        acts = QHBoxLayout()
        acts.setSpacing(10)
        buttons = (self.same, self.links, self.forms, self.chase, self.starters, self.close_round)
        for button in buttons:
            acts.addWidget(button)
        acts.addStretch(1)
        self.came.column.setSpacing(14)
        self.came.column.addWidget(self.told)
        self.came.column.addWidget(self.field)
        self.came.column.addLayout(acts)
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        for widget in (self.header, self.notice, self.issue, self.came):
            column.addWidget(widget)
        column.addLayout(self._waiting)
        column.addStretch(1)
        self.issue.hide()
        self.came.hide()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.tr("The round"))
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _read(desk: Desk) -> Read:
    of = desk.declaration_rounds.open_round()
    staff = len(desk.declaration_rounds.staff())
    return of, staff, 0 if of is None else len(desk.declaration_rounds.starters(of))
