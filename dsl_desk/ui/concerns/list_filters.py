"""What the list of concerns is narrowed to, and what it goes by: all of it by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernSort, ConcernState
from dsl_desk.domain.concern_list import Narrowing, Order, OrderBy
from dsl_desk.domain.words import label
from dsl_desk.ui.kit.pick import Pick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from dsl_desk.domain.concern_list import Wanted

_STATES: Final = tuple(ConcernState)
_SORTS: Final = tuple(ConcernSort)
_SINCE: Final = (("Any time", 0), ("Last 7 days", 7), ("Last 12 weeks", 84), ("Last year", 365))
_ORDERS: Final = (
    ("Newest first", Order()),
    ("Oldest first", Order(rising=True)),
    ("When we were told", Order(OrderBy.TOLD)),
    ("Who it is about", Order(OrderBy.WHOM, rising=True)),
    ("Who told us", Order(OrderBy.TELLER, rising=True)),
    ("State", Order(OrderBy.STATE)),
    ("Reference", Order(OrderBy.REFERENCE)),
)


class ListFilters(QWidget):
    """Part, state, kind, since when, and the order.

    Signals:
        changed(): another choice was made.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._parts: tuple[Compartment, ...] = (Compartment.CHILDREN,)
        self.part = Pick([label(Compartment.CHILDREN)], self.tr("Part of the vault"))
        states = [self.tr("All states"), *(label(state) for state in _STATES)]
        self.state = Pick(states, self.tr("State"))
        sorts = [self.tr("All kinds"), *(label(sort) for sort in _SORTS)]
        self.sort = Pick(sorts, self.tr("Kind of concern"))
        self.since = Pick([words for words, _days in _SINCE], self.tr("Told since"))
        self.order = Pick([words for words, _order in _ORDERS], self.tr("Order"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for pick in (self.part, self.state, self.sort, self.since, self.order):
            pick.activated.connect(self.changed)
            row.addWidget(pick)
        row.addStretch(1)
        self.part.hide()

    def offer_parts(self, parts: Sequence[Compartment]) -> None:
        """Offer the parts this member can read; with one there is nothing to choose."""
        if tuple(parts) == self._parts or not parts:
            return
        chosen = self._part()
        self._parts = tuple(parts)
        self.part.clear()
        self.part.addItems([label(part) for part in parts])
        self.part.setCurrentIndex(self._parts.index(chosen) if chosen in self._parts else 0)
        self.part.setVisible(len(parts) > 1)

    def narrowing(self) -> Narrowing:
        """Return what is chosen."""
        state, sort = self.state.currentIndex(), self.sort.currentIndex()
        return Narrowing(
            part=self._part(),
            states=(_STATES[state - 1],) if state else (),
            sorts=(_SORTS[sort - 1],) if sort else (),
            days=_SINCE[self.since.currentIndex()][1],
            order=_ORDERS[self.order.currentIndex()][1],
        )

    def choose(self, narrowing: Narrowing) -> None:
        """Choose what somebody kept, or what another page asks for; nobody is told."""
        if narrowing.part not in self._parts:
            self._parts = (narrowing.part,)  # the others are offered with the first answer
            self.part.setItemText(0, label(narrowing.part))
        self.part.setCurrentIndex(self._parts.index(narrowing.part))
        states, sorts = narrowing.states, narrowing.sorts
        self.state.setCurrentIndex(_STATES.index(states[0]) + 1 if states else 0)
        self.sort.setCurrentIndex(_SORTS.index(sorts[0]) + 1 if sorts else 0)
        days, orders = [days for _words, days in _SINCE], [order for _words, order in _ORDERS]
        self.since.setCurrentIndex(days.index(narrowing.days) if narrowing.days in days else 0)
        known = narrowing.order in orders
        self.order.setCurrentIndex(orders.index(narrowing.order) if known else 0)

    def wanted(self) -> Wanted:
        """Return which concerns are wanted."""
        return self.narrowing().wanted(self._today())

    def _part(self) -> Compartment:
        return self._parts[max(self.part.currentIndex(), 0)]
