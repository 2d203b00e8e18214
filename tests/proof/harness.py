"""What every proof is: a program that runs many cases, each of them told by its number and a seed.

    python -m tests.proof.NAME fast              a sample, a few seconds; what the test command runs
    python -m tests.proof.NAME full              all of it; goes on where it was stopped
    python -m tests.proof.NAME control           with each of its planted faults: must find each
    python -m tests.proof.NAME case 17 SEED      one case again

A case depends on its number and the seed and on nothing else, so that what was found can be found
again. Only `full` writes figures, and from them docs/proof.md.
"""

from __future__ import annotations

import json
import random
import secrets
import shutil
import sys
import tempfile
import time
from abc import ABC, abstractmethod
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from tests.proof import figures

if TYPE_CHECKING:
    from collections.abc import Sequence

WRONG_SHOWN = 20
SAVE_EVERY = 20.0  # seconds
DISK = Path("/dev/shm")  # noqa: S108 - the disk of a proof is memory: a real one would wear out


class Harness(ABC):
    """One proof."""

    name: ClassVar[str]
    claim: ClassVar[str]
    asked: ClassVar[str]  # the figure that is to be reached
    fast: ClassVar[int]  # cases in the fast set
    control: ClassVar[int]  # cases within which the planted fault must be found
    full: ClassVar[int] = 0  # cases of the full set; 0: as many as there are
    faults: ClassVar[tuple[str, ...]] = ("planted",)  # each is planted in a control of its own
    together: ClassVar[bool] = False  # whether a sample is one stretch, each case upon the last

    def __init__(self, ground: Path, seed: int, planted: str = "") -> None:
        self.ground = ground
        self.seed = seed
        self.planted = planted
        self.facts: Counter[str] = Counter()

    @abstractmethod
    def prepare(self) -> int:
        """Lay the ground; return how many cases there are (or `full`, where they are endless)."""

    @abstractmethod
    def case(self, number: int, chance: random.Random) -> str:
        """Run one case; return what is wrong, or nothing."""

    def finish(self) -> None:  # noqa: B027 - most have nothing to put away
        """Put away what was laid."""

    def chance(self, number: int) -> random.Random:
        """Return the dice of one case."""
        return random.Random(f"{self.seed}:{number}")  # noqa: S311 - dice, not keys


def run(
    kind: type[Harness], numbers: str, seed: int, *, only: int = 0, planted: str = ""
) -> figures.Figures:
    """Run the cases of one kind of run, and say what came of them."""
    base = DISK if DISK.is_dir() else None
    ground = Path(tempfile.mkdtemp(prefix=f"dsl-desk-{kind.name}-", dir=base))
    harness = kind(ground, seed, planted)
    done = figures.Figures(name=kind.name, claim=kind.claim, asked=kind.asked, seed=seed)
    try:
        done.of = harness.prepare()
        _run_cases(harness, done, numbers, only)
    finally:
        harness.finish()
        shutil.rmtree(ground, ignore_errors=True)
    return done


def _run_cases(harness: Harness, done: figures.Figures, numbers: str, only: int) -> None:
    begun = saved = time.monotonic()
    before = figures.load(harness.name) if numbers == "full" else None
    same = before is not None and (before.seed, before.of, before.commit) == (
        done.seed,
        done.of,
        figures.commit(),
    )
    if before is not None and same:
        done.go_on(before)
        harness.facts.update(before.facts)
    spent = done.seconds
    for number in _numbers(harness, done, numbers, only):
        wrong = harness.case(number, harness.chance(number))
        done.cases += 1
        if wrong:
            done.bad += 1
            done.wrong = [*done.wrong, f"{number}: {wrong}"][:WRONG_SHOWN]
            if numbers == "control":
                break  # caught: that is all a control has to do
        done.facts = dict(harness.facts)
        now = time.monotonic()
        done.seconds = spent + now - begun
        if numbers == "full" and (now - saved > SAVE_EVERY):
            saved = now
            figures.save(done)
    done.facts = dict(harness.facts)
    done.seconds = spent + time.monotonic() - begun
    if numbers == "full":
        figures.save(done)


def _numbers(harness: Harness, done: figures.Figures, numbers: str, only: int) -> Sequence[int]:
    if numbers == "case":
        return [only]
    if numbers == "full":
        return range(done.cases, done.of)
    count = harness.control if numbers == "control" else harness.fast
    if count >= done.of:
        return range(done.of)
    if harness.together:
        first = random.Random(done.seed).randrange(done.of - count)  # noqa: S311 - dice, not keys
        return range(first, first + count)
    return sorted(random.Random(done.seed).sample(range(done.of), count))  # noqa: S311 - dice, not keys


def main(kind: type[Harness]) -> None:
    """Answer the command line of one proof."""
    words = sys.argv[1:] or ["fast"]
    if words[0] == "control":
        sys.exit(_controls(kind, _seed(kind, words)))
    if words[0] == "case":
        done = run(kind, "case", int(words[2]), only=int(words[1]))
    else:
        done = run(kind, words[0], _seed(kind, words))
    print(json.dumps(done.told()))
    sys.exit(1 if done.bad else 0)


def _controls(kind: type[Harness], seed: int) -> int:
    """Plant one fault after the other; 0 if each of them was seen."""
    missed = 0
    for fault in kind.faults:
        done = run(kind, "control", seed, planted=fault)
        done.claim = fault
        missed += not done.bad
        print(json.dumps(done.told()))
    return 1 if missed else 0


def _seed(kind: type[Harness], words: list[str]) -> int:
    if len(words) > 1:
        return int(words[1])
    before = figures.load(kind.name) if words[0] == "full" else None
    if before is not None and before.cases < before.of:
        return before.seed
    return secrets.randbelow(1_000_000)
