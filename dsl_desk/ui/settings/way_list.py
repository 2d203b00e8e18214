"""The ways in that somebody has, one row each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.ways_in import Way
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.icon_view import IconView
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ways_in import WayView

_ICONS = {
    Way.PASSPHRASE: Icon.LOCK_KEYHOLE,
    Way.PASSPHRASE_ALONE: Icon.LOCK_KEYHOLE_OPEN,
    Way.KEY_FILE: Icon.KEY_ROUND,
    Way.KIT: Icon.LIFE_BUOY,
}


class WayList(Card):
    """Says what each is, and whether it is the one of this account.

    Signals:
        forget_wanted(WayView): take it away.
    """

    forget_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.forget_buttons: list[Button] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.column.addLayout(self._rows)

    def show_ways(self, ways: Sequence[WayView]) -> None:
        """Show these."""
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.forget_buttons = []
        for way in ways:
            self._rows.addWidget(self._row(way, last=len(ways) == 1))

    def _row(self, way: WayView, *, last: bool) -> QWidget:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(label(way.way), Voice.STRONG).wrapped())
        words.addWidget(Label(about(way), Voice.SECONDARY, Meaning.INK2).wrapped())
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 2, 0, 2)
        across.setSpacing(12)
        across.addWidget(IconView(_ICONS[way.way], Meaning.ACCENT, 18))
        across.addLayout(words, 1)
        if not last and way.way is not Way.KIT:
            forget = Button(self.tr("Take away"), Kind.QUIET).sized(Size.SMALL)
            forget.setAccessibleName(f"Take away: {label(way.way)}. {about(way)}")
            forget.clicked.connect(partial(self.forget_wanted.emit, way))
            across.addWidget(forget)
            self.forget_buttons.append(forget)
        return row


def about(way: WayView) -> str:
    """Return the line under a way in."""
    if not way.typed_back:
        return "Never typed back: nobody knows whether it is on paper. Make a new one"
    if way.way is Way.PASSPHRASE:
        return "This account on this computer" if way.here else "Another account or computer"
    return {
        Way.KEY_FILE: "A file on a stick, with your passphrase",
        Way.PASSPHRASE_ALONE: "Weaker: whoever gets a copy of the vault can try passphrases",
        Way.KIT: "On paper, with whoever keeps it for you",
    }[way.way]
