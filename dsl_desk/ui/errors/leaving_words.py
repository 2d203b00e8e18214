"""The words for what stands in the way of a paper that is to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import leaving_errors as e
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

LEAVING: dict[type[DeskError], Callable[[Any], Advice]] = {
    e.KeptFromError: lambda _e: Advice(
        "Records in this paper are not shared with this person.",
        "Nothing was made. The child's front sheet says why, and who decided it.",
    ),
    e.NotProvedError: lambda error: Advice(
        label(error.flaw),
        "Nothing left, and that is written down. Change what is covered and try again.",
    ),
    e.NotConfirmedByError: lambda _e: Advice(
        "Only the case manager can confirm these statements.",
        "Leave them out, then the pack says that none is recorded, or ask the case manager.",
    ),
    e.NotReadError: lambda _e: Advice(
        "This paper does not leave before somebody has read every page.",
        "Go through all the pages, then tick that you have read them.",
    ),
    e.UndecidedError: lambda error: Advice(
        f"{error.count:,} of these records are neither given nor withheld yet."
        if error.count != 1
        else "1 of these records is neither given nor withheld yet.",
        "Go back and decide about each. A record that has changed is decided again.",
    ),
    e.NothingInItError: lambda _e: Advice(
        "There is nothing in what you chose.", "Choose other days, or other entries."
    ),
}
