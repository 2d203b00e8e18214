"""What a list of concerns is asked for: which of them, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment

if TYPE_CHECKING:
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
