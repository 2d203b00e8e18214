"""What stands there after something was left: a time, a code, and whom to find now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.dates import in_row
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.drop import Slip


class SlipView(QWidget):
    """Nothing of the words stands here: they are sealed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._code = Label("", Voice.TITLE)
        self._at = Label("", Voice.BODY, Meaning.INK2)
        self._find = Label("", Voice.STRONG).wrapped()
        keep = self.tr(
            "Write the code down, or photograph it. It says nothing about your note, and whoever "
            "opens it sees the same code."
        )
        paper = Card()
        for label in (self._code, self._at, Label(keep, Voice.SECONDARY, Meaning.INK3).wrapped()):
            paper.column.addWidget(label)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._find)
        column.addWidget(paper)
        column.addWidget(
            Label(
                self.tr(
                    "If you cannot find them, ring, or ask the office who leads today. If a child "
                    "is in danger now, call 999. If you cannot reach anybody, ring children's "
                    "services, or the LADO about an adult."
                ),
                Voice.BODY,
                Meaning.INK2,
            ).wrapped()
        )

    def show_slip(self, slip: Slip, names: Sequence[str]) -> None:
        """Show the slip, and whom to find."""
        self._code.say(slip.code)
        self._at.say(self.tr("Left {at}").replace("{at}", in_row(slip.at)))
        who = " or ".join(names)
        self._find.say(
            self.tr(
                "Nobody has been told yet. Find {who} now: it is read when they next unlock."
            ).replace("{who}", who)
        )

    @property
    def code(self) -> str:
        """The code that is shown."""
        return self._code.words
