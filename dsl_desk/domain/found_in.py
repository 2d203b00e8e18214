"""What kind of record a search has found words in."""

from __future__ import annotations

from enum import Enum


class FoundIn(Enum):
    """What was searched: concerns, what was done, evidence, conversations; registers."""

    CONCERN = "concern"
    STEP = "step"
    REFERRAL = "referral"
    REGISTER = "register"
    EVIDENCE = "evidence"
    RECEIVED = "received"
    CONVERSATION = "conversation"
