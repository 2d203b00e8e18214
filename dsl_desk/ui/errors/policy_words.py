"""The words for whatever is wrong with a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dsl_desk.domain.policy.flaws import ProfileRefusedError
from dsl_desk.ui.errors.advice import Advice

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.errors import DeskError

POLICIES: dict[type[DeskError], Callable[[Any], Advice]] = {
    ProfileRefusedError: lambda error: Advice(
        f"This profile was not taken in. {error.lines()[0]}",
        "Mend the file and try again. The policy that was in force still is.",
    ),
}
