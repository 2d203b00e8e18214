"""In the place of a file that this member holds no key to: that it cannot be shown, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from dsl_desk.domain.words import label
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment

_ICON = 18


class NoKey(Card):
    """The same words whether anything stands there or not."""

    def __init__(self) -> None:
        super().__init__(Tone.INSET)
        self.words = Label("", Voice.BODY, Meaning.INK2).wrapped()
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView(Icon.LOCK_KEYHOLE, Meaning.INK2, _ICON))
        row.addWidget(self.words, 1)
        self.column.addLayout(row)
        self.hide()

    def be_of(self, part: Compartment) -> None:
        """Say to which part no key is held."""
        self.words.say(
            f"The chronology of this person is kept in the {label(part)} part. You hold no key to "
            "it, so this page cannot show whether anything stands there."
        )
