"""What the pages of settings work with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.member import Member
    from dsl_desk.services.desk import Desk
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread, the pool, the door for questions, whose desk it is, and the words."""

    worker: Worker[Desk]
    errands: Errands
    ask: Ask
    school: str
    member: Member = field(repr=False)
    words: Path
