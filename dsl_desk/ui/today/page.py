"""Today: what needs you, in order of harm, then time. So far: what was recorded last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.domain.changes import Thing
from dsl_desk.domain.dates import in_heading
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.empty import EmptyState
from dsl_desk.ui.kit.page import Page
from dsl_desk.ui.kit.page_header import PageHeader
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.today.latest import LatestConcerns

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.concern import ConcernRow
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker

_SHOWN = 5


class TodayPage(Page):
    """The first page of the day.

    Signals:
        concern_wanted(RecordId): open this one.
    """

    concern_wanted = Signal(str)
    shows = frozenset({Thing.CONCERNS})

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
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(18)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addWidget(self.latest)
        column.addWidget(self.empty, 1)
        column.addStretch(0)
        self.latest.hide()
        self.empty.hide()

    @override
    def read_again(self) -> None:
        self.header.say(self.title, in_heading(self._clock.now()))
        self._worker.ask(
            self,
            lambda desk: desk.concerns.page(0, _SHOWN),
            self._show,
            self.notice.show_failure,
        )

    @override
    def land(self) -> None:
        self.header.take_focus()

    def _show(self, stretch: Stretch[ConcernRow]) -> None:
        self.notice.clear()
        self.latest.show_rows(stretch.rows)
        self.latest.setVisible(bool(stretch.rows))
        self.empty.setVisible(not stretch.rows)
