"""After how long the desk locks by itself: five, ten or fifteen minutes, never off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from dsl_desk.domain.setting import LOCK_AFTER_CHOICES
from dsl_desk.ui.errors.notice import FailureNotice
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.vault.card_head import CardHead, Fact

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.ui.vault.means import Means


class LockCard(Card):
    """Three choices. The choice is the school's, and is written down."""

    def __init__(self, means: Means) -> None:
        super().__init__()
        self._means = means
        self.notice = FailureNotice()
        self.choices = Segmented(
            [f"{minutes} minutes" for minutes in LOCK_AFTER_CHOICES], self.tr("Lock after")
        )
        self.choices.chosen.connect(self._choose)
        self._minutes = LOCK_AFTER_CHOICES[0]
        fact = Fact(
            IconView(Icon.TIMER),
            self.tr("The desk locks when nobody touches it for"),
            self.tr("For everybody in this school. What is being typed is kept."),
        )
        for widget in (CardHead(self.tr("Auto-lock")), fact, self.notice, self.choices):
            self.column.addWidget(widget)

    def read_again(self) -> None:
        """Read what was chosen."""
        self._means.worker.ask(
            self, lambda desk: desk.settings.lock_after(), self._show, self.notice.show_failure
        )

    def _show(self, minutes: int) -> None:
        self._minutes = minutes
        with QSignalBlocker(self.choices):
            self.choices.choose(LOCK_AFTER_CHOICES.index(minutes))

    def _choose(self, at: int) -> None:
        minutes = LOCK_AFTER_CHOICES[at]
        self.notice.clear()
        self._means.worker.do(
            self, lambda desk: desk.settings.choose_lock_after(minutes), self._show, self._refused
        )

    def _refused(self, error: DeskError) -> None:
        self._show(self._minutes)  # as it was
        self.notice.show_failure(error)
