"""The light half of the lock screen: who are you, and your passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.ui.gate.members import MemberList
from dsl_desk.ui.gate.middle import Middle
from dsl_desk.ui.gate.why import Tone
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.card import Tone as CardTone
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.errors import DeskError
    from dsl_desk.domain.face import Face
    from dsl_desk.ui.gate.why import Why

_COLUMN = 432


class UnlockPage(QWidget):
    """Choose yourself, type your passphrase, press Enter.

    Signals:
        unlock_wanted(str, str): member id and passphrase, as typed.
    """

    unlock_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = Label("", Voice.BODY, Meaning.INK2).wrapped()
        self._news_words = Label("", Voice.BODY).wrapped()
        self._news = Card(CardTone.AMBER)
        self._news.column.addWidget(self._news_words)
        self.members = MemberList()
        self.passphrase = PassphraseLine(tall=True)
        self.passphrase.setObjectName("passphrase")
        self.field = Field(self.tr("Passphrase"), self.passphrase)
        self.button = Button(self.tr("Unlock"), Kind.PRIMARY, icon=Icon.LOCK_KEYHOLE_OPEN).sized(
            Size.TALL
        )
        self.button.setObjectName("unlock")
        self.button.setMinimumWidth(190)
        self.help = Button(self.tr("I cannot get in"), Kind.QUIET)
        self._help_words = Label(
            self.tr(
                "Nobody can reset a passphrase, not even the makers of this program. "
                "Another member can unlock with their own."
            ),
            Voice.SECONDARY,
            Meaning.INK2,
        ).wrapped()
        self.button.clicked.connect(self._try)
        self.passphrase.submitted.connect(self.button.click)
        self.members.chosen.connect(lambda _member: self._start_over())
        self.help.clicked.connect(lambda: self._help_words.setVisible(True))
        self._lay_out()
        self._help_words.hide()
        self._news.hide()

    def show_face(self, face: Face) -> None:
        """Show who holds a key here."""
        self.members.show_members(face.members)

    def show_why(self, why: Why) -> None:
        """Say why the screen is locked."""
        first = why.tone is Tone.READ_FIRST
        self._news.setVisible(first)
        self._why.setVisible(not first)
        (self._news_words if first else self._why).say(why.words)

    def show_failure(self, error: DeskError) -> None:
        """Answer above the field, keep the focus there, and let them type again."""
        from dsl_desk.ui.errors.sentences import advice_for  # noqa: PLC0415  # the first picture needs no words for failures

        self.button.rest()
        self.field.show_error(advice_for(error).words)
        self.passphrase.select_all()
        self.field.go()

    def rest(self) -> None:
        """Forget what was typed; be ready for whoever comes."""
        self.button.rest()
        self.passphrase.clear()
        self.field.clear_error()
        self._help_words.hide()

    def land(self) -> None:
        """Start in the passphrase."""
        self.field.go()

    def _try(self) -> None:
        member = self.members.member
        words = self.passphrase.text()
        if member is None or self.button.is_busy():
            return
        if not words:
            self.field.show_error(self.tr("Type your passphrase, then press Enter."))
            self.field.go()
            return
        self.field.clear_error()
        self.button.busy(self.tr("Unlocking"))
        self.unlock_wanted.emit(member.id, words)

    def _start_over(self) -> None:
        self.passphrase.clear()
        self.field.clear_error()
        self.field.go()

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Label(self.tr("Unlock the desk"), Voice.LOCK_TITLE))
        column.addSpacing(6)
        column.addWidget(self._why)
        column.addWidget(self._news)
        column.addSpacing(22)
        column.addWidget(self.members)
        column.addSpacing(20)
        column.addWidget(self.field)
        column.addSpacing(14)
        column.addLayout(self._buttons())
        column.addSpacing(8)
        column.addWidget(self._help_words)
        foot = Label(
            self.tr("Everything stays on this laptop, encrypted. DSL Desk never goes online."),
            Voice.SECONDARY,
            Meaning.INK3,
        ).wrapped()
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 20)
        room.addWidget(Middle(column, _COLUMN), 1)
        room.addWidget(foot)

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.button)
        buttons.addWidget(self.help)
        buttons.addStretch(1)
        return buttons
