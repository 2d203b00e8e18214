"""What the pages of sealed cases work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread, the drafts, the time, the questions, the pool, and who is here."""

    worker: Worker[Desk]
    drafts: DraftKeeper
    clock: Clock
    ask: Ask
    errands: Errands
    face: Face = field(repr=False)
    member: Member = field(repr=False)
