"""One answer as it was and as it is: side by side, with the words underlined that differ."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.card import Card, Tone
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.compare import Difference, Piece

_NOTHING = "Nothing stood here."


class Compared(QWidget):
    """A question, and its answer in two versions."""

    def __init__(self, question: str, difference: Difference, before: str, after: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Label(question, Voice.STRONG))
        self.before = Side(before, difference.before, Tone.INSET)
        self.after = Side(after, difference.after, Tone.PLAIN)
        column.addWidget(SideBySide(self.before, self.after))
        self.setAccessibleName(f"{question}. {self.before.spoken}. {self.after.spoken}")


class Side(Card):
    """One version of an answer. Readers hear which words are not in the other one."""

    def __init__(self, version: str, pieces: Sequence[Piece], tone: Tone) -> None:
        super().__init__(tone)
        words = "".join(piece.words for piece in pieces)
        only_here = ", ".join(piece.words.strip() for piece in pieces if piece.other)
        self.spoken = f"{version}: {words or _NOTHING}"
        if only_here.strip(" ,"):
            self.spoken += f" Only here: {only_here}"
        self.words = Label(words or _NOTHING, Voice.VERBATIM).wrapped()
        if words:
            # Set past Label.say: its words stay plain, the marks are for eyes only.
            self.words.setText("".join(_marked(piece) for piece in pieces))
        else:
            self.words.mean(Meaning.INK3)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setAccessibleName(self.spoken)
        self.column.setSpacing(4)
        self.column.addWidget(Label(version, Voice.SECONDARY, Meaning.INK2))
        self.column.addWidget(self.words)
        self.column.addStretch(1)


def _marked(piece: Piece) -> str:
    words = escape(piece.words).replace("\n", "<br>")
    return f"<u><b>{words}</b></u>" if piece.other and piece.words.strip() else words
