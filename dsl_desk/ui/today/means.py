"""What Today works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.member import Member
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The worker that has the vault, the clock, the one door for questions, and who is here."""

    worker: Worker[Desk]
    clock: Clock
    ask: Ask
    member: Member
    members: tuple[Member, ...]
    drafts: DraftKeeper
