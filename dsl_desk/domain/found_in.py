"""What kind of record a search has found words in."""

from __future__ import annotations

from enum import Enum


class FoundIn(Enum):
    """What was searched: a concern's answers, what was done about it, its evidence; a register."""

    CONCERN = "concern"
    STEP = "step"
    REFERRAL = "referral"
    REGISTER = "register"
    EVIDENCE = "evidence"
    RECEIVED = "received"
