"""Whom to ring in children's services, child by child."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.childrens_number import ChildrensNumber


class ChildrensLines(QWidget):
    """Passive: `show_numbers` fills it. Without a child nothing is shown."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.lines: list[Label] = []
        self.hide()

    def show_numbers(self, numbers: tuple[ChildrensNumber, ...]) -> None:
        """Show each child with the number, how it was chosen, and who has checked it."""
        for line in self.lines:
            line.hide()
            line.deleteLater()
        self.lines = []
        for one in numbers:
            self._add(one.child, Voice.SECONDARY_STRONG, Meaning.INK)
            self._add(one.ring(), Voice.SECONDARY, Meaning.INK)
            why = " ".join(words for words in (one.why(), one.checked()) if words)
            self._add(why, Voice.META, Meaning.INK3)
        self.setVisible(bool(numbers))

    def words(self) -> str:
        """Return everything that stands here."""
        return "\n".join(line.words for line in self.lines)

    def _add(self, words: str, voice: Voice, ink: Meaning) -> None:
        line = Label(words, voice, ink).wrapped()
        self.lines.append(line)
        self._column.addWidget(line)
