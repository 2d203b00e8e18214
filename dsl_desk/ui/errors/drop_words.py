"""The words for what stands in the way of leaving something, or of reading what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain import drop_errors as d
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

DROP: dict[type[DeskError], Callable[[Any], Advice]] = {
    d.DropFullError: lambda _e: Advice(
        "So many notes wait here that there is no room for another. Nothing was left.",
        "Find somebody and tell them in person now.",
    ),
    d.TooLongToLeaveError: lambda _e: Advice(
        "This is too long to be left here. Nothing was left.",
        "Shorten it to what matters most, and say that there is more.",
    ),
    d.NobodyReceivesError: lambda _e: Advice(
        "Nobody in this vault may receive this. Nothing was left.",
        "Ring the LADO of your local authority yourself, now.",
    ),
    d.NotLeftForUsError: lambda _e: Advice(
        "This note is not here, or not for you.", "Go back to the list and open it there."
    ),
}
