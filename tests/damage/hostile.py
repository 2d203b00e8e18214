"""The hostile files, by name: each is made when it is asked for, the same for the same seed.

python -m tests.damage.hostile FOLDER        writes all of them, to look at with other eyes
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.damage import bombs, boxes, camera, lies, naming, papers, scratches, strangers, writing

if TYPE_CHECKING:
    from tests.damage.made import Hostile

CLASSES = (scratches, lies, bombs, camera, boxes, papers, writing, strangers, naming)


def corpus() -> tuple[Hostile, ...]:
    """Return every hostile file there is."""
    return tuple(hostile for room in CLASSES for hostile in room.made())


def chance_for(seed: int, name: str) -> random.Random:
    """Return the dice with which one file is made."""
    return random.Random(f"{seed}:{name}")  # noqa: S311 - dice, not keys


def main() -> None:
    folder = Path(sys.argv[1])
    for number, hostile in enumerate(corpus()):
        ending = hostile.called.rpartition(".")[2][:5] if hostile.called.isprintable() else "bin"
        name = f"{number:03} {hostile.name}.{ending}".replace("/", "-")
        (folder / name).write_bytes(hostile.make(chance_for(1, hostile.name)))


if __name__ == "__main__":
    main()
