"""The slip of an allegation that was handed in: a code and a time, and whom to find now."""

from __future__ import annotations

from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice


class SlipCard(Card):
    """Hidden until something was handed in. Nothing of the words stands on it."""

    def __init__(self) -> None:
        super().__init__(Tone.GREEN)
        self._slip = Label("", Voice.CARD_TITLE).wrapped()
        told = self.tr(
            "Nobody has been told yet: it is opened when the case manager next unlocks. Find them "
            "now. The clock to the LADO runs from when the school was first told. Write the code "
            "down: whoever opens it sees the same one."
        )
        for label in (self._slip, Label(told, Voice.BODY, Meaning.INK2).wrapped()):
            self.column.addWidget(label)
        self.hide()

    def show_slip(self, words: str) -> None:
        """Show the slip."""
        self._slip.say(words)
        self.show()

    @property
    def words(self) -> str:
        """What the slip says."""
        return self._slip.words
