"""One entry of a register: what stands there, until when somebody looks again, its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.registers.standing import time_left
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.duties_part import DutiesPart
from dsl_desk.ui.forms.marking import marking_of
from dsl_desk.ui.forms.who_opens import WhoOpens
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.registers.transfer_card import ParcelCard, TransferCard
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.registers.register import Register, Registered
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.registers.means import Means

    Read = tuple[Registered, tuple[Registered, ...], Register]

_MARKED: Final = "It is marked, and kept with the entry"
_WIDEST: Final = 980
_GROUP: Final = 4


class EntryPage(Page):
    """Facts in pairs, in the order of the form, and every version with its reason.

    Signals:
        change_wanted(str): write what stands there from now on.
        answer_wanted(str): a request is answered on a page of its own.
        leave_wanted(str): make the parcel of a leaver.
        take_in_wanted(str): take in the parcel of a new starter.
    """

    change_wanted = Signal(str)
    answer_wanted = Signal(str)
    leave_wanted = Signal(str)
    take_in_wanted = Signal(str)
    shows = frozenset({Thing.REGISTERS, Thing.MEMBERS, Thing.POLICY, Thing.DUTIES})

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Register")
        self._means = means
        self._record = record
        self.is_read = False
        self.change = Button(self.tr("Change"))
        self.change.setObjectName("change-entry")
        self.change.clicked.connect(lambda: self.change_wanted.emit(record))
        self.answer = Button(self.tr("Answer this request"), Kind.PRIMARY)
        self.answer.setObjectName("answer-request")
        self.answer.clicked.connect(lambda: self.answer_wanted.emit(record))
        self.answer.hide()
        self._chip = WhoOpens(means.worker)
        self.header = PageHeader(self.title, "", self._chip)
        self.header.put_right(self.change)
        self.header.put_right(self.answer)
        self._chip.told.connect(self.header.say_again)
        self.notice = FailureNotice()
        self.duties = DutiesPart(
            means, marking_of(record, lambda desk: desk.register_duties), _MARKED
        )
        self.duties.setMaximumWidth(_WIDEST)
        self.duties.done.connect(self._say_done)
        self.duties.failed.connect(self.notice.show_failure)
        self._body, self._history = QVBoxLayout(), QVBoxLayout()
        for column in (self._body, self._history):
            column.setSpacing(16)
        self._lay_out()

    @override
    def read_again(self) -> None:
        record = self._record
        self._chip.read_again()
        self.duties.read_again()
        self._means.worker.ask(
            self,
            lambda desk: _read(desk, record),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def step_back(self) -> None:
        if self.duties.close_form():
            self.header.take_focus()
        else:
            super().step_back()

    def _say_done(self, words: str) -> None:
        self.header.take_focus()
        self.said.emit(words)

    def _show(self, read: Read) -> None:
        entry, versions, register = read
        self.is_read = True
        self.title = register.title
        self._chip.be_of(register.part)
        self.answer.setVisible(register.name is RegisterName.SUBJECT_REQUESTS)
        written = self.tr("Written {time} by {who}, version {version}")
        self.header.say(
            register.title_of(entry.draft),
            f"{register.title} · "
            + written.replace("{time}", in_full(entry.written_at))
            .replace("{who}", entry.author)
            .replace("{version}", str(entry.version)),
        )
        due = (*self._due(register, entry), *self._transfer(register, entry))
        _fill(self._body, (*due, _facts(register, entry)))
        _fill(self._history, (_history(versions), _ledger(entry)))
        self._history.addStretch(1)

    def _due(self, register: Register, entry: Registered) -> list[QWidget]:
        """Return until when somebody looks again, if anybody has to."""
        due = register.due(entry.draft)
        if not due:
            return []
        left = time_left(due, self._means.clock.now())
        card = Card(Tone.RED if left.late else Tone.AMBER)
        words = f"{_DUE.get(register.name.value, 'Look again by')} {told_in_full(due)}"
        card.column.addWidget(Label(words, Voice.STRONG).wrapped())
        card.column.addWidget(Label(left.words, Voice.SECONDARY, Meaning.INK2).wrapped())
        return [card]

    def _transfer(self, register: Register, entry: Registered) -> list[QWidget]:
        """Return how a leaver's file stands, and what is done next."""
        if register.name is RegisterName.FILES_RECEIVED:
            came = ParcelCard(child=bool(entry.draft.people.get("child")))
            came.take_in.clicked.connect(lambda: self.take_in_wanted.emit(entry.id))
            return [came]
        if register.name is not RegisterName.TRANSFERS:
            return []
        card = TransferCard(self._means.worker, entry.id)
        card.make_wanted.connect(lambda: self.leave_wanted.emit(entry.id))
        return [card]

    def _lay_out(self) -> None:
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(self._body)
        column.addWidget(self.duties)
        column.addLayout(self._history, 1)
        self.sheet = QScrollArea()
        self.sheet.setAccessibleName(self.tr("What stands in the register"))
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)


_DUE: Final = {
    "data_breach": "Tell the ICO, or decide that it is not to be told, by",
    "photo_consent": "The consent holds until",
    "account_we_run": "Look through the account by",
    "take_down": "Look again on",
    "subject_request": "Answer by",
    "filtering_look": "Look at it again by",
    "child_transfer": "Send the file, or chase its receipt, by",
    "file_received": "Chase on",
}


def _read(desk: Desk, record: RecordId) -> Read:
    entry = desk.registers.open(record)
    called = desk.registers.as_called(entry.draft.register)
    return entry, desk.registers.versions(record), called


def _fill(column: QVBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Put these in the place of what stood there; the duties between them stay as they are."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for each in widgets:
        each.setMaximumWidth(_WIDEST)
        column.addWidget(each)


def _facts(register: Register, entry: Registered) -> QWidget:
    card = Card()
    grid = QGridLayout()
    grid.setHorizontalSpacing(28)
    grid.setVerticalSpacing(10)
    told = [(blank, blank.told(entry.draft.said(blank.name))) for blank in register.blanks]
    for number, (blank, words) in enumerate([one for one in told if one[1]]):
        pair = QVBoxLayout()
        pair.setSpacing(1)
        pair.addWidget(Label(blank.label, Voice.SECONDARY, Meaning.INK3).wrapped())
        pair.addWidget(Label(words, Voice.STRONG).wrapped())
        pair.addStretch(1)
        grid.addLayout(pair, number // 2, number % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    card.column.addLayout(grid)
    return card


def _history(versions: tuple[Registered, ...]) -> QWidget:
    card = Card()
    card.column.setSpacing(10)
    card.column.addWidget(Label("History", Voice.CARD_TITLE))
    for each in reversed(versions):
        when = f"Version {each.version}, {in_full(each.written_at)}, {each.author}"
        card.column.addWidget(Label(when, Voice.STRONG).wrapped())
        reason = each.reason or "Written for the first time."
        card.column.addWidget(Label(reason, Voice.SECONDARY, Meaning.INK2).wrapped())
        if under := each.draft.policy.words():
            words = f"Policy in force: {under}"
            card.column.addWidget(Label(words, Voice.META, Meaning.INK3).wrapped())
    return card


def _ledger(entry: Registered) -> QWidget:
    digits = entry.entry.fingerprint
    groups = " ".join(digits[at : at + _GROUP] for at in range(0, 4 * _GROUP, _GROUP))
    said = f"Ledger entry {entry.entry.number:,} · fingerprint {groups}"
    return Label(said, Voice.META, Meaning.INK3)
