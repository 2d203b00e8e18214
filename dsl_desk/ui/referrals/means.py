"""What the page of referrals works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread and the clock."""

    worker: Worker[Desk]
    clock: Clock
