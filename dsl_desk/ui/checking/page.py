"""Checking by somebody else: this term's sample, who opened what, and the findings so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.words import label
from dsl_desk.ui.checking.acts_card import ActsCard
from dsl_desk.ui.checking.sample_card import SampleCard
from dsl_desk.ui.checking.signed_card import SignedCard
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.forms.tall_as_needed import TallAsNeeded
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from dsl_desk.domain.checking_a_term import CheckStanding
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.checking.means import Means

_WIDEST: Final = 980
_LONGEST_NAME: Final = 12


class CheckingPage(Page):
    """One part at a time; of several, the one that was chosen.

    Signals:
        read_wanted(str, str): the kind of a record and the record.
        finding_wanted(str): write the finding about this part.
        paper_wanted(Wish): a signed check, for governors.
    """

    read_wanted = Signal(str, str)
    finding_wanted = Signal(str)
    paper_wanted = Signal(object)
    shows = frozenset({Thing.CHECKS, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Checking by somebody else")
        self._means = means
        self._entry = EntryId(fresh_id(means.clock.now()))
        self._parts: tuple[Compartment, ...] = ()
        self.is_read = False
        self.part = Pick((), self.tr("Which part"))
        self.part.activated.connect(self.read_again)
        self.header = PageHeader(self.title)
        self.header.put_right(self.part)
        self.notice = FailureNotice()
        self.sample, self.acts = SampleCard(), ActsCard()
        self.sample.draw_wanted.connect(self._draw)
        self.sample.read_wanted.connect(self.read_wanted)
        self.sample.sign_wanted.connect(self._sign)
        self.signed: list[SignedCard] = []
        self._lay_out()

    @override
    def read_again(self) -> None:
        chosen = max(0, self.part.currentIndex())

        def read(desk: Desk) -> tuple[tuple[Compartment, ...], CheckStanding]:
            parts = desk.checks.parts()
            # Whoever holds no key to any of them is told so, as everywhere.
            part = parts[min(chosen, len(parts) - 1)] if parts else Compartment.CHILDREN
            return parts, desk.checks.standing(part)

        self._means.worker.ask(self, read, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def export(self) -> None:
        if self.signed:
            self.paper_wanted.emit(self.signed[0].wish)

    def _show(self, read: tuple[tuple[Compartment, ...], CheckStanding]) -> None:
        self._parts, standing = read
        self.notice.clear()
        if not self.part.count():
            self.part.addItems([label(part) for part in self._parts])
            self.part.setMinimumContentsLength(_LONGEST_NAME)
        self.part.setVisible(len(self._parts) > 1)
        told = self.tr("Once a term somebody who does not keep these records looks at some of them")
        self.header.say(self.title, told)
        self.sample.show_standing(standing)
        self.acts.show_standing(standing)
        for card in self.signed:
            self._before.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.signed = [SignedCard(check) for check in standing.signed]
        for card in self.signed:
            card.paper_wanted.connect(self.paper_wanted)
            card.setMaximumWidth(_WIDEST)
            self._before.addWidget(card)
        self.is_read = True

    def _chosen(self) -> Compartment:
        return self._parts[max(0, self.part.currentIndex())]

    def _draw(self) -> None:
        part, entry = self._chosen(), self._entry

        def drawn(_check: RecordId) -> None:
            self._entry = EntryId(fresh_id(self._means.clock.now()))

        self.notice.clear()
        self._means.worker.do(
            self, lambda desk: desk.checks.draw(part, entry), drawn, self.notice.show_failure
        )

    def _sign(self) -> None:
        self.finding_wanted.emit(self._chosen().value)

    def _lay_out(self) -> None:
        work = TallAsNeeded()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self.sample, self.acts):
            column.addWidget(widget)
        for card in (self.sample, self.acts):
            card.setMaximumWidth(_WIDEST)
        self._before = QVBoxLayout()
        self._before.setSpacing(18)
        column.addLayout(self._before)
        column.addStretch(1)
        self.sheet = QScrollArea()
        self.sheet.setAccessibleName(self.tr("Checking by somebody else"))
        self.sheet.setWidgetResizable(True)
        self.sheet.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.sheet)
