"""The cards of the page: a fact, and a picture that can be read as a table instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from dsl_desk.ui.insights.bars import BarButton, BarColumn, BarRow, Swatch, WaitRow
from dsl_desk.ui.insights.patterns import IN_A_WEEK
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.insights import Bar, Wait

_MOST_ROWS = 8
_LABELS_FIT = 8


class FactCard(Card):
    """One number, what it counts, and what stands beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.column.setSpacing(2)
        self._what = Label("", Voice.SECONDARY, Meaning.INK2).wrapped()
        self._number = Label("", Voice.TITLE).tabular()
        self._beside = Label("", Voice.SECONDARY, Meaning.INK2)
        self.column.addWidget(self._what)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._number)
        row.addWidget(self._beside, 1, Qt.AlignmentFlag.AlignBottom)
        self.column.addLayout(row)

    def say(self, what: str, number: str, beside: str = "") -> None:
        """Say it."""
        self._what.say(what)
        self._number.say(number)
        self._beside.say(beside)
        self.setAccessibleName(f"{what}: {number}. {beside}".rstrip(". "))

    @property
    def words(self) -> str:
        """Return all it says."""
        return self.accessibleName()


class PictureCard(Card):
    """A question, and its answer as bars or as a table.

    Signals:
        list_wanted(str, str): show what lies behind a bar: which one, and its words.
    """

    list_wanted = Signal(str, str)

    def __init__(self, title: str, under: str = "") -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        head = QHBoxLayout()
        head.addWidget(Label(title, Voice.CARD_TITLE), 1)
        self._key = QHBoxLayout()
        self._key.setSpacing(6)
        head.addLayout(self._key)
        self.column.addLayout(head)
        if under:
            self.column.addWidget(Label(under, Voice.SMALLEST, Meaning.INK2).wrapped())
        self.bars: list[BarButton] = []
        self.cells: list[Label] = []
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.column.addWidget(self._body, 1)

    def explain(self, words: Sequence[str]) -> None:
        """Say what the patterns stand for."""
        for pattern, word in zip(IN_A_WEEK, words, strict=True):
            self._key.addWidget(Swatch(pattern))
            self._key.addWidget(Label(word, Voice.SMALLEST))

    def lie(self, bars: Sequence[Bar]) -> None:
        """Show bars that lie, the first of them where there are many."""
        shown, longest = bars[:_MOST_ROWS], max((bar.total for bar in bars), default=0)
        column = self._anew()
        for bar in shown:
            self._add(column, BarRow(bar, longest), bar.words)
        if len(bars) > len(shown):
            rest = f"{len(bars) - len(shown)} more, as a table"
            column.addWidget(Label(rest, Voice.SMALLEST, Meaning.INK2))
        column.addStretch(1)

    def stand(self, bars: Sequence[Bar], kinds: Sequence[str] = ()) -> None:
        """Show bars that stand."""
        tallest = max((bar.total for bar in bars), default=0)
        row = QHBoxLayout()
        row.setSpacing(0)
        self._anew().addLayout(row, 1)
        every = -(-len(bars) // _LABELS_FIT)
        for place, bar in enumerate(bars):
            said = f"{bar.words}: {bar.total:,}"
            parts = [f"{n:,} {kind}" for n, kind in zip(bar.counts, kinds, strict=False) if n]
            said = f"{said} ({', '.join(parts)})" if kinds and parts else said
            button = BarColumn(bar, tallest, said, shows_words=place % every == 0)
            self._add(row, button, bar.words)

    def wait(self, waits: Sequence[Wait], told: Sequence[str]) -> None:
        """Show how long was waited, beside the limit."""
        column = self._anew()
        for wait, said in zip(waits, told, strict=True):
            button = WaitRow(wait, said)
            self.bars.append(button)
            column.addWidget(button)
        if waits:
            limit = Label(self.tr("dashed: one working day"), Voice.SMALLEST_STRONG, Meaning.AMBER)
            column.addWidget(limit, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)

    def tabulate(self, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Show the same as a table."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        column = self._anew()
        column.addLayout(grid)
        column.addStretch(1)
        for at, heading in enumerate(headings):
            grid.addWidget(Label(heading, Voice.SMALLEST_STRONG, Meaning.INK2), 0, at)
        for down, row in enumerate(rows, start=1):
            for at, words in enumerate(row):
                cell = Label(words, Voice.SECONDARY).tabular()
                self.cells.append(cell)
                grid.addWidget(cell, down, at)
        grid.setColumnStretch(0, 1)

    def say_nothing(self, words: str) -> None:
        """Say that there is nothing to count."""
        column = self._anew()
        column.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())
        column.addStretch(1)

    def _add(self, room: QHBoxLayout | QVBoxLayout, button: BarButton, words: str) -> None:
        button.clicked.connect(lambda: self.list_wanted.emit(button.key, words))
        self.bars.append(button)
        room.addWidget(button)

    def _anew(self) -> QVBoxLayout:
        """Return an empty column in the place of what was shown."""
        self.bars, self.cells = [], []
        fresh = QWidget()
        fresh.setSizePolicy(self._body.sizePolicy())
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.column.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        return column
