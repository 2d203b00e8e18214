"""Adults something is said about: allegations first, then low-level concerns, patterns on top."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.ui.allegations.rows import ConcernRow, LineRow, pattern_card
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.low_level import LowLevel, Pattern
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.allegations.means import Means


@dataclass(frozen=True)
class Listed:
    """What the page shows."""

    lines: tuple[AllegationRow, ...] = field(repr=False)
    concerns: tuple[LowLevel, ...] = field(repr=False)
    patterns: tuple[Pattern, ...] = field(repr=False)


class AdultsPage(Page):
    """What this member can open, and nothing that hints at more.

    Signals:
        allegation_wanted(RecordId): open this allegation.
        concern_wanted(RecordId): open this low-level concern.
        record_wanted(): record an allegation.
        share_wanted(): record a low-level concern.
        lado_wanted(): look after whom to ring.
    """

    allegation_wanted = Signal(str)
    concern_wanted = Signal(str)
    record_wanted = Signal()
    share_wanted = Signal()
    lado_wanted = Signal()
    shows = frozenset({Thing.ALLEGATIONS, Thing.CASES, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Adults")
        self._means = means
        self.record = Button(self.tr("Record an allegation"), Kind.PRIMARY, icon=Icon.PLUS)
        self.share = Button(self.tr("Low-level concern"))
        self.lado = Button(self.tr("Whom to ring"), icon=Icon.PHONE)
        subtitle = self.tr("Allegations and low-level concerns. Only what you can open stands here")
        self.header = PageHeader(self.title, subtitle)
        for button in (self.lado, self.share, self.record):
            self.header.put_right(button)
        self.notice = FailureNotice()
        self.lines: list[LineRow] = []
        self.concerns: list[ConcernRow] = []
        self.empty = EmptyState(
            Icon.ID_CARD,
            self.tr("Nothing is here"),
            self.tr(
                "An allegation, or a sense of unease about an adult, is written down here. Who"
                " receives it is said before the first word."
            ),
        )
        self._body = QVBoxLayout()
        self._lay_out()
        self.record.clicked.connect(self.record_wanted)
        self.share.clicked.connect(self.share_wanted)
        self.lado.clicked.connect(self.lado_wanted)

    @override
    def read_again(self) -> None:
        self._means.worker.ask(self, _listed, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, listed: Listed) -> None:
        self.notice.clear()
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        now = self._means.clock.now()
        self.lines = [LineRow(line, now) for line in listed.lines]
        self.concerns = [ConcernRow(concern) for concern in listed.concerns]
        for row in self.lines:
            row.opened.connect(self.allegation_wanted)
        for concern in self.concerns:
            concern.opened.connect(self.concern_wanted)
        for pattern in listed.patterns:
            self._body.addWidget(pattern_card(pattern))
        for title, rows in (
            (self.tr("Allegations"), self.lines),
            (self.tr("Low-level concerns"), self.concerns),
        ):
            if rows:
                self._body.addWidget(_card(title, rows))
        self.empty.setVisible(not listed.lines and not listed.concerns)

    def _lay_out(self) -> None:
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(16)
        self._body.setSpacing(14)
        for widget in (self.header, self.notice):
            column.addWidget(widget)
        column.addLayout(self._body)
        column.addWidget(self.empty, 1)
        column.addStretch(0)
        self.empty.hide()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _listed(desk: Desk) -> Listed:
    return Listed(desk.allegations.list(), desk.low_level.list(), desk.low_level.patterns())


def _card(title: str, rows: list[LineRow] | list[ConcernRow]) -> Card:
    card = Card()
    card.column.setSpacing(0)
    card.column.addWidget(Label(title, Voice.CARD_TITLE))
    card.column.addSpacing(6)
    for row in rows:
        card.column.addWidget(row)
    return card
