"""Who opened how much in this term, and what left in bulk. Passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from dsl_desk.domain.dates import in_row
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from dsl_desk.domain.checking_a_term import BulkOut, CheckStanding, MemberActs

_HEADINGS = ("Member", "Records opened", "Papers that left", "Of them in bulk")


class ActsCard(Card):
    """A line for each member, and under them each paper that carried many records."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._grid, self._bulk = QGridLayout(), QVBoxLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._bulk.setSpacing(8)
        self.column.setSpacing(10)
        self.column.addWidget(Label(self.tr("Opened and taken out"), Voice.CARD_TITLE))
        told = self.tr(
            "Counts of this term, in this part. In bulk is a whole list, everything at once, or a "
            "paper that carries ten records or more."
        )
        self.column.addWidget(Label(told, Voice.SECONDARY, Meaning.INK2).wrapped())
        self.column.addLayout(self._grid)
        self.column.addLayout(self._bulk)

    def show_standing(self, standing: CheckStanding) -> None:
        """Show who did how much."""
        for layout in (self._grid, self._bulk):
            while (item := layout.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
        for column, words in enumerate(_HEADINGS):
            self._grid.addWidget(Label(words, Voice.SMALLEST_STRONG, Meaning.INK2), 0, column)
        for row, acts in enumerate(standing.acts, start=1):
            for column, words in enumerate(_cells(acts)):
                cell = Label(words, Voice.BODY).tabular()
                self._grid.addWidget(cell, row, column)
        bulk = [_of_bulk(one) for one in standing.bulk]
        self.lines = bulk or [self.tr("Nothing left in bulk.")]
        for words in self.lines:
            self._bulk.addWidget(Label(words, Voice.SECONDARY, Meaning.INK2).wrapped())


def _cells(acts: MemberActs) -> tuple[str, ...]:
    return acts.name, f"{acts.opened:,}", f"{acts.papers:,}", f"{acts.bulk:,}"


def _of_bulk(one: BulkOut) -> str:
    records = f"{one.records:,} records" if one.records else "a list"
    whom = f", for {one.whom}" if one.whom else ""
    why = f": {one.purpose}" if one.purpose else ""
    return f"{in_row(one.at)} · {one.by} · {one.paper}, {records}{whom}{why}"
