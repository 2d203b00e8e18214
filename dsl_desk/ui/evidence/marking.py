"""How the duties of a decision to look are read, and how one of them is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.ui.forms.duties_card import under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk


def marking_of(record: RecordId) -> Marking:
    """Return the duties of a decision, for the card that shows them."""
    return Marking(
        record,
        lambda desk: asks_of(record, desk),
        lambda desk, mark, entry: desk.look_duties.mark(mark, entry),
    )


def asks_of(record: RecordId, desk: Desk) -> Asks:
    """Read the duties of a decision, and under which version of the policy they are asked."""
    made_under = desk.viewings.open(record).viewing.draft.policy
    under = under_policy(made_under, desk.policy.mark())
    return Asks(desk.look_duties.of(record), desk.look_duties.unseen(), under)
