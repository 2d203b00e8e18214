"""What was left: what waits, what was settled, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.ui.drop.rows import LeftRow
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.drop.means import Means

_MOST, _SETTLED = 50, 20


@dataclass(frozen=True)
class Lying:
    """What lies here for this member."""

    waiting: tuple[LeftRecord, ...]
    total: int
    settled: tuple[LeftRecord, ...]
    set_aside: int
    stays: int


class DropPage(Page):
    """Two lists, and a card for what could not be read.

    Signals:
        left_wanted(RecordId): open this one.
    """

    left_wanted = Signal(str)
    shows = frozenset({Thing.LEFT, Thing.CASES, Thing.MEMBERS})

    def __init__(self, means: Means) -> None:
        super().__init__("Left for you")
        self._means = means
        self.header = PageHeader(
            self.title, self.tr("At the lock screen, or by a colleague without the key")
        )
        self.notice = FailureNotice()
        self.aside = Card(Tone.AMBER)
        self._aside_words = Label("", Voice.BODY).wrapped()
        self.aside.column.addWidget(self._aside_words)
        self.empty = EmptyState(
            Icon.MAIL,
            self.tr("Nothing waits here"),
            self.tr("What somebody leaves at the lock screen stands here once you unlock."),
        )
        self.rows: list[LeftRow] = []
        self._lists = QVBoxLayout()
        self._lists.setSpacing(18)
        self._lay_out()
        self.aside.hide()
        self.empty.hide()

    @override
    def read_again(self) -> None:
        self._means.worker.ask(self, _lying, self._show, self.notice.show_failure)

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, lying: Lying) -> None:
        self.notice.clear()
        self._aside_words.say(_aside(lying))
        self.aside.setVisible(bool(lying.set_aside or lying.stays))
        self.empty.setVisible(not lying.waiting and not lying.settled)
        while (item := self._lists.takeAt(0)) is not None:
            if (card := item.widget()) is not None:
                card.hide()
                card.deleteLater()
        self.rows = []
        more = lying.total - len(lying.waiting)
        waits = f"{lying.total} to settle" + (f", the first {_MOST} shown" if more else "")
        for title, records in ((waits, lying.waiting), ("Settled", lying.settled)):
            if records:
                self._lists.addWidget(self._card(title, records))

    def _card(self, title: str, records: tuple[LeftRecord, ...]) -> Card:
        card = Card()
        card.column.addWidget(Label(title, Voice.CARD_TITLE))
        for record in records:
            row = LeftRow(record)
            row.opened.connect(self.left_wanted)
            card.column.addWidget(row)
            self.rows.append(row)
        return card

    def _lay_out(self) -> None:
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        for widget in (self.header, self.notice, self.aside):
            column.addWidget(widget)
        column.addLayout(self._lists)
        column.addWidget(self.empty, 1)
        column.addStretch(0)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _lying(desk: Desk) -> Lying:
    drop = desk.drop
    page = drop.waiting(0, _MOST)
    return Lying(page.rows, page.total, drop.settled(_SETTLED), drop.set_aside(), drop.stays())


def _aside(lying: Lying) -> str:
    """Say what could not be read, and what could not be kept: both are still there."""
    said = []
    if lying.set_aside:
        places = "1 place" if lying.set_aside == 1 else f"{lying.set_aside} places"
        said.append(
            f"{places} in your file of the drop could not be read: changed, or made by another "
            "program. They are kept as they were, in the vault's folder for such things. If "
            "somebody asks after a note, say that it did not come through."
        )
    if lying.stays:
        notes = "1 note waits" if lying.stays == 1 else f"{lying.stays} notes wait"
        said.append(
            f"{notes} in the drop, still sealed: there is no room in a sealed case yet, or nobody "
            "holds the post it goes to. It is tried again every fifteen minutes."
        )
    return " ".join(said)
