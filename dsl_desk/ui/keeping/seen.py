"""What the page of keeping reads in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.errors import RecordDisposedError, RecordMissingError
from dsl_desk.domain.ids import RecordId

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from dsl_desk.domain.disposal import Proposal
    from dsl_desk.domain.keeping_words import Kept
    from dsl_desk.domain.page import Page
    from dsl_desk.domain.retention import RetentionClass, Rule
    from dsl_desk.services.desk import Desk

A_STRETCH: Final = 25


@dataclass(frozen=True)
class Seen:
    """Everything on the page. `one` is the record it was opened for, `mine` what I may answer."""

    one: Kept | None
    waiting: tuple[Proposal, ...] = field(repr=False)
    mine: frozenset[RecordId]
    about: Mapping[RecordId, Kept] = field(repr=False)
    due: Page[Kept]
    held: Page[Kept]
    done: tuple[Proposal, ...] = field(repr=False)
    rules: Mapping[RetentionClass, Rule] = field(repr=False)
    checked_on: date


def see(desk: Desk, record: str, count: int) -> Seen:
    """Read it; a record that is gone meanwhile is not there any more."""
    try:
        one = desk.retention.of(RecordId(record)) if record else None
    except (RecordMissingError, RecordDisposedError):
        one = None
    waiting = desk.disposals.waiting()
    return Seen(
        one=one,
        waiting=waiting,
        about={each.draft.record: desk.retention.of(each.draft.record) for each in waiting},
        mine=frozenset(each.id for each in waiting if desk.disposals.for_me(each)),
        due=desk.retention.due(0, count),
        held=desk.retention.held(0, count),
        done=desk.disposals.done(),
        rules=desk.retention.rules(),
        checked_on=desk.retention.installed.checked_on,
    )
