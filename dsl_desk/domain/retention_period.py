"""A period the school has changed: another number of years for a class, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import Kind, Said
from dsl_desk.domain.retention import MOST_YEARS, RetentionClass

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json


@dataclass(frozen=True)
class PeriodDraft:
    """So many years for a class, from now on."""

    of: RetentionClass
    years: int
    reason: str = field(repr=False)

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way, not only the first."""
        codes = {
            "years": "" if 1 <= self.years <= MOST_YEARS else "not_years",
            "reason": what_is_wrong(self.reason),
        }
        return tuple(Problem(name, code) for name, code in codes.items() if code)


def _to_fields(draft: PeriodDraft) -> dict[str, Json]:
    return {"of": draft.of.value, "years": draft.years, "reason": draft.reason.strip()}


def _of_fields(fields: Fields) -> PeriodDraft:
    return PeriodDraft(
        fields.one_of("of", RetentionClass), fields.number("years"), fields.text("reason")
    )


RETENTION_PERIOD: Final = Kind(
    name="retention_period",
    schema=1,
    entry_class=EntryClass.RETENTION,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_period(draft: PeriodDraft) -> Said[PeriodDraft]:
    """Return a period as the ledger takes it."""
    return Said(draft)
