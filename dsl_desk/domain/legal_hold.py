"""A legal hold: a record that nobody disposes of, whatever its day, until somebody lifts it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.concern_choices import ConcernSort
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

# What names sexual abuse, or may: whoever is not sure keeps it.
SEXUAL: Final = frozenset(
    {
        ConcernSort.SEXUAL,
        ConcernSort.NUDES,
        ConcernSort.GROOMING,
        ConcernSort.ADULT_POSING,
        ConcernSort.EXPLOITATION,
        ConcernSort.FGM,
    }
)


class Held(Enum):
    """How a record stands."""

    NOT = "not"
    BY_ITSELF = "by_itself"
    PUT_ON = "put_on"


@dataclass(frozen=True)
class HoldDraft:
    """A hold as it was put on or lifted. `by_itself` says that it stood without anybody's doing."""

    record: str
    on: bool
    reason: str = field(repr=False)
    by_itself: bool = False


def is_sexual(sorts: Iterable[ConcernSort]) -> bool:
    """Tell whether these kinds name sexual abuse."""
    return not SEXUAL.isdisjoint(sorts)


def held_as(written: HoldDraft | None, *, sexual: bool) -> Held:
    """Return how a record stands. A lift counts against what stood when it was lifted, only."""
    if written is not None and written.on:
        return Held.PUT_ON
    if sexual and not (written is not None and written.by_itself):
        return Held.BY_ITSELF
    return Held.NOT


def _to_fields(draft: HoldDraft) -> dict[str, Json]:
    return {
        "record": draft.record,
        "on": draft.on,
        "reason": draft.reason.strip(),
        "by_itself": draft.by_itself,
    }


def _of_fields(fields: Fields) -> HoldDraft:
    return HoldDraft(
        fields.text("record"), fields.truth("on"), fields.text("reason"), fields.truth("by_itself")
    )


HOLD: Final = Kind(
    name="hold",
    schema=1,
    entry_class=EntryClass.RETENTION,
    to_fields=_to_fields,
    of_fields=_of_fields,
)


def said_of_hold(draft: HoldDraft) -> Said[HoldDraft]:
    """Return a hold as the ledger takes it."""
    return Said(draft)
