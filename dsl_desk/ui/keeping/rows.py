"""A card of rows: what it is about, a line under it, and what can be done at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence


class Row(QWidget):
    """A title, a line, and buttons."""

    def __init__(self, title: str, line: str, *buttons: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(f"{title.rstrip('.')}. {line}")
        fits = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        fits.setHeightForWidth(True)
        self.setSizePolicy(fits)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(title, Voice.STRONG).wrapped())
        column.addWidget(Label(line, Voice.SECONDARY, Meaning.INK2).wrapped())
        across.addLayout(column, 1)
        for button in buttons:
            across.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class Rows(Card):
    """A heading, a line about it, and rows; where there are none, it says so."""

    def __init__(self, heading: str, about: str, nothing: str = "") -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._nothing = nothing
        self.rows: list[Row] = []
        self.column.setSpacing(4)
        self.column.addWidget(Label(heading, Voice.CARD_TITLE))
        self.about = Label(about, Voice.SECONDARY, Meaning.INK2).wrapped()
        self.column.addWidget(self.about)
        if not about:
            self.about.hide()
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 6, 0, 0)
        self._body.setSpacing(0)
        self.column.addLayout(self._body)

    def explain(self, about: str) -> None:
        """Say something else under the heading."""
        self.about.say(about)
        self.about.show()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these, with a thin line between them."""
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = list(rows)
        for row in rows:
            if row is not rows[0]:
                line = QFrame()
                line.setObjectName("hairline")
                line.setFixedHeight(1)
                self._body.addWidget(line)
            self._body.addWidget(row)
        if not rows and self._nothing:
            nothing = Label(self._nothing, Voice.BODY, Meaning.INK3).wrapped()
            self._body.addWidget(nothing)
