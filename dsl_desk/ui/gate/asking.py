"""What the lock screen asks of the chosen member: a passphrase, a key file, or the kit's code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.kit_groups import SIGNS
from dsl_desk.domain.ways_in import Way
from dsl_desk.ui.gate.knock import Knock
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.passphrase import PassphraseLine
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice
from dsl_desk.ui.ways_in.code_line import CodeLine

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def first_asked(ways: Collection[Way]) -> Way:
    """Return what is asked first of somebody who has these ways in."""
    if Way.KEY_FILE in ways and not {Way.PASSPHRASE, Way.PASSPHRASE_ALONE} & set(ways):
        return Way.KEY_FILE
    return Way.KIT if set(ways) == {Way.KIT} else Way.PASSPHRASE


class Asking(QWidget):
    """One way in at a time; what was typed for another one is not kept.

    Signals:
        submitted(): Enter was pressed.
        file_wanted(): the key file is to be chosen.
    """

    submitted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Way.PASSPHRASE
        self.passphrase = PassphraseLine(tall=True)
        self.passphrase.setObjectName("passphrase")
        self.field = Field(self.tr("Passphrase"), self.passphrase)
        self.code = CodeLine(tall=True)
        self.code.setObjectName("kit-code")
        self.code_field = Field(
            self.tr("The code of your recovery kit"),
            self.code,
            self.tr("30 letters and digits in six groups. Spaces and dashes do not matter."),
        )
        self.choose = Button(self.tr("Choose your key file"), icon=Icon.KEY_ROUND)
        self.choose.setObjectName("choose-key-file")
        self._file: Path | None = None
        self._file_words = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.passphrase.submitted.connect(self.submitted)
        self.code.returnPressed.connect(self.submitted)
        self.choose.clicked.connect(self.file_wanted)
        self._lay_out()
        self.ask_for(Way.PASSPHRASE)

    def ask_for(self, way: Way) -> None:
        """Ask for this."""
        self.clear()
        self.way = way
        self.field.setVisible(way is not Way.KIT)
        self.code_field.setVisible(way is Way.KIT)
        self._file_row.setVisible(way is Way.KEY_FILE)

    def take_file(self, file: Path) -> None:
        """Take the key file that was chosen."""
        self._file = file
        self._file_words.say(file.name)
        self.field.clear_error()
        self.go()

    def knock_of(self, member: str) -> Knock | None:
        """Return what was typed; None, and what is missing above the field, when it is not all."""
        missing = self._missing()
        if missing:
            self.answer(missing)
            return None
        words = self.code.text() if self.way is Way.KIT else self.passphrase.text()
        return Knock(member, self.way, words, self._file if self.way is Way.KEY_FILE else None)

    def answer(self, words: str) -> None:
        """Answer above the field, and keep the focus there."""
        self.shown.show_error(words)
        self.go()

    def quiet(self) -> None:
        """Take the answer away."""
        self.shown.clear_error()

    def mark(self) -> None:
        """Mark a wrong passphrase, so that typing replaces it; a code is mended, not typed anew."""
        if self.way is not Way.KIT:
            self.passphrase.select_all()

    def clear(self) -> None:
        """Forget what was typed and answered."""
        self.passphrase.clear()
        self.code.clear()
        self._file = None
        self._file_words.say(self.tr("On the stick that was made for you"))
        for field in (self.field, self.code_field):
            field.clear_error()

    def go(self) -> None:
        """Put the focus where to type."""
        self.shown.go()

    @property
    def shown(self) -> Field:
        """The field that is asked now."""
        return self.code_field if self.way is Way.KIT else self.field

    def _missing(self) -> str:
        if self.way is Way.KIT:
            left = self.code.missing()
            if left == SIGNS:
                return self.tr("Type the code from your paper, then press Enter.")
            more = self.tr("The code has 30 signs: {left} are missing. Compare it, group by group.")
            return more.replace("{left}", str(left)) if left else ""
        if not self.passphrase.text():
            return self.tr("Type your passphrase, then press Enter.")
        if self.way is Way.KEY_FILE and self._file is None:
            return self.tr("Choose your key file too: it is on your stick.")
        return ""

    def _lay_out(self) -> None:
        self._file_row = QWidget()
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(self._file_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self._file_row)
        column.addWidget(self.code_field)
