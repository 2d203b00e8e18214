"""Which paper a referral has: Prevent asks its own questions, in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.leaving import PaperSort, Wish
from dsl_desk.domain.referral import ReferralTo

if TYPE_CHECKING:
    from dsl_desk.domain.referral import Referral


def paper_of_referral(referral: Referral) -> Wish:
    """Return the wish for the paper of a referral."""
    prevent = referral.draft.to is ReferralTo.PREVENT
    return Wish(PaperSort.PREVENT if prevent else PaperSort.SOCIAL_CARE, referral.id)
