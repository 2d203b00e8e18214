"""What can be done about one's ways in, as buttons in a row that breaks where it must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Collection

_TOP = Qt.AlignmentFlag.AlignTop


class Acts(QWidget):
    """Four buttons; who came in by the kit hears first that a new passphrase is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = Button(self.tr("Change passphrase"), icon=Icon.LOCK_KEYHOLE)
        self.kit = Button(self.tr("Make a new kit"), icon=Icon.LIFE_BUOY)
        self.enrol = Button(self.tr("Remember this account"), icon=Icon.HARD_DRIVE)
        self.key_file = Button(self.tr("Make a key file"), icon=Icon.KEY_ROUND)
        self._news = Card(Tone.AMBER)
        self._news.column.addWidget(
            Label(self.tr("You came in with your recovery kit"), Voice.STRONG).wrapped()
        )
        then = self.tr(
            "Choose a new passphrase now. Then make a new kit, since this one was unfolded."
        )
        self._news.column.addWidget(Label(then, Voice.BODY).wrapped())
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for button in (self.passphrase, self.kit, self.enrol, self.key_file):
            row.addWidget(button, 0, _TOP)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._news)
        column.addWidget(self._row)
        self._news.hide()

    def show_for(self, ways: Collection[Way], *, here: bool, wanted: bool) -> None:
        """Show what makes sense for somebody who has these ways in."""
        self._news.setVisible(wanted)
        self._row.setVisible(not wanted)
        with_passphrase = bool(set(ways) - {Way.KIT})
        self.passphrase.setVisible(with_passphrase)
        self.enrol.setVisible(not here)
        self.key_file.setVisible(Way.KEY_FILE not in ways)
