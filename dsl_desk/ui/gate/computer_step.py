"""The third step of set-up: what stands beside the passphrase on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from dsl_desk.domain.ways_in import Way
from dsl_desk.domain.words import label
from dsl_desk.ui.gate.set_up_step import SetUpStep
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.choice_card import ChoiceCard
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent

    from dsl_desk.domain.keychain import KeychainTrouble

_CHOICES = {
    Way.KEY_FILE: (
        "A key file on a stick",
        "You need the stick and your passphrase each time you unlock. Keep them apart.",
    ),
    Way.KIT: (
        "The code of your kit, each time",
        "No passphrase at all: you type 30 signs from paper whenever you unlock.",
    ),
    Way.PASSPHRASE_ALONE: (
        "Your passphrase alone",
        "Weaker. Whoever gets a copy of the vault can try passphrases for as long as they like.",
    ),
}


class WayCard(ChoiceCard):
    """A card that arrows choose, as long as none is chosen too."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        now = QApplication.focusWidget()
        if isinstance(now, WayCard) and now is not self:
            now.setChecked(True)


class ComputerStep(SetUpStep):
    """What the keychain says; without one, three choices and no choice made for anybody.

    Signals:
        file_wanted(): where the key file is to be written.
        look_wanted(): ask the keychain again.
    """

    file_wanted = Signal()
    look_wanted = Signal()
    words = "This computer"
    about = "What stands beside it"

    def __init__(self) -> None:
        super().__init__(self.tr("This computer"), "")
        self.trouble: KeychainTrouble | None = None
        self._asked = False
        self.file: Path | None = None
        self.said = Label("", Voice.BODY).wrapped()
        self._card = Card(Tone.INSET)
        self._card.column.addWidget(self.said)
        self.look = Button(self.tr("Look again"), icon=Icon.REFRESH_CW)
        self.look.clicked.connect(self.look_wanted)
        self.cards = {way: WayCard(*words) for way, words in _CHOICES.items()}
        self._group = QButtonGroup(self)
        self.choose_file = Button(self.tr("Choose where to write it"), icon=Icon.KEY_ROUND)
        self.choose_file.setObjectName("write-key-file")
        self.choose_file.clicked.connect(self.file_wanted)
        self._file_words = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._fault = Label("", Voice.SECONDARY_STRONG, Meaning.RED).wrapped()
        self._lay_out()

    @property
    def way(self) -> Way | None:
        """The way that was chosen, or that the keychain makes possible."""
        if not self._asked:
            return None
        if self.trouble is None:
            return Way.PASSPHRASE
        return next((way for way, card in self.cards.items() if card.isChecked()), None)

    def show_trouble(self, trouble: KeychainTrouble | None) -> None:
        """Show what the keychain said."""
        self._asked, self.trouble = True, trouble
        good = self.tr(
            "The keychain of your account on this computer keeps a secret beside your passphrase. "
            "A copy of the vault's files alone then cannot even be guessed at. You do not need to "
            "remember it, and your kit opens the vault without it."
        )
        bad = self.tr("{trouble}. So choose what stands beside your passphrase instead.")
        said = good if trouble is None else bad.replace("{trouble}", label(trouble))
        self.said.say(said)
        self._card.set_tone(Tone.GREEN if trouble is None else Tone.AMBER)
        self._choices.setVisible(trouble is not None)
        if self.isVisible() and self.title.hasFocus():
            self.land()
        self.changed.emit()

    def take_file(self, file: Path) -> None:
        """Take the place where the key file is to be written."""
        self.file = file
        self._file_words.say(file.name)
        self._fault.say("")
        self.changed.emit()

    def refuse(self, words: str) -> None:
        """Say why the choice could not be kept."""
        self._fault.say(words)

    @override
    def note(self) -> str:
        notes = {
            Way.PASSPHRASE: self.tr("Remembered by this account"),
            Way.KEY_FILE: self.tr("Key file on a stick"),
            Way.KIT: self.tr("Kit code at each unlock"),
            Way.PASSPHRASE_ALONE: self.tr("Passphrase alone"),
        }
        return notes[self.way] if self.way else self.about

    @override
    def left(self) -> str:
        if not self._asked:
            return self.tr("Asking the keychain")
        if self.way is None:
            return self.tr("Choose one of the three")
        if self.way is Way.KEY_FILE and self.file is None:
            return self.tr("Choose where the key file goes")
        return ""

    @override
    def land(self) -> None:
        if self.trouble is not None:
            next(iter(self.cards.values())).setFocus()
        else:
            super().land()

    def _lay_out(self) -> None:
        self.lead.hide()
        self._choices = QWidget()
        choices = QVBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(10)
        for way, card in self.cards.items():
            card.setObjectName(f"way-{way.value}")
            self._group.addButton(card)
            card.toggled.connect(lambda _on: self._chosen())
            choices.addWidget(card)
            if way is Way.KEY_FILE:
                choices.addWidget(self._file_row())
        choices.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._card)
        self.column.addWidget(self._choices)
        self.column.addWidget(self._fault)
        self.column.addStretch(1)
        self._choices.hide()

    def _file_row(self) -> QWidget:
        self._row = QWidget()
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.choose_file)
        row.addWidget(self._file_words, 1)
        self._row.hide()
        return self._row

    def _chosen(self) -> None:
        self._row.setVisible(self.way is Way.KEY_FILE)
        self._fault.say("")
        self.changed.emit()
