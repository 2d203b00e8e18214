"""kill -9 of a process that writes through the real services, thousands of times, in one vault.

The desk itself is killed in `kills`; this one has no window and is killed twenty times as often,
within thirty milliseconds of its first confirmation, so that many a kill falls into a save. What it
said to be saved is looked for after every kill, and now and then everything is checked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from tests.proof import harness
from tests.services.killing import Nursery

if TYPE_CHECKING:
    import random

_CHECKED_EVERY = 50


class Writers(harness.Harness):
    name: ClassVar = "writers"
    claim: ClassVar = "a writer killed in the midst of a save loses nothing it said to be saved"
    asked: ClassVar = "2,000 kills of a writer, 0 confirmed entries lost, 0 unreadable"
    fast: ClassVar = 30
    control: ClassVar = 60
    full: ClassVar = 2000
    faults: ClassVar[tuple[str, ...]] = ("a writer that confirms before it has saved",)
    together: ClassVar = True

    @override
    def prepare(self) -> int:
        self.nursery = Nursery(self.ground / "vault", early=bool(self.planted))
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        hot = self.nursery.hot
        self.nursery.one_life()
        self.facts["confirmed"] += len(self.nursery.confirmed)
        self.facts["killed in the midst of a save"] += self.nursery.hot - hot
        try:
            lost = self.nursery.lost()
            if number % _CHECKED_EVERY == 0:
                self.nursery.whole()
        except DeskError as error:
            return f"unreadable: {type(error).__name__} {error.args}"
        kept = self.ground / "vault" / "quarantine"
        if kept.exists() and any(kept.iterdir()):
            return "a good journal of a killed writer was not believed"
        return f"{lost} said to be saved are not there" if lost else ""


if __name__ == "__main__":
    harness.main(Writers)
