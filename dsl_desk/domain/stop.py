"""The stop: the question before every capture, and what was answered, as data.

Nothing is read from a file, the clipboard or the screen before somebody has answered No, for this
way in, this many files and this decision. An answer is good once, and for a short while.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.stop_errors import StopError, StopTrouble

if TYPE_CHECKING:
    from dsl_desk.domain.packing import Json

GOOD_FOR: Final = timedelta(minutes=10)


class StopAnswer(Enum):
    """What was answered. Nothing is chosen beforehand."""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"
    NOT_ALL = "not_all"


class WayIn(Enum):
    """How something comes in."""

    FILE = "file"
    PASTE = "paste"
    DROP = "drop"
    GRAB = "grab"


@dataclass(frozen=True)
class Stop:
    """One answer: for one way in, so many files, and one decision or one thing handed in."""

    id: str
    answer: StopAnswer
    way: WayIn
    count: int
    basis: str
    at: datetime
    seen_by: str = field(default="", repr=False)  # who saw a film, a PDF or an archive to its end

    def refuse_unless_no(self, now: datetime) -> None:
        """Refuse whatever is not a fresh No."""
        if self.answer is not StopAnswer.NO:
            raise StopError(StopTrouble.NOT_NO)
        if not timedelta(0) <= now - self.at <= GOOD_FOR:
            raise StopError(StopTrouble.OLD)
        if self.count < 1:
            raise StopError(StopTrouble.COUNT)

    def fields(self) -> dict[str, Json]:
        """Return what an entry keeps of it."""
        return {
            "answer": self.answer.value,
            "way": self.way.value,
            "count": self.count,
            "at": self.at.isoformat(timespec="seconds"),
            "seen_by": self.seen_by.strip(),
        }
