"""A filter of the list of concerns, kept under a name by the member who uses it.

It is kept in the part whose concerns it narrows: what somebody calls it may tell of what is there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import ConcernSort, ConcernState
from dsl_desk.domain.concern_list import Narrowing, Order, OrderBy
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.record import Kind, Said

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.packing import Json

LONGEST_NAME: Final = 60


@dataclass(frozen=True)
class KeptFilterDraft:
    """Its name, what it narrows to, and whether it was taken away again."""

    name: str = field(repr=False)
    narrowing: Narrowing
    removed: bool = False

    def problems(self) -> tuple[Problem, ...]:
        """Return all that stands in the way."""
        code = what_is_wrong(self.name, LONGEST_NAME)
        return (Problem("reason", code),) if code else ()


@dataclass(frozen=True)
class KeptFilter:
    """A filter as it was written down."""

    id: RecordId
    entry: EntryId
    draft: KeptFilterDraft


def _to_fields(draft: KeptFilterDraft) -> dict[str, Json]:
    narrowing = draft.narrowing
    return {
        "name": draft.name.strip(),
        "part": narrowing.part.value,
        "states": [state.value for state in narrowing.states],
        "sorts": [sort.value for sort in narrowing.sorts],
        "days": narrowing.days,
        "by": narrowing.order.by.value,
        "rising": narrowing.order.rising,
        "removed": draft.removed,
    }


def _of_fields(fields: Fields) -> KeptFilterDraft:
    narrowing = Narrowing(
        part=fields.one_of("part", Compartment),
        states=fields.some_of("states", ConcernState),
        sorts=fields.some_of("sorts", ConcernSort),
        days=fields.number("days"),
        order=Order(fields.one_of("by", OrderBy), rising=fields.truth("rising")),
    )
    return KeptFilterDraft(fields.text("name"), narrowing, fields.truth("removed"))


KEPT_FILTER: Final = Kind("kept_filter", 1, EntryClass.SETTING, _to_fields, _of_fields)


def said_of_filter(draft: KeptFilterDraft) -> Said[KeptFilterDraft]:
    """Return a filter as the ledger takes it."""
    return Said(draft)


def kept_filter_of(entry: Entry) -> KeptFilter:
    """Return the filter that an entry holds."""
    return KeptFilter(entry.header.record, entry.header.id, KEPT_FILTER.said(entry).draft)
