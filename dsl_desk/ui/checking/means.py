"""What the pages of checking work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread, drafts, the clock."""

    worker: Worker[Desk]
    drafts: DraftKeeper
    clock: Clock
