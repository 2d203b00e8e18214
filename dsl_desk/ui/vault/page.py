"""The vault's page: who can open what, the ledger, the copies, your kit, your sealed cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.kit.sheets import Sheets
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.vault.away_card import AwayCard
from dsl_desk.ui.vault.cases_card import CasesCard
from dsl_desk.ui.vault.copies_card import CopiesCard
from dsl_desk.ui.vault.drop_card import DropCard
from dsl_desk.ui.vault.keeping_card import KeepingCard
from dsl_desk.ui.vault.kit_card import KitCard
from dsl_desk.ui.vault.kit_pane import KitPane
from dsl_desk.ui.vault.ledger_card import LedgerCard
from dsl_desk.ui.vault.lock_card import LockCard
from dsl_desk.ui.vault.number_card import NumberCard
from dsl_desk.ui.vault.out_card import OutCard
from dsl_desk.ui.vault.posts_card import PostsCard
from dsl_desk.ui.vault.who_card import WhoCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.ways_in import Kit
    from dsl_desk.ui.vault.means import Means

_SIDES = 28
_GAP = 16
_RIGHT = 336
_TWO_FROM = 1140  # width of the window; below it cards stand under one another (look.md 8)


class VaultPage(Page):
    """Two columns of cards; one under the other where both do not fit.

    Signals:
        member_wanted(): add a member.
        join_wanted(): bring two copies together.
        keeping_wanted(): show what is kept, and how long.
        everything_wanted(): take out all that this member may open.
        paper_wanted(Wish): an extract from the ledger for somebody.
    """

    member_wanted = Signal()
    join_wanted = Signal()
    keeping_wanted = Signal()
    everything_wanted = Signal()
    paper_wanted = Signal(object)
    shows = frozenset({Thing.MEMBERS, Thing.VAULT, Thing.CASES, Thing.CONCERNS})

    def __init__(self, means: Means) -> None:
        super().__init__("Vault")
        self.add = Button(self.tr("Add a member"), icon=Icon.USER_ROUND_PLUS)
        self.add.clicked.connect(self.member_wanted)
        subtitle = self.tr("Kept on this laptop, each part under its own key")
        self.header = PageHeader(self.title, subtitle, self.add)
        self.who = WhoCard(means)
        self.ledger = LedgerCard(means)
        self.copies = CopiesCard(means)
        self.kit = KitCard(means)
        self.cases, self.drop = CasesCard(means), DropCard(means)
        self.posts = PostsCard(means)
        self.lock, self.number = LockCard(means), NumberCard(means)
        self.keeping, self.away = KeepingCard(), AwayCard(means)
        self.keeping.keeping_wanted.connect(self.keeping_wanted)
        self.out = OutCard()
        self.out.everything_wanted.connect(self.everything_wanted)
        self.copies.join_wanted.connect(self.join_wanted)
        self.ledger.paper_wanted.connect(self.paper_wanted)
        self.who.shown.connect(self._fold)
        self._means = means
        self.pane = KitPane(means)
        self.kit.kit_made.connect(self._show_kit)
        self.pane.done.connect(self._show_cards)
        self._stack = Sheets()
        self.sheet = QScrollArea()
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()

    @override
    def read_again(self) -> None:
        left = (self.who, self.ledger, self.posts, self.drop)
        for card in (*left, self.copies, self.kit, self.lock, self.number, self.cases):
            card.read_again()

    @override
    def land(self) -> None:
        (self.pane if self.pane.is_waiting else self).header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self.header, self._left, self._right]

    @override
    def let_go(self) -> bool:
        return not (self.who.busy or self.pane.is_waiting)

    def _show_kit(self, kit: Kit) -> None:
        self._stack.turn_to(1)
        self.pane.show_kit(kit, self._means.member.role)

    def _show_cards(self) -> None:
        self._stack.turn_to(0)
        self.kit.make.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def _fold(self) -> None:
        """Stand the columns side by side where the matrix has room beside the right one."""
        right = theme().px(_RIGHT)
        needed = self.who.matrix.sizeHint().width() + right + _GAP + 2 * _SIDES
        side_by_side = needed <= self.width() and self.window().width() >= _TWO_FROM
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if side_by_side else QBoxLayout.Direction.TopToBottom)
        self._right.setMaximumWidth(right if side_by_side else self.width())

    def _lay_out(self) -> None:
        # From the outside in: whatever gets another parent is styled anew with all that is in it.
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._stack)
        work = QWidget()
        for area, widget in ((self.sheet, work), (QScrollArea(), self.pane)):
            self._stack.put(area)
            area.setWidgetResizable(True)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setWidget(widget)
        column = QVBoxLayout(work)
        column.setContentsMargins(_SIDES, 22, _SIDES, 22)
        column.setSpacing(16)
        column.addWidget(self.header)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        column.addLayout(self._columns)
        self._columns.setSpacing(_GAP)
        shut = (self.copies, self.kit, self.lock, self.number)
        beside = (*shut, self.keeping, self.away, self.out)
        for side, cards in (
            (self._left, (self.who, self.ledger, self.posts, self.drop)),
            (self._right, (*beside, self.cases)),
        ):
            self._columns.addWidget(side, 1)
            _stack(side, *cards)
        column.addStretch(1)


def _stack(side: QWidget, *cards: QWidget) -> None:
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_GAP)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
