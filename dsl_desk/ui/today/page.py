"""Today: what needs you, in order of harm, then time; at the right how the vault is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_heading
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.theme import theme
from dsl_desk.ui.today.latest import LatestConcerns
from dsl_desk.ui.today.vault_card import Health, VaultCard

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_SHOWN = 5
_SIDES, _GAP, _RIGHT = 28, 20, 340
_TWO_FROM = 1140  # width of the window; below it the vault stands under the rest (look.md 8)


class TodayPage(Page):
    """The first page of the day.

    Signals:
        concern_wanted(RecordId): open this one.
        mend_wanted(Worry): do what a worry about the copies asks for.
        vault_wanted(): show the Vault page.
    """

    concern_wanted = Signal(str)
    mend_wanted = Signal(object)
    vault_wanted = Signal()
    shows = frozenset({Thing.CONCERNS, Thing.VAULT})

    def __init__(self, worker: Worker[Desk], clock: Clock) -> None:
        super().__init__("Today")
        self._worker, self._clock = worker, clock
        self.header = PageHeader(self.title, "")
        self.notice = FailureNotice()
        self.latest = LatestConcerns()
        self.latest.concern_wanted.connect(self.concern_wanted)
        self.empty = EmptyState(
            Icon.SUN,
            self.tr("Nothing needs you today"),
            self.tr("Concerns you record will stand here, the newest first."),
        )
        self.vault = VaultCard()
        self.vault.mend_wanted.connect(self.mend_wanted)
        self.vault.vault_wanted.connect(self.vault_wanted)
        self._left, self._right = QWidget(), QWidget()
        self._lay_out()
        for widget in (self.latest, self.empty, self.vault):
            widget.hide()

    @override
    def read_again(self) -> None:
        self.header.say(self.title, in_heading(self._clock.now()))
        self._worker.ask(
            self,
            lambda desk: desk.concerns.page(0, _SHOWN),
            self._show,
            self.notice.show_failure,
        )
        self._worker.ask(self, _health, self._show_health, lambda _error: self.vault.hide())

    @override
    def land(self) -> None:
        self.header.take_focus()

    @override
    def regions(self) -> list[QWidget]:
        return [self._left, self._right]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fold()
        super().resizeEvent(event)

    def _fold(self) -> None:
        right, beside = theme().px(_RIGHT), self.window().width() >= _TWO_FROM
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if beside else QBoxLayout.Direction.TopToBottom)
        self._right.setMaximumWidth(right if beside else self.width())
        # Under one another the cards stand close: what is spare lies below them.
        fills = beside or self.empty.isVisibleTo(self)
        for at, share in enumerate((int(fills), int(beside), int(not fills))):
            self._columns.setStretch(at, share)

    def _show(self, stretch: Stretch[ConcernRow]) -> None:
        self.notice.clear()
        self.latest.show_rows(stretch.rows)
        self.latest.setVisible(bool(stretch.rows))
        self.empty.setVisible(not stretch.rows)
        self._fold()

    def _show_health(self, health: Health) -> None:
        self.vault.show_health(health, self._clock.now())
        self.vault.show()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for side, widgets in ((left, (self.notice, self.latest)), (right, (self.vault,))):
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(18)
            for widget in widgets:
                side.addWidget(widget)
        left.addWidget(self.empty, 1)
        left.addStretch(0)
        right.addStretch(1)
        work, area = QWidget(), QScrollArea()
        column = QVBoxLayout(work)
        column.setContentsMargins(_SIDES, 22, _SIDES, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._right, 1)
        self._columns.addStretch(0)
        column.addLayout(self._columns, 1)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(work)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(area)


def _health(desk: Desk) -> Health:
    ways = tuple(way.way for way in desk.ways_in.list())
    return Health(desk.snapshots.state(), desk.vault.looked(), ways)
