"""What taking in a parcel works with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.system.at_the_door import AtTheDoor
    from dsl_desk.ui.kit.ask import Ask
    from dsl_desk.ui.work.errands import Errands
    from dsl_desk.ui.work.worker import Worker


@dataclass(frozen=True)
class Means:
    """The vault's thread, the pool for long jobs, the door for questions, what was clicked on."""

    worker: Worker[Desk]
    errands: Errands
    ask: Ask
    door: AtTheDoor
