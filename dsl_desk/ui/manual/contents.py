"""The questions of the manual under one another; the arrows move between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.choice_card import ChoiceCard

if TYPE_CHECKING:
    from collections.abc import Sequence


class Contents(QWidget):
    """Pages by their question, or those in which something was found.

    Signals:
        chosen(str): this page is to be read.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards: dict[str, ChoiceCard] = {}
        self._box = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.addWidget(self._box)
        self._column.addStretch(1)

    def show_pages(self, pages: Sequence[tuple[str, str, str]], now: str) -> None:
        """Show these: the name, the question, and the words around what was found."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.cards = {name: ChoiceCard(title, around) for name, title, around in pages}
        for name, card in self.cards.items():
            card.setChecked(name == now)
            card.toggled.connect(partial(self._tell, name))
            column.addWidget(card)
        self._column.replaceWidget(self._box, box)
        self._box.hide()
        self._box.deleteLater()
        self._box = box

    def choose(self, name: str) -> None:
        """Choose a page, where it is listed."""
        if name in self.cards:
            self.cards[name].setChecked(True)

    def _tell(self, name: str, checked: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        if checked:
            self.chosen.emit(name)
