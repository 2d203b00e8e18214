"""Who speaks: a name as the pictures show it, and who that is. Rows come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dsl_desk.domain.conversation import Speaker
from dsl_desk.ui.forms.name_line import NameLine
from dsl_desk.ui.kit.button import Button
from dsl_desk.ui.kit.button_face import Kind, Size
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.theme.icon import Icon
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class SpeakerRow(QWidget):
    """One of them.

    Signals:
        typed(), gone(): something in it changed; it is to be taken away.
    """

    typed = Signal()
    gone = Signal()

    def __init__(self, speaker: Speaker) -> None:
        super().__init__()
        self.shown_as = Line(speaker.shown_as, self.tr("Name in the pictures"))
        self.who = NameLine(speaker.who)
        self.who.setPlaceholderText(self.tr("Who that is, if it is known"))
        self.remove = Button(self.tr("Take away"), Kind.QUIET).sized(Size.SMALL)
        self.shown_as.setAccessibleName(self.tr("Name in the pictures"))
        self.who.setAccessibleName(self.tr("Who that is"))
        for line in (self.shown_as, self.who):
            line.textEdited.connect(self.typed)
            line.setCursorPosition(0)
        self.remove.clicked.connect(self.gone)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.shown_as, 2)
        row.addWidget(self.who, 3)
        row.addWidget(self.remove)

    def speaker(self) -> Speaker:
        """Return what stands here."""
        return Speaker(self.shown_as.text().strip(), self.who.ref())


class SpeakerRows(QWidget):
    """The rows, a button for one more, and names that the words begin with and nobody listed.

    Signals:
        typed(): something changed.
        find_wanted(NameLine, str): who fits these words?
    """

    typed = Signal()
    find_wanted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SpeakerRow] = []
        self._found: tuple[str, ...] = ()
        self._words = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self.take_found = Button(self.tr("Add these names")).sized(Size.SMALL)
        self.take_found.setObjectName("add-names")
        self.add = Button(self.tr("Add a name"), icon=Icon.PLUS).sized(Size.SMALL)
        self.add.clicked.connect(self._one_more)
        self.take_found.clicked.connect(self._take_found)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._words)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.take_found)
        buttons.addWidget(self.add)
        buttons.addStretch(1)
        self._column.addLayout(buttons)
        self.offer(())

    def speakers(self) -> tuple[Speaker, ...]:
        """Return who stands here; an empty row is nobody."""
        found = (row.speaker() for row in self.rows)
        return tuple(one for one in found if one.shown_as or one.who.name)

    def show_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Show these; this is not typing."""
        for row in tuple(self.rows):
            self._drop(row)
        for speaker in speakers:
            self._put(speaker)

    def offer(self, names: Iterable[str]) -> None:
        """Offer the names that the words begin with and that stand in no row."""
        known = {one.shown_as.casefold() for one in self.speakers()}
        self._found = tuple(name for name in names if name.casefold() not in known)
        self._words.say(
            f"Also in the words, before a colon: {', '.join(self._found)}"
            if self._found
            else "Names as the pictures show them. A message begins with one, and a colon."
        )
        self.take_found.setVisible(bool(self._found))

    def _take_found(self) -> None:
        for name in self._found:
            self._put(Speaker(name))
        self.offer(())
        self.typed.emit()

    def _one_more(self) -> None:
        self._put(Speaker("")).shown_as.setFocus()

    def _put(self, speaker: Speaker) -> SpeakerRow:
        row = SpeakerRow(speaker)
        row.typed.connect(self.typed)
        row.gone.connect(lambda: self._taken_away(row))
        row.who.find_wanted.connect(lambda words: self.find_wanted.emit(row.who, words))
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _taken_away(self, row: SpeakerRow) -> None:
        self._drop(row)
        self.typed.emit()
        self.add.setFocus()

    def _drop(self, row: SpeakerRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
