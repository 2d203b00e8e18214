"""What stands in the way of keeping, holding and disposing."""

from __future__ import annotations

from dsl_desk.domain.errors import DeskError


class OnHoldError(DeskError):
    """The record is on hold: nobody disposes of it."""


class HeldAlreadyError(DeskError):
    """It is on hold already, or it is not on hold: nothing is to be changed."""


class OwnProposalError(DeskError):
    """Whoever proposed it may not agree to it: that takes another person."""


class AnsweredAlreadyError(DeskError):
    """Somebody has agreed or refused already."""


class ProposedAlreadyError(DeskError):
    """Somebody has proposed it already, and it waits for an answer."""
