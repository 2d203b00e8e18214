"""What nobody may overlook: it stands above every page until it is mended, or read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.vault_errors import SpoolDamagedError
from dsl_desk.ui.errors.sentences import advice_for
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from dsl_desk.domain.errors import DeskError
    from dsl_desk.services.watch import Notice


class Alarm(QFrame):
    """The worst of what stands out, and how much more there is. Hidden while there is nothing.

    Signals:
        vault_wanted(): show all of it, where the ledger is.
    """

    vault_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("alarm")
        self._told: list[DeskError] = []
        self._icon = IconView(Icon.SHIELD_ALERT, Meaning.RED, 20)
        self._happened = Label("", Voice.STRONG, Meaning.RED).wrapped()
        self._do_now = Label("").wrapped()
        self.see = Link(self.tr("See the ledger"), Meaning.RED)
        self.see.clicked.connect(self.vault_wanted)
        self.read = Link(self.tr("I have read this"), Meaning.RED)
        self.read.clicked.connect(self._put_away)
        self._lay_out()
        self.hide()

    def tell(self, error: DeskError) -> None:
        """Say something that stands out, once, however often it is met."""
        if advice_for(error) in [advice_for(told) for told in self._told]:
            return
        self._told.append(error)
        self._told.sort(key=lambda told: not isinstance(told, DamageError))  # the worst first
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words()))

    def tell_all(self, notices: Sequence[Notice]) -> None:
        """Say all that stands out in the vault."""
        for notice in notices:
            self.tell(notice.error)

    def words(self) -> str:
        """Return what is said now, or nothing."""
        return "" if self.isHidden() else self.accessibleName()

    def _put_away(self) -> None:
        self._told.pop(0)
        self._show()

    def _show(self) -> None:
        if not self._told:
            self.hide()
            return
        first, more = self._told[0], len(self._told) - 1
        advice = advice_for(first)
        said = advice.do_now
        if more:
            said += f" There is {more} more to read." if more == 1 else f" There are {more} more."
        self._happened.say(advice.happened)
        self._do_now.say(said)
        self.setAccessibleName(f"{advice.happened} {said}")
        lost = isinstance(first, SpoolDamagedError)
        self.see.setVisible(not lost)
        # Damage is not read away: it stays until it is mended.
        self.read.setVisible(not isinstance(first, DamageError))
        self.show()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 9, 28, 10)
        row.setSpacing(12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self._happened)
        column.addWidget(self._do_now)
        row.addLayout(column, 1)
        for link in (self.see, self.read):
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
