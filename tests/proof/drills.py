"""Drills: a vault of chance is copied, perhaps damaged, and brought back in another place.

Every second copy is damaged first: a file is gone, cut off, or has a flipped bit, and has to be
refused by its name, with nothing put in place. Every other one is brought back where the vault is
no more, opened, checked whole, and has to show what the vault showed.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from dsl_desk.services.restoring import Restored, restore
from dsl_desk.system.clock import SystemClock
from tests.proof import harness
from tests.services import drills
from tests.services.drills import drill

if TYPE_CHECKING:
    import random
    from pathlib import Path

_BLIND = "a restore that does not look at what it copies"
_EARLIER = "a restore that brings back the copy of the day before"


class Drills(harness.Harness):
    name: ClassVar = "drills"
    claim: ClassVar = "a copy brings everything back, and a damaged one is refused by name"
    asked: ClassVar = "200 drills, damaged copies included: 0 differences, every damage refused"
    fast: ClassVar = 12
    control: ClassVar = 12
    full: ClassVar = 200
    faults: ClassVar[tuple[str, ...]] = (_BLIND, _EARLIER)

    @override
    def prepare(self) -> int:
        if self.planted == _BLIND:
            setattr(drills, "restore", _copied)  # noqa: B010 - the planted fault
        if self.planted == _EARLIER:
            setattr(drills, "restore", _the_day_before)  # noqa: B010 - the planted fault
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        folder = self.ground / "drill"
        folder.mkdir()
        seed = 2 * chance.randrange(1_000_000) + number % 2
        try:
            wrong = drill(folder, seed)
            left = [path.name for path in folder.glob("back*")] if seed % 2 and not wrong else []
        except DeskError as error:
            return f"not brought back: {type(error).__name__} {error.args}"
        finally:
            shutil.rmtree(folder)
        self.facts["damaged, and refused by name" if seed % 2 else "brought back whole"] += 1
        return "; ".join(wrong) or (f"refused, and {left} was put in place" if left else "")

    @override
    def finish(self) -> None:
        setattr(drills, "restore", restore)  # noqa: B010 - as it was


def _copied(copy: Path, into: Path) -> Restored:
    """Plant the fault: put in place whatever lies there."""
    shutil.copytree(copy, into)
    shutil.copytree(copy.parent / "evidence", into / "evidence", dirs_exist_ok=True)
    return Restored("", SystemClock().now(), 0)


def _the_day_before(copy: Path, into: Path) -> Restored:
    """Plant the fault: choose the wrong copy."""
    earliest = min(path for path in copy.parent.iterdir() if path.name[0].isdigit())
    right = into.with_name("right")
    restore(copy, right)  # a damaged one is refused all the same
    shutil.rmtree(right)
    return restore(earliest, into)


if __name__ == "__main__":
    harness.main(Drills)
