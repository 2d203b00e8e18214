"""An allegation as its page shows it: the record, its steps, the clock, and who may do what."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.allegation import Allegation
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.lado_clock import LadoClock
    from dsl_desk.domain.lado_directory import Authority
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.domain.routing import Row
    from dsl_desk.domain.rung import Number


@dataclass(frozen=True)
class AllegationRow:
    """One line of the list. A sealed one has no reference: a gap in the numbers would tell."""

    allegation: Allegation
    steps: tuple[AllegationStep, ...] = field(repr=False)
    clock: LadoClock
    sealed: bool
    row: Row


@dataclass(frozen=True)
class AllegationView:
    """The whole page."""

    line: AllegationRow
    managers: tuple[str, ...] = field(repr=False)
    may_sign: bool
    holders: tuple[str, ...] = field(repr=False)
    authority: Authority | None = None
    number: Number | None = None
    statutory: bool = False
    before: tuple[LowLevel, ...] = field(default=(), repr=False)
