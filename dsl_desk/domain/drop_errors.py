"""What stands in the way of leaving something in the sealed drop."""

from __future__ import annotations

from dsl_desk.domain.errors import DeskError


class DropFullError(DeskError):
    """So much waits in the drop that nothing more may be left."""


class TooLongToLeaveError(DeskError):
    """What is to be left is longer than any place in the drop."""


class NobodyReceivesError(DeskError):
    """Nobody in this vault may receive it: it goes to the LADO alone, and nothing was written."""


class NotLeftForUsError(DeskError):
    """What was left is not there, or not for this member."""
