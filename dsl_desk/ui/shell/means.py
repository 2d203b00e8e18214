"""What the shell hands to its pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.member import Member
    from dsl_desk.services.desk import Desk
    from dsl_desk.system.at_the_door import AtTheDoor
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.drafts import DraftKeeper
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """Everything an unlocked window works with; made once, by app/wiring.py."""

    worker: Worker[Desk]
    errands: Errands
    drafts: DraftKeeper
    ask: Ask
    clock: Clock
    face: Face = field(repr=False)
    member: Member = field(repr=False)
    words: Path
    door: AtTheDoor
    lock_after: int = 10
