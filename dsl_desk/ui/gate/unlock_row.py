"""The buttons under what is asked: unlock, another way in, and help for who cannot get in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Collection

_BUTTON = 190


class UnlockRow(QWidget):
    """Unlock is the only filled button; while one has to wait it is grey and says why.

    Signals:
        other_wanted(Way): another way in is to be asked.
    """

    other_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unlock = Button(self.tr("Unlock"), Kind.PRIMARY, icon=Icon.LOCK_KEYHOLE_OPEN).sized(
            Size.TALL
        )
        self.unlock.setObjectName("unlock")
        self.unlock.setMinimumWidth(_BUTTON)
        self.help = Link(self.tr("I cannot get in"))
        self.help.setObjectName("cannot-get-in")
        self.other = Link("")
        self.other.setObjectName("other-way")
        self._waiting = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._other = Way.PASSPHRASE
        self.other.clicked.connect(lambda: self.other_wanted.emit(self._other))
        self._lay_out()
        self.hold("")
        self.other.hide()

    def hold(self, words: str) -> None:
        """Grey the button and say beside it what it waits for; no words let it go."""
        self.unlock.setEnabled(not words)
        self._waiting.say(words)
        self._waiting.setVisible(bool(words))
        self._rest.setVisible(not words)

    def be_ready(self) -> None:
        """Be an ordinary button again, as wide as before."""
        self.unlock.rest()
        self.unlock.setMinimumWidth(_BUTTON)

    def show_other(self, asked: Way, ways: Collection[Way]) -> None:
        """Offer another way in of the same member, if there is one."""
        others = {
            Way.PASSPHRASE: (Way.KEY_FILE, self.tr("Use my key file")),
            Way.KEY_FILE: (Way.PASSPHRASE, self.tr("Use my passphrase without the key file")),
            Way.KIT: (Way.PASSPHRASE, self.tr("Use my passphrase")),
        }
        self._other, words = others[asked]
        if asked is Way.KIT and self._other not in ways and Way.PASSPHRASE_ALONE not in ways:
            self._other, words = Way.KEY_FILE, self.tr("Use my key file")
        by_passphrase = bool({Way.PASSPHRASE, Way.PASSPHRASE_ALONE} & set(ways))
        there = Way.KEY_FILE in ways if self._other is Way.KEY_FILE else by_passphrase
        self.other.setText(words)
        self.other.updateGeometry()
        self.other.setVisible(there)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(14)
        first.addWidget(self.unlock)
        first.addWidget(self._waiting, 1)
        first.addWidget(self.help)
        self._rest = QWidget()
        first.addWidget(self._rest, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(first)
        column.addWidget(self.other)
