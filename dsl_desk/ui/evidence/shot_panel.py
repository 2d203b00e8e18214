"""Beside a picture: how it meets the one before it, the first time in it, its words. Passive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.conversation import Meets, WordsFrom
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Size
from dsl_desk.ui.kit.day_time import DayTime
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.lines import Lines
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.conversation import Shot

_MEETS: Final = (Meets.FOLLOWS, Meets.OVERLAPS, Meets.GAP)
_HINT: Final = "One message a line, with the name as it is shown: ivy.x: hello. Or paste them."


class ShotPanel(QWidget):
    """The answers about one picture at a time.

    Signals:
        edited(): something was typed or chosen.
        read_wanted(): a program is to read the words.
    """

    edited = Signal()
    read_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._shot: Shot | None = None
        self._from = WordsFrom.TYPED
        self._title = Label("", Voice.STRONG)
        names = [self.tr("Follows"), self.tr("Overlaps"), self.tr("After a gap")]
        self.meets = Segmented(names, self.tr("How does it meet the picture before?"))
        self._shared = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.note = Line()
        self.note_field = Field(
            self.tr("What is missing, or stands in both?"), self.note, optional="(optional)"
        )
        first = self.tr("First time that can be read in it")
        self.seen_at = DayTime(lambda: clock.now().date(), first)
        self.words = Lines(verbatim=True, rows=7)
        self.words.setObjectName("shot-words")
        self.read = Button(self.tr("Read the words")).sized(Size.SMALL)
        self.read.hide()
        self._read_by = Label(label(WordsFrom.READ), Voice.SECONDARY, Meaning.AMBER).wrapped()
        self._lay_out(first)
        self.meets.chosen.connect(lambda _number: self._chosen())
        self.note.textEdited.connect(self.edited)
        self.seen_at.edited.connect(self.edited)
        self.words.textChanged.connect(self._typed)
        self.read.clicked.connect(self.read_wanted)

    def show_shot(self, shot: Shot | None, title: str) -> None:
        """Show one picture's answers; this is not typing."""
        self._shot = None
        self.setEnabled(shot is not None)
        self._title.say(title)
        if shot is not None:
            self.meets.choose(_MEETS.index(shot.meets))
            self.note.setText(shot.note)
            self.seen_at.show_at(shot.seen_at)
            self.words.setPlainText(shot.words)
            self._from = shot.words_from
        self._shot = shot
        self._show_asked()

    def shot(self) -> Shot | None:
        """Return the picture with what stands here now."""
        if self._shot is None:
            return None
        return replace(
            self._shot,
            meets=self._choice(),
            note=self.note.text(),
            seen_at=self.seen_at.at(),
            words=self.words.text(),
            words_from=self._from,
        )

    def mark(self, meets: Meets) -> None:
        """Choose how it meets the one before."""
        if self._shot is not None:
            self.meets.choose(_MEETS.index(meets))

    def take_read(self, words: str) -> None:
        """Take what a program read; it counts as such until somebody changes it."""
        self.words.setPlainText(words)
        self._from = WordsFrom.READ
        self._show_asked()
        self.edited.emit()

    def say_shared(self, shared: int) -> None:
        """Say how many messages end the picture before and begin this one."""
        words = "The first message stands in the picture before, too."
        if shared > 1:
            words = f"The first {shared} messages stand in the picture before, too."
        self._shared.say(words if shared else "")
        self._shared.setVisible(shared > 0)

    def _choice(self) -> Meets:
        return _MEETS[self.meets.choice()]

    def _chosen(self) -> None:
        self._show_asked()
        if self._shot is not None:
            self.edited.emit()

    def _typed(self) -> None:
        if self._shot is not None:
            self._from = WordsFrom.TYPED
            self._read_by.hide()
            self.edited.emit()

    def _show_asked(self) -> None:
        self.note_field.setVisible(self._choice() is not Meets.FOLLOWS)
        self._read_by.setVisible(self._shot is not None and self._from is WordsFrom.READ)

    def _lay_out(self, first: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self.meets)
        column.addWidget(self._shared)
        column.addWidget(self.note_field)
        column.addWidget(Field(first, self.seen_at, optional="(optional)"))
        column.addWidget(Field(self.tr("Its words"), self.words, _HINT), 1)
        column.addWidget(self._read_by)
        column.addWidget(self.read)
        self._shared.hide()
        self._read_by.hide()
        self.note_field.hide()
