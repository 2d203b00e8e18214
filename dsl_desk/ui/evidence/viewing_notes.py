"""What is said above and between the questions of a decision: at once, again, within limits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.viewing import Look
from dsl_desk.ui.kit.bottom_bar import NeedsLook
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.viewing_rules import ViewingRules
    from dsl_desk.ui.kit.tick import Tick

_SAYS: Final = {
    Look.LOOK: "",
    Look.URGENT: (
        "If a child is in danger now, ring 999 first. Whose account, why and who looks are enough "
        "to begin. The rest, and a review by somebody else, are due on the next working day."
    ),
    Look.NOT_TO_LOOK: "Not looking is a decision too. Write down why, and what is done instead.",
}
_HEAD: Final = "your Headteacher"
_FORBIDDEN: Final = (
    "Nobody looks. Ask {whom}, or the police or children's services. If a child is in danger now, "
    "ring 999. Not looking is recorded here, and so is what is handed in to you."
)
_APPROVAL: Final = "Before anybody looks, ask {whom}, and write down what was said."
_FROM: Final = {2: "2nd", 3: "3rd"}
_SECOND: Final = 2


class ViewingNotes(QWidget):
    """Cards that come and go, and the ticks of what is agreed."""

    def __init__(self) -> None:
        super().__init__()
        self._first = Card(Tone.AMBER)
        self._words = Label("").wrapped()
        self._first.column.addWidget(self._words)
        self._again = Card(Tone.AMBER)
        self._count = Label("", Voice.STRONG).wrapped()
        why = "Looking again and again may be surveillance, which a school cannot authorise."
        self._again.column.addWidget(self._count)
        self._again.column.addWidget(Label(why).wrapped())
        self._limits_wrong = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._policy = Card(Tone.INSET)
        self._policy_words = Label("").wrapped()
        self._policy.column.addWidget(self._policy_words)
        for card in (self._policy, self._first, self._again):
            column.addWidget(card)
            card.hide()

    def show_rules(self, rules: ViewingRules) -> None:
        """Say what the school's policy says about looking; forbidden, whom to ask instead."""
        words = f"What your policy says about looking: {rules.said}"
        if rules.forbidden:
            words = f"{words} {_FORBIDDEN.replace('{whom}', rules.ask_whom or _HEAD)}"
        elif rules.approval:
            words = f"{words} {_APPROVAL.replace('{whom}', rules.ask_whom or _HEAD)}"
        self._policy_words.say(words)
        self._policy.set_tone(Tone.RED if rules.forbidden else Tone.INSET)
        self._policy.setVisible(bool(rules.said))
        self._show_whether()

    def show_look(self, look: Look) -> None:
        """Say what follows from the choice."""
        self._words.say(_SAYS[look])
        self._first.set_tone(Tone.AMBER if look is Look.URGENT else Tone.INSET)
        self._first.setVisible(bool(_SAYS[look]))
        self._show_whether()

    def show_nth(self, nth: int) -> None:
        """Say which look at this person it is."""
        self._count.say(f"This is the {_FROM.get(nth, f'{nth}th')} look at this person or account")
        self._again.setVisible(nth >= _SECOND)
        self._show_whether()

    def limits_of(self, ticks: Mapping[str, Tick]) -> QWidget:
        """Return the ticks under their heading."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Label("Limits agreed", Voice.STRONG))
        column.addWidget(self._limits_wrong)
        self._limits_wrong.hide()
        for tick in ticks.values():
            column.addWidget(tick)
        return box

    def show_limits(self, words: str) -> None:
        """Say which limit was not ticked, or nothing."""
        self._limits_wrong.say(words)
        self._limits_wrong.setVisible(bool(words))

    def wrong(self, ticks: Mapping[str, Tick]) -> list[NeedsLook]:
        """Return the first tick that is missing, for the bar."""
        if not self._limits_wrong.words:
            return []
        return [NeedsLook("Limits agreed", each) for each in ticks.values() if not each.isChecked()]

    def _show_whether(self) -> None:
        cards = (self._policy, self._first, self._again)
        self.setVisible(any(not card.isHidden() for card in cards))
