"""How the duties of a case about an adult are read, and how one of them is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.ui.forms.duties_card import under_policy
from dsl_desk.ui.forms.mark_form import Asks, Marking

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk

MARKED: Final = "It is marked, and kept with the case"


def marking_of(record: RecordId) -> Marking:
    """Return the duties of a case about an adult, for the card that shows them."""
    return Marking(
        record,
        lambda desk: _asks_of(record, desk),
        lambda desk, mark, entry: desk.adult_duties.mark(mark, entry),
    )


def _asks_of(record: RecordId, desk: Desk) -> Asks:
    under = under_policy(desk.adult_duties.policy_of(record), desk.policy.mark())
    return Asks(desk.adult_duties.of(record), (), under)
