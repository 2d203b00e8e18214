"""How a referral stands: whether anybody has answered, and by how much they are late."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.moments import told_in_full

if TYPE_CHECKING:
    from dsl_desk.domain.referral import ReferralDraft

_DAY: Final = len("2026-11-19")


class ReferralState(Enum):
    """What a list of referrals is narrowed to."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    ANSWERED = "answered"


def state_of(draft: ReferralDraft, today: date) -> ReferralState:
    """Return how a referral stands today."""
    if not draft.waiting:
        return ReferralState.ANSWERED
    return ReferralState.OVERDUE if _days_late(draft, today) > 0 else ReferralState.WAITING


def how_it_stands(draft: ReferralDraft, today: date) -> str:
    """Return how a referral stands today, in words."""
    if not draft.waiting:
        return f"Answered {told_in_full(draft.replied_at[:_DAY])}"
    late = _days_late(draft, today)
    if late > 0:
        words = f"Overdue by {late:,} {'day' if late == 1 else 'days'}"
    elif late == 0:
        words = "Reply due today"
    else:
        words = f"Reply due {told_in_full(draft.reply_due[:_DAY])}"
    if draft.escalated:
        return f"{words}, taken further"
    return f"{words}, asked again" if draft.chased_at else words


def _days_late(draft: ReferralDraft, today: date) -> int:
    return (today - date.fromisoformat(draft.reply_due[:_DAY])).days
