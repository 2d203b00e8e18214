"""Choosing a passphrase: four words drawn by chance, or one's own, and typed back once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.card import Tone as CardTone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.verdict import verdict_on

if TYPE_CHECKING:
    from dsl_desk.domain.ways_in import Strength

_PAUSE_MS = 250
_COVER = "••••••  ••••••  ••••••  ••••••"


class ChoosePassphrase(QWidget):
    """Four words by default: nobody thinks of better ones. They hide while they are typed back.

    Signals:
        words_wanted(): draw four words.
        strength_wanted(str): how hard to guess is this?
        submitted(): Enter was pressed in the last line.
    """

    words_wanted = Signal()
    strength_wanted = Signal(str)
    submitted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = ""
        self._own_chosen = False
        self._enough = self._judged = self._in_a_hurry = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self.words = Label(_COVER, Voice.CARD_TITLE).wrapped()
        self.words.setObjectName("drawn-words")
        self.another = Button(self.tr("Make another"), icon=Icon.REFRESH_CW)
        self.to_own = Button(self.tr("Choose my own"), Kind.QUIET)
        self.to_drawn = Button(self.tr("Use four words instead"), Kind.QUIET)
        self.own = PassphraseLine()
        self.own.setObjectName("own-passphrase")
        hint = self.tr("At least 15 characters: four or more words that nobody would guess.")
        self.own_field = Field(self.tr("Your own passphrase"), self.own, hint)
        self.verdict = Label("", Voice.SECONDARY_STRONG, Meaning.INK2).wrapped()
        self.again = PassphraseLine()
        self.again.setObjectName("passphrase-again")
        self.again_field = Field(self.tr("Type it once more"), self.again)
        self._pause.timeout.connect(lambda: self.strength_wanted.emit(self.own.text()))
        self._join()
        self._lay_out()
        self._show_mode()

    def text(self) -> str:
        """Return the passphrase as it stands."""
        return self.own.text() if self._own_chosen else self._drawn

    def show_words(self, words: str) -> None:
        """Show four words that were drawn, in the place of those before."""
        self._drawn = words
        if not self._own_chosen:  # words that come late take nothing from who types their own
            self.again.clear()
        self._uncover()

    def show_strength(self, of: str, strength: Strength) -> None:
        """Say how good one's own is, if it still is what was asked about."""
        if of != self.own.text() or not of:
            return
        verdict = verdict_on(of, strength)
        self._enough, self._judged = verdict.enough, True
        self.verdict.mean(verdict.meaning)
        self.verdict.say(verdict.words)
        if self._in_a_hurry:  # Enter came before the verdict
            self._in_a_hurry = False
            self.submitted.emit()

    def show_faults(self) -> bool:
        """Say beside each line what is to do about it; return whether anything is."""
        self.own_field.clear_error()
        self.again_field.clear_error()
        if self._own_chosen and self.own.text() and not self._judged:
            self._in_a_hurry = True
            return True
        if self._own_chosen and not self._enough:
            self.own_field.show_error(self.tr("Use one that is harder to guess."))
            self.own_field.go()
            return True
        if self.again.text() != self.text():
            same = self.tr("These two are not the same. Type the passphrase once more.")
            self.again_field.show_error(same)
            self.again_field.go()
            return True
        return False

    def refuse(self, words: str) -> None:
        """Say why a passphrase was not taken after all."""
        (self.own_field if self._own_chosen else self.again_field).show_error(words)

    def choose_own(self, *, own: bool) -> None:
        """Offer a line for one's own, or go back to four words."""
        self._own_chosen = own
        self.own.clear()
        self.again.clear()
        self._enough = False
        self.verdict.say("")
        self._show_mode()

    def clear(self) -> None:
        """Forget everything."""
        self._drawn = ""
        self.choose_own(own=False)
        self.words.say(_COVER)

    def go(self) -> None:
        """Put the focus where to type first."""
        (self.own if self._own_chosen else self.again).setFocus()

    def _join(self) -> None:
        self.another.clicked.connect(self.words_wanted)
        self.to_own.clicked.connect(self._swap)
        self.to_drawn.clicked.connect(self._swap)
        self.own.changed.connect(self._judge)
        self.again.changed.connect(self._uncover)
        self.again.changed.connect(self.again_field.clear_error)
        self.again.submitted.connect(self.submitted)
        self.own.submitted.connect(self.again.setFocus)

    def _swap(self) -> None:
        self.choose_own(own=not self._own_chosen)
        self.go()

    def _judge(self) -> None:
        self._enough = self._judged = self._in_a_hurry = False
        self.own_field.clear_error()
        if self.own.text():
            self._pause.start()
        else:
            self._pause.stop()
            self.verdict.say("")

    def _uncover(self) -> None:
        # While they are typed back the words are covered: the paper or the memory counts.
        covered = bool(self.again.text()) or not self._drawn
        self.words.say(_COVER if covered else self._drawn)
        if covered:
            self.words.setAccessibleName(self.tr("The words are covered"))

    def _show_mode(self) -> None:
        self._card.setVisible(not self._own_chosen)
        self._own_box.setVisible(self._own_chosen)
        self._uncover()

    def _lay_out(self) -> None:
        self._card = Card(CardTone.INSET)
        self._card.column.addWidget(
            Label(self.tr("Four words, drawn by chance"), Voice.SECONDARY, Meaning.INK3)
        )
        self._card.column.addWidget(self.words)
        note = self.tr("Write them down before you go on. They hide while you type them once more.")
        self._card.column.addWidget(Label(note, Voice.SECONDARY, Meaning.INK2).wrapped())
        self._own_box = QWidget()
        own = QVBoxLayout(self._own_box)
        own.setContentsMargins(0, 0, 0, 0)
        own.setSpacing(4)
        own.addWidget(self.own_field)
        own.addWidget(self.verdict)
        own.addWidget(self.to_drawn, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.another)
        buttons.addWidget(self.to_own)
        buttons.addStretch(1)
        self._card.column.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._card)
        column.addWidget(self._own_box)
        column.addWidget(self.again_field)
