"""One request to see what is kept: its clock, who has answered, what was found, what leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.ids import EntryId, MemberId, fresh_id
from dsl_desk.domain.reading_days import day_in_words
from dsl_desk.domain.registers.standing import time_left
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.subject.asked_card import AskedCard
from dsl_desk.ui.subject.items_card import ItemsCard
from dsl_desk.ui.subject.searched_card import SearchedCard
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.subject_requests import Standing
    from dsl_desk.ui.subject.means import Means

_WIDEST: Final = 980


class SubjectPage(Page):
    """What is done about a request; what it says itself is changed in its register.

    Signals:
        entry_wanted(): the request as it stands in its register.
        decide_wanted(str, str), copy_wanted(str), schedule_wanted(str), read_wanted(str, str):
            as the cards of the parts say them.
    """

    decide_wanted = Signal(str, str)
    copy_wanted = Signal(str)
    schedule_wanted = Signal(str)
    read_wanted = Signal(str, str)
    shows = frozenset({Thing.REGISTERS, Thing.CONCERNS, Thing.STEPS, Thing.MEMBERS})

    def __init__(self, means: Means, request: RecordId) -> None:
        super().__init__("Answer a request")
        self._means, self._request = means, request
        self._entry = EntryId(fresh_id(means.clock.now()))
        self.is_read = False
        self.header = PageHeader(self.title)
        self.notice = FailureNotice()
        self.clock = Card(Tone.AMBER)
        self._by = Label("", Voice.STRONG).wrapped()
        self._left = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.asked, self.searched = AskedCard(), SearchedCard()
        self.cards: list[ItemsCard] = []
        self._found = QVBoxLayout()
        self._found.setSpacing(18)
        self._lay_out()
        self.asked.answered.connect(self._answer)
        self.asked.note_wanted.connect(lambda member: self._answer(MemberId(member)))
        self.searched.wanted.connect(self._write_searched)

    @override
    def read_again(self) -> None:
        request = self._request
        self._means.worker.ask(
            self,
            lambda desk: desk.subject.standing(request),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, standing: Standing) -> None:
        draft = standing.request.draft
        asks = f"Asked by {draft.said('requester')} on {day_in_words(draft.said('received'))}"
        self.header.say(f"What is kept about {draft.said('about')}", asks)
        self._show_clock(standing)
        self.asked.show_standing(standing)
        self.searched.show_standing(standing)
        for card in self.cards:
            self._found.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ItemsCard(part, standing.of(part)) for part in standing.parts()]
        for card in self.cards:
            card.setMaximumWidth(_WIDEST)
            card.decide_wanted.connect(self.decide_wanted)
            card.copy_wanted.connect(self.copy_wanted)
            card.schedule_wanted.connect(self.schedule_wanted)
            card.read_wanted.connect(self.read_wanted)
            self._found.addWidget(card)
        self.is_read = True

    def _show_clock(self, standing: Standing) -> None:
        draft = standing.request.draft
        due, over = draft.said("answer_by"), bool(draft.said("outcome"))
        self.clock.setVisible(bool(due) and not over)
        if due and not over:
            left = time_left(due, self._means.clock.now())
            self.clock.set_tone(Tone.RED if left.late else Tone.AMBER)
            longer = (
                self.tr(" Two further months were taken.") if draft.said("extended_why") else ""
            )
            self._by.say(self.tr("Answer by {day}").replace("{day}", day_in_words(due)))
            self._left.say(f"{left.words}.{longer}")

    def _answer(self, member: MemberId | None = None) -> None:
        request, entry = self._request, self._entry
        self._do(lambda desk: desk.subject.answer(request, entry, member))

    def _write_searched(self) -> None:
        request, entry = self._request, self._entry
        self._do(lambda desk: desk.subject.write_searched(request, entry))

    def _do(self, command: Callable[[Desk], Changed[RecordId]]) -> None:
        def done(_request: RecordId) -> None:
            self._entry = EntryId(fresh_id(self._means.clock.now()))

        self.notice.clear()
        self._means.worker.do(self, command, done, self.notice.show_failure)

    def _lay_out(self) -> None:
        self.clock.column.addWidget(self._by)
        self.clock.column.addWidget(self._left)
        self.clock.hide()
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        widgets: tuple[QWidget, ...] = (self.clock, self.searched, self.asked)
        for widget in (self.header, self.notice, *widgets):
            column.addWidget(widget)
        for widget in widgets:
            widget.setMaximumWidth(_WIDEST)
        column.addLayout(self._found)
        column.addStretch(1)
        self.sheet = QScrollArea()
        self.sheet.setAccessibleName(self.tr("The request"))
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)
