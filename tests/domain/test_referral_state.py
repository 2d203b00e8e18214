"""How a referral stands: waiting, overdue by so many days, answered; in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dsl_desk.domain.referral import Consent, ReferralDraft, ReferralTo
from dsl_desk.domain.referral_state import ReferralState, how_it_stands, state_of

TODAY = date(2026, 11, 19)
DRAFT = ReferralDraft(
    to=ReferralTo.SOCIAL_CARE,
    at="2026-11-18T11:00",
    spoke_to="Bryony Dunlin",
    words="x",
    consent=Consent.GIVEN,
    reply_due="2026-11-19",
)


@pytest.mark.parametrize(
    ("changes", "state", "words"),
    [
        ({}, ReferralState.WAITING, "Reply due today"),
        ({"reply_due": "2026-11-20"}, ReferralState.WAITING, "Reply due Fri 20 Nov 2026"),
        ({"reply_due": "2026-11-18"}, ReferralState.OVERDUE, "Overdue by 1 day"),
        ({"reply_due": "2026-11-09T10:00"}, ReferralState.OVERDUE, "Overdue by 10 days"),
        (
            {"reply_due": "2026-11-17", "chased_at": "2026-11-18T09:00"},
            ReferralState.OVERDUE,
            "Overdue by 2 days, asked again",
        ),
        (
            {"chased_at": "2026-11-18T09:00", "escalated": "Took it further"},
            ReferralState.WAITING,
            "Reply due today, taken further",
        ),
        (
            {"reply_due": "2026-11-17", "replied_at": "2026-11-18T09:00", "reply": "They visit"},
            ReferralState.ANSWERED,
            "Answered Wed 18 Nov 2026",
        ),
    ],
)
def test_that_it_is_told_in_words(
    changes: dict[str, str], state: ReferralState, words: str
) -> None:
    draft = replace(DRAFT, **changes)  # type: ignore[arg-type]  # a test names fields it knows
    assert (state_of(draft, TODAY), how_it_stands(draft, TODAY)) == (state, words)
