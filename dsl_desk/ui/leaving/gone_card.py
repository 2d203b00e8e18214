"""What is told once a paper has left: where it lies, and the passphrase, this once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.services.leaving import Parcel

_FOUR = 4


class GoneCard(Card):
    """The name of the file, its pages and fingerprint, and four words to be told by telephone."""

    def __init__(self) -> None:
        super().__init__(Tone.GREEN)
        self.title = Label("", Voice.CARD_TITLE).wrapped()
        self.lead = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self.passphrase = Label("", Voice.CODE)
        self.passphrase.setObjectName("passphrase")
        self.searched = Label(
            self.tr("The finished file was searched: none of the names you listed was found."),
            Voice.SECONDARY,
            Meaning.INK2,
        ).wrapped()
        self.searched.hide()
        self.facts = Label("", Voice.META, Meaning.INK3).wrapped()
        self.print = Label("", Voice.FINGERPRINT).wrapped()
        self.key = Label("", Voice.META, Meaning.INK3).wrapped()
        self.seal = Label("", Voice.FINGERPRINT).wrapped()
        self.column.setSpacing(12)
        told = (self.searched, self.facts, self.print, self.key, self.seal)
        for widget in (self.title, self.lead, self.passphrase, *told):
            self.column.addWidget(widget)

    def show_gone(self, title: str, parcel: Parcel, passphrase: str) -> None:
        """Show what left. The passphrase is kept nowhere and is not shown again."""
        self.title.say(title)
        told = self.tr(
            "Tell these words by telephone, never in the message the file is sent with. They "
            "are shown this once and kept nowhere. If they are lost, make the copy again."
        )
        plain = self.tr("It is written down in the ledger, with for whom and why.")
        self.lead.say(told if passphrase else plain)
        self.passphrase.say(passphrase)
        self.passphrase.setVisible(bool(passphrase))
        pages = self.tr("1 page") if parcel.pages == 1 else f"{parcel.pages} pages"
        sheets = f"{pages}. " if parcel.pages else ""  # what a machine reads has none
        self.facts.say(sheets + self.tr("Fingerprint of the file, to be told by telephone:"))
        self.print.say(_fours(parcel.sha256))
        self.key.say(self.tr("Fingerprint of the key it is sealed with:"))
        self.seal.say(parcel.seal)
        for label in (self.key, self.seal):
            label.setVisible(bool(parcel.seal))


def _fours(digits: str) -> str:
    return " ".join(digits[at : at + _FOUR] for at in range(0, len(digits), _FOUR))
