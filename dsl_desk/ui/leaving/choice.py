"""How much of a file goes in: all of it, what lies between two days, or chosen entries. Passive."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.reading_days import read_day
from dsl_desk.ui.kit.card import Card
from dsl_desk.ui.kit.field import Field
from dsl_desk.ui.kit.label import Label
from dsl_desk.ui.kit.line import Line
from dsl_desk.ui.kit.segmented import Segmented
from dsl_desk.ui.kit.side_by_side import SideBySide
from dsl_desk.ui.kit.tick import Tick
from dsl_desk.ui.theme.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dsl_desk.services.pressing import ItemOffered

WHOLE, DAYS, SELECTED = range(3)
_WORDS: Final = ("All of it", "Between two days", "Selected entries")
_LONGEST: Final = 110


class Choice(Card):
    """Three words, two days, and a tick for each entry, oldest first."""

    def __init__(self) -> None:
        super().__init__()
        self.how = Segmented(_WORDS, self.tr("How much of it"))
        self.since, self.until = Line(example="16/11/2026"), Line(example="30/11/2026")
        self.ticks: dict[str, Tick] = {}
        self._offered = False
        self.fields: Mapping[str, Field] = {
            "since": Field(self.tr("From"), self.since, "", self.tr("(optional)")),
            "until": Field(self.tr("Until"), self.until, "", self.tr("(optional)")),
        }
        self._days = SideBySide(*self.fields.values())
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._items = Field(self.tr("Entries"), self._list)
        self.column.setSpacing(12)
        self.column.addWidget(Label(self.tr("How much of it"), Voice.CARD_TITLE))
        for widget in (self.how, self._days, self._items):
            self.column.addWidget(widget)
        self.how.chosen.connect(self._show)
        self._show(WHOLE)
        self.hide()

    def offer(self, items: Sequence[ItemOffered], *, by_days: bool) -> None:
        """Offer days, and the entries of a file; a paper of neither is not chosen from."""
        self.setVisible(by_days)
        self._offered = by_days
        if not items:
            self.how.offer((WHOLE, DAYS))
        for item in items:
            when = told_in_full(item.at[:16]) or item.at
            tick = Tick(f"{when}: {item.title}"[:_LONGEST])
            self.ticks[item.record] = tick
            self._rows.addWidget(tick)

    def wish(self, of: Wish) -> Wish:
        """Return what is wished for of this file."""
        if not self._offered:  # what it is of was chosen before
            return of
        if self.how.choice() == WHOLE:
            return replace(of, since="", until="", items=())
        if self.how.choice() == DAYS:
            since, until = (read_day(line.text()) for line in (self.since, self.until))
            return replace(of, since=since, until=until, items=())
        chosen = tuple(record for record, tick in self.ticks.items() if tick.isChecked())
        return Wish(PaperSort.SELECTED, of.of, items=chosen)

    def all_fields(self) -> dict[str, Field]:
        """Return the fields problems are shown beside."""
        return {**self.fields, "items": self._items}

    def _show(self, how: int) -> None:
        self._days.setVisible(how == DAYS)
        self._items.setVisible(how == SELECTED)
