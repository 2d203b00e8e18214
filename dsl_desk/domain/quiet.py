"""Nothing needs you: said only with the parts it cannot see beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.policy.states import DutyRow


def quiet(rows: Iterable[DutyRow], unseen: Sequence[Compartment]) -> str:
    """Return the sentence for a page on which no duty presses; nothing where one does."""
    if any(row.presses for row in rows):
        return ""
    if not unseen:
        return "Nothing needs you."
    parts = " and ".join(label(part) for part in unseen)
    return f"Nothing needs you here. What stands in {parts} you cannot see, and it is not counted."
