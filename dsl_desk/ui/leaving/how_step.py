"""How a paper leaves: as a locked file, as one anybody can open, or on paper. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dsl_desk.domain.leaving import HowItLeaves
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.line import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLLOWS: Final = {
    HowItLeaves.LOCKED: "It opens with a passphrase of four words, which you tell by telephone.",
    HowItLeaves.OPEN: "Whoever finds it reads it. The reason is written down.",
    HowItLeaves.PRINTED: (
        "The printer and this computer may keep what is printed for a while. Stand beside it."
    ),
}


class HowStep(QWidget):
    """Three cards, and a reason where there is no lock."""

    def __init__(self) -> None:
        super().__init__()
        self.cards = {one: ChoiceCard(label(one), _FOLLOWS[one]) for one in HowItLeaves}
        self.why = Line()
        field = Field(self.tr("Why does it leave without a lock?"), self.why)
        self.fields: Mapping[str, Field] = {"unlocked_why": field}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in self.cards.values():
            self._group.addButton(card)
            card.toggled.connect(self._show_why)
            column.addWidget(card)
        column.addWidget(field)
        self.cards[HowItLeaves.LOCKED].setChecked(True)
        self._show_why()

    def how(self) -> HowItLeaves:
        """Return how it leaves."""
        return next(one for one, card in self.cards.items() if card.isChecked())

    def go(self) -> None:
        """Put the focus on what is chosen."""
        self.cards[self.how()].setFocus()

    def _show_why(self) -> None:
        self.fields["unlocked_why"].setVisible(self.cards[HowItLeaves.OPEN].isChecked())
