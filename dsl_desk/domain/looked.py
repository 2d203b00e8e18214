"""How far the check in the background has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from dsl_desk.domain.damage import Where


@dataclass(frozen=True)
class Looked:
    """How far the check of a part, or of several, has come.

    `where` is the first bad place, `whole_at` when the last whole check ended well.
    """

    checked: int
    of: int
    done: bool
    where: Where | None = None
    whole_at: datetime | None = None
