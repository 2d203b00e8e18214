"""The duties of a decision to look: how they are read, and how one of them is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.ui.forms.duties_card import Asking, Asks, asked_under

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk


def asking_of(record: RecordId) -> Asking:
    """Return what the card of a decision asks."""
    return Asking(
        record,
        partial(asks_of, record),
        lambda desk, mark, entry: desk.look_duties.mark(mark, entry),
    )


def asks_of(record: RecordId, desk: Desk) -> Asks:
    """Read the duties of a decision, and under which version of the policy they are asked."""
    made_under = desk.viewings.open(record).viewing.draft.policy
    policy = asked_under(made_under, desk.policy.mark())
    return Asks(desk.look_duties.of(record), desk.look_duties.unseen(), policy)
