"""The clauses of one policy under one another; the arrows move between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from dsl_desk.domain.policy.profile import Profile

_WHOLE = "The policy as a whole"
_LONG = 90


class ClauseList(QWidget):
    """Which policy, and which of its clauses; the first line is the policy as a whole.

    Signals:
        chosen(): another one was chosen.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._profiles: tuple[Profile, ...] = ()
        self.which = Pick(name=self.tr("Which policy"))
        self.which.currentIndexChanged.connect(self._show_clauses)
        self.cards: dict[str, ChoiceCard] = {}
        self._box = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 16)
        self._column.setSpacing(10)
        self._column.addWidget(self.which)
        self._column.addWidget(self._box)
        self._column.addStretch(1)

    def show_profiles(self, profiles: tuple[Profile, ...]) -> None:
        """Show these; what was chosen stays chosen where it is there still."""
        profile, number = self.profile(), self.number()
        known = {one.name for one in self._profiles}
        self._profiles = profiles
        names = [one.name for one in profiles]
        if profiles[0].name not in known:  # the school has just chosen it
            profile, number = None, ""
        before = self.which.blockSignals(True)  # Qt's own
        self.which.clear()
        self.which.addItems([one.title for one in profiles])
        at = names.index(profile.name) if profile and profile.name in names else 0
        self.which.setCurrentIndex(at)
        self.which.blockSignals(before)
        self._show_clauses(number=number)

    def profile(self) -> Profile | None:
        """Return the policy that is shown."""
        at = self.which.currentIndex()
        return self._profiles[at] if 0 <= at < len(self._profiles) else None

    def number(self) -> str:
        """Return the clause that is chosen; nothing for the policy as a whole."""
        return next((number for number, card in self.cards.items() if card.isChecked()), "")

    def choose(self, number: str) -> None:
        """Choose a clause."""
        self.cards[number].setChecked(True)

    def _show_clauses(self, _at: int = 0, number: str = "") -> None:
        profile = self.profile()
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.cards = {"": ChoiceCard(_WHOLE, "Which it is, its dates, what is switched off")}
        for clause in profile.clauses if profile else ():
            words = clause.words
            short = words if len(words) <= _LONG else f"{words[:_LONG].rsplit(' ', 1)[0]} …"
            self.cards[clause.number] = ChoiceCard(f"§ {clause.number}", short)
        self.cards.get(number, self.cards[""]).setChecked(True)
        for card in self.cards.values():
            card.toggled.connect(partial(self._tell, card))
            column.addWidget(card)
        self._column.replaceWidget(self._box, box)
        self._box.hide()
        self._box.deleteLater()
        self._box = box
        self.chosen.emit()

    def _tell(self, _card: ChoiceCard, checked: bool) -> None:  # noqa: FBT001  # Qt's signal sends it
        if checked:
            self.chosen.emit()
