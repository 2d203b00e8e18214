"""The duties of a concern: how they are read, and how one of them is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.ui.forms.duties_card import Asking, Asks, asked_under

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk


def asking_of(record: RecordId) -> Asking:
    """Return what the card of a concern asks."""
    return Asking(
        record,
        partial(asks_of, record),
        lambda desk, mark, entry: desk.duties.mark(mark, entry),
    )


def asks_of(record: RecordId, desk: Desk) -> Asks:
    """Read the duties of a concern, and under which version of the policy they are asked."""
    policy = asked_under(desk.concerns.draft_of(record).policy, desk.policy.mark())
    return Asks(desk.duties.of(record), desk.duties.unseen(), policy)
