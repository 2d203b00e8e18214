"""What a list of concerns is asked for: which of them, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment

if TYPE_CHECKING:
    from datetime import date

    from dsl_desk.domain.concern_choices import ConcernSort, ConcernState


class OrderBy(Enum):
    """What a list of concerns goes by."""

    RECORDED = "recorded"
    REFERENCE = "reference"
    TOLD = "told"
    WHOM = "whom"
    TELLER = "teller"
    STATE = "state"


@dataclass(frozen=True)
class Order:
    """An order; the other way round where it is rising."""

    by: OrderBy = OrderBy.RECORDED
    rising: bool = False


@dataclass(frozen=True)
class Wanted:
    """Which concerns: of which part, in one of these states, of one of these kinds, told since."""

    part: Compartment = Compartment.CHILDREN
    states: tuple[ConcernState, ...] = ()
    sorts: tuple[ConcernSort, ...] = ()
    since: str = ""


NEWEST = Order()
ALL = Wanted()


@dataclass(frozen=True)
class Narrowing:
    """What a page of concerns is narrowed to, as somebody chose it: `days` is counted back."""

    part: Compartment = Compartment.CHILDREN
    states: tuple[ConcernState, ...] = ()
    sorts: tuple[ConcernSort, ...] = ()
    days: int = 0
    order: Order = NEWEST

    def wanted(self, today: date) -> Wanted:
        """Return which concerns that is on a day."""
        since = (today - timedelta(days=self.days)).isoformat() if self.days else ""
        return Wanted(self.part, self.states, self.sorts, since)

    @property
    def is_narrow(self) -> bool:
        """Whether not all concerns of the part are wanted."""
        return bool(self.states or self.sorts or self.days)
