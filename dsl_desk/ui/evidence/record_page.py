"""A record of evidence whose kind is not known yet: asks, and gives way to the page of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.page import Page

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.ui.evidence.means import Means


class RecordPage(Page):
    """Empty for the moment it takes to ask.

    Signals:
        known(str): the name of its kind.
    """

    known = Signal(str)

    def __init__(self, means: Means, record: RecordId) -> None:
        super().__init__("Evidence")
        self._means, self._record = means, record
        self.notice = FailureNotice()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.addWidget(self.notice)
        column.addStretch(1)

    @override
    def read_again(self) -> None:
        record = self._record
        self._means.worker.ask(
            self,
            lambda desk: desk.looks.kind_of(record),
            self.known.emit,
            self.notice.show_failure,
        )
