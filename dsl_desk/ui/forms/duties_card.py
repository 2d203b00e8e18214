"""What the policy asks of a record: every duty for every one of its people, as it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.quiet import quiet
from dsl_desk.ui.forms.asked_item import SlipItem
from dsl_desk.ui.forms.duty_line import DutyLine
from dsl_desk.ui.forms.duty_news import news_of_rows
from dsl_desk.ui.forms.mark_form import MarkForm
from dsl_desk.ui.forms.policy_panel import SLIPS, slips_of
from dsl_desk.ui.kit.announcer import Announcer
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.forms.mark_form import Asks, Marking
    from dsl_desk.ui.work.worker import Worker

    Key = tuple[str, str]


class DutiesCard(Card):
    """Each recipient one by one; marking one leaves the others as they are.

    Signals:
        form_wanted(MarkForm): its form is to be opened.
        saved(MarkForm): what stands in it is to be written down.
        failed(DeskError): what is asked cannot be read.
    """

    form_wanted = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker[Desk], clock: Clock, marking: Marking) -> None:
        super().__init__()
        self._worker, self._clock, self._of = worker, clock, marking
        self.lines: tuple[DutyLine, ...] = ()
        self._marking: dict[Key, MarkForm] = {}
        self.announcer = Announcer(self)
        self.under = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.quiet = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._shown: list[QWidget] = []
        self._came_for = ""
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("What the policy asks"), Voice.CARD_TITLE))
        self.column.addWidget(self.under)
        self.column.addWidget(self.quiet)
        self.column.addLayout(self._rows)
        self.hide()

    def forms(self) -> tuple[MarkForm, ...]:
        """Return every form that was opened."""
        return tuple(self._marking.values())

    def read_again(self) -> None:
        """Ask how the duties stand."""
        self._worker.ask(self, self._of.asks, self.show_asks, self.failed.emit)

    def show_asks(self, asks: Asks) -> None:
        """Show every duty as it stands; what was typed about one stays."""
        self.announcer.say(news_of_rows([line.row for line in self.lines], asks.rows))
        for widget in self._shown:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.lines = tuple(DutyLine(row) for row in asks.rows)
        slips = slips_of(tuple(row.asked for row in asks.rows))
        heading = [Label(SLIPS, Voice.SECONDARY, Meaning.INK3)] if slips else []
        self._shown = [*self.lines, *heading, *(SlipItem(one) for one in slips)]
        for at, widget in enumerate(self._shown):
            self._rows.insertWidget(at, widget)
        for line in self.lines:
            line.wanted.connect(partial(self._open, line.row))
        self.under.say(asks.policy)
        self.quiet.say(quiet(asks.rows, asks.unseen))
        self.quiet.setVisible(bool(self.quiet.words))
        self.show()
        self._lead()

    def lead_to(self, key: str) -> None:
        """Open the form of a duty, once the duties are read: somebody came for that one."""
        self._came_for = key

    def _lead(self) -> None:
        key, self._came_for = self._came_for, ""
        for line in self.lines:
            if line.row.key == key and line.row.presses:
                self._open(line.row, DutyState.DONE)

    def _open(self, row: DutyRow, state: DutyState) -> None:
        key = (row.key, state.value)
        if key not in self._marking:
            form = MarkForm(self._of, row, state, self._clock)
            form.finished.connect(lambda: self.saved.emit(form))
            self._marking[key] = form
            self.column.addWidget(form)
        self.form_wanted.emit(self._marking[key])


def under_policy(mark: PolicyMark, today: PolicyMark) -> str:
    """Return under which version of the policy the duties of a record are asked."""
    if mark != NO_POLICY:
        return f"As it was when this was written: {mark.words()}"
    if today != NO_POLICY:
        return f"This was written before a policy was chosen. Asked by {today.words()}"
    return "No policy is chosen: law and guidance alone are asked"
