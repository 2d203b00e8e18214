"""How a paper leaves: locked, for an archive, as anybody can open it, or on paper. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from dsl_desk.domain.leaving import HowItLeaves
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

_FOLLOWS: Final = {
    HowItLeaves.LOCKED: (
        "It opens with a passphrase of four words, which you tell by telephone. A locked file "
        "cannot be PDF/A, the form that archives ask for."
    ),
    HowItLeaves.ARCHIVE: (
        "PDF/A-3b, to be read as it is in many years. The copy itself has no lock; it lies inside "
        "a locked PDF, which opens with four words."
    ),
    HowItLeaves.OPEN: "Whoever finds it reads it. The reason is written down.",
    HowItLeaves.PRINTED: (
        "The printer and this computer may keep what is printed for a while. Stand beside it."
    ),
}


class HowStep(QWidget):
    """Four cards, a reason where there is no lock, and the seal."""

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
        self.seal = Tick(self.tr("Seal it with the school's own key"))
        self._sealing = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._sealing.say(
            self.tr(
                "Then one changed byte shows. Readers call its maker unknown: tell the fingerprint "
                "of the key by telephone, too. Its last page says how it is checked."
            )
        )
        column.addWidget(self.seal)
        column.addWidget(self._sealing)
        self.cards[HowItLeaves.LOCKED].setChecked(True)
        self._show_why()

    def how(self) -> HowItLeaves:
        """Return how it leaves."""
        return next(one for one, card in self.cards.items() if card.isChecked())

    def sealed(self) -> bool:
        """Return whether it is sealed; what is printed cannot be."""
        return self.seal.isChecked() and self.how() is not HowItLeaves.PRINTED

    def go(self) -> None:
        """Put the focus on what is chosen."""
        self.cards[self.how()].setFocus()

    def _show_why(self) -> None:
        self.fields["unlocked_why"].setVisible(self.cards[HowItLeaves.OPEN].isChecked())
        printed = self.cards[HowItLeaves.PRINTED].isChecked()
        self.seal.setVisible(not printed)
        self._sealing.setVisible(not printed)
