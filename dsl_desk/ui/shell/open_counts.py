"""How many open things wait at a place of the rail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.referral_state import ReferralState

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk


def open_counts(desk: Desk) -> tuple[int, int]:
    """Return how many concerns are open, and how many referrals nobody has answered."""
    concerns = desk.concerns.counts()
    still_open = sum(count for state, count in concerns.items() if state is not ConcernState.CLOSED)
    return still_open, desk.referrals.counts().get(ReferralState.WAITING, 0)
