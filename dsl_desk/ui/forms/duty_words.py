"""A duty for one of its people in words: whom it is about, and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.dates import in_full
from dsl_desk.domain.moments import told_in_full
from dsl_desk.domain.policy.states import MARKED, DutyState
from dsl_desk.domain.policy.terms import Unit
from dsl_desk.domain.words import label
from dsl_desk.ui.forms.asked_item import when_of

if TYPE_CHECKING:
    from dsl_desk.domain.policy.states import DutyRow


def about(row: DutyRow) -> str:
    """Return the act and whom it is about: Tell: Headteacher."""
    act = label(row.asked.act)
    return f"{act}: {row.told.title}" if row.told.title else act


def state_in_words(row: DutyRow) -> str:
    """Return how it stands: Done Thursday 19 November 2026, 12:14 by Maya Fernsby. By telephone."""
    state, mark = label(row.state), row.mark
    if mark is not None and row.state in MARKED:
        when = f" {told_in_full(mark.at)}" if mark.at else ""
        by = f", written down by {mark.by}" if mark.by else ""
        return f"{state}{when}{by}. {mark.how or mark.why}"
    by_when = when_of(row.told)
    if row.told.by.unit is Unit.AT_ONCE:
        return f"{state}. {by_when}"
    if row.due is not None and row.state is DutyState.OVERDUE:
        return f"{state}: it was due {in_full(row.due)}"
    if row.due is not None:
        return f"{state}, until {in_full(row.due)}"
    return f"{state}. {by_when}"
