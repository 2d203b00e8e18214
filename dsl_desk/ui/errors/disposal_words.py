"""The words for what stands in the way of keeping, holding and disposing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import disposal_errors as d
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

DISPOSAL: dict[type[DeskError], Callable[[Any], Advice]] = {
    d.OnHoldError: lambda _e: Advice(
        "This record is on hold, and is kept whatever its day.",
        "Lift the hold first, with the reason, if it is not needed any more.",
    ),
    d.HeldAlreadyError: lambda _e: Advice(
        "Somebody changed the hold meanwhile.", "Nothing was changed. Look at it again."
    ),
    d.OwnProposalError: lambda _e: Advice(
        "You proposed this yourself.",
        "Ask another member who can write in this part to agree or refuse.",
    ),
    d.AnsweredAlreadyError: lambda _e: Advice(
        "Somebody has answered this proposal already.", "Look at what they decided."
    ),
    d.ProposedAlreadyError: lambda _e: Advice(
        "This is proposed for disposal already.", "It waits for a second person."
    ),
}
