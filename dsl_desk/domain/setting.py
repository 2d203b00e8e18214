"""What the school decided about the vault itself: so far, how long the desk stands unlocked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.record import Kind

if TYPE_CHECKING:
    from dsl_desk.domain.fields import Fields
    from dsl_desk.domain.packing import Json

LOCK_AFTER_CHOICES: Final = (5, 10, 15)  # minutes; never off
USUAL_LOCK_AFTER: Final = 10


@dataclass(frozen=True)
class LockAfter:
    """After how many minutes without a touch the desk locks."""

    minutes: int

    @property
    def in_force(self) -> int:
        """The minutes, if they are among the choices: whoever wrote them, never off."""
        return self.minutes if self.minutes in LOCK_AFTER_CHOICES else USUAL_LOCK_AFTER


def _of(setting: LockAfter) -> dict[str, Json]:
    return {"minutes": setting.minutes}


def _to(fields: Fields) -> LockAfter:
    return LockAfter(fields.number("minutes"))


LOCK_AFTER: Final = Kind("lock_after", 1, EntryClass.SETTING, _of, _to)
