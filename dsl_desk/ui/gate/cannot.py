"""What somebody can do who cannot get in. It never offers a reset: there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.link import Link
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CannotGetIn(Card):
    """One's own kit, another member, or a copy.

    Signals:
        kit_wanted(): the code of the kit is to be typed.
        copy_wanted(): a copy of the vault is to be brought back.
    """

    kit_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.use_kit = Button(self.tr("Use my recovery kit"), icon=Icon.LIFE_BUOY)
        self.use_kit.setObjectName("use-kit")
        self.use_kit.clicked.connect(self.kit_wanted)
        self._say(
            self.tr("Fetch your kit from whoever keeps it"),
            self.tr(
                "Its code opens the desk on this laptop. Then you choose a new passphrase at once."
            ),
        )
        self.column.addWidget(self.use_kit, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addSpacing(6)
        self.use_copy = Link(self.tr("Bring back a copy of the vault"))
        self.use_copy.setObjectName("use-copy")
        self.use_copy.clicked.connect(self.copy_wanted)
        self._say(
            self.tr("Or ask another member"),
            self.tr(
                "They choose their name above and unlock with their own way in. Nobody can reset "
                "your passphrase, not even the makers of this program."
            ),
        )

        self.column.addSpacing(6)
        self._say(
            self.tr("If the records on this laptop are gone or damaged"),
            self.tr("Fetch the drive or stick with the copies, and your kit."),
        )
        self.column.addWidget(self.use_copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _say(self, title: str, words: str) -> None:
        self.column.addWidget(Label(title, Voice.STRONG).wrapped())
        self.column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
