"""Files on their way, on a child's page: where the file goes, what came, what is to be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.transfer import received_state
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.transfers import ChildTransfers, TransferView
    from dsl_desk.ui.work.worker import Worker


class FilesCard(Card):
    """Reads itself; shown for pupils, to whoever holds a key to Children.

    Signals:
        wanted(str): go to this entry of a register, or to its form.
    """

    wanted = Signal(str)

    def __init__(self, worker: Worker[Desk], person: RecordId) -> None:
        super().__init__()
        self._person = person
        self.lines: list[str] = []
        self.leaves = self._act(self.tr("They change school"), "leaves", RegisterName.TRANSFERS)
        self.asks = self._act(self.tr("Ask for a file"), "ask-file", RegisterName.FILES_RECEIVED)
        self.column.addWidget(Label(self.tr("Files to and from other schools"), Voice.CARD_TITLE))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        acts = QHBoxLayout()
        for button in (self.leaves, self.asks):
            acts.addWidget(button)
        acts.addStretch(1)
        self.column.addLayout(acts)
        self.hide()
        worker.ask(self, lambda desk: _read(desk, person), self._show)

    def _act(self, words: str, name: str, register: RegisterName) -> Button:
        button = Button(words, Kind.QUIET).sized(Size.SMALL)
        button.setObjectName(name)
        button.clicked.connect(lambda: self.wanted.emit(f"{register.value}/new/{self._person}"))
        return button

    def _show(self, told: ChildTransfers | None) -> None:
        if told is None:
            return
        for view in told.going:
            self._line(_going(view), view.entry.id)
        for one in told.coming:
            words = f"File asked of {one.draft.said('asked_of') or 'the school before'}: "
            self._line(words + label(received_state(one.draft.answers)), one.id)
        if told.ask_by:
            by = day_in_words(told.ask_by)
            self._line(f"A new starter: nobody has been asked for a file yet. Ask by {by}.")
        if told.leaves:
            self._line(self.tr("A last day is known, and nothing says where the file goes."))
        if not self.lines:
            self._line(self.tr("No file has gone to another school, and none has come."))
        self.show()

    def _line(self, words: str, record: str = "") -> None:
        self.lines.append(words)
        if not record:
            self._rows.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
            return
        link = Link(words)
        link.clicked.connect(lambda: self.wanted.emit(record))
        self._rows.addWidget(link)


def _read(desk: Desk, person: RecordId) -> ChildTransfers | None:
    return desk.transfers.of_child(person) if desk.transfers.is_pupil(person) else None


def _going(view: TransferView) -> str:
    said = view.entry.draft.said
    whom = said("school") or said("authority") or "a school nobody knows yet"
    late = ", late" if view.late else ""
    by = f" To be there by {day_in_words(said('due'))}{late}." if said("due") else ""
    return f"File to {whom}: {label(view.state).lower()}.{by}"
