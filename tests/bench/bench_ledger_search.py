"""Search as you type: every beginning of what somebody types, at 100,000 entries of 150 words.

Run: python -m tests.bench.bench_ledger_search [entries]
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.storage.search import find
from tests.bench.many_entries import filled, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES: Final = 100_000
_ASKED: Final = 60


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else ENTRIES
    with tempfile.TemporaryDirectory() as folder:
        training = filled(Path(folder) / "many.part", count)
        print(f"the file has {training.path.stat().st_size / 1e6:,.0f} MB")
        with closing(training.open()) as part:
            times = []
            slowest = (0.0, "")
            for words in typed():
                start = time.perf_counter()
                tuple(islice(find(part.database, words), 50))
                seconds = time.perf_counter() - start
                times.append(seconds)
                slowest = max(slowest, (seconds, words))
    times.sort()
    print(f"searches              {len(times):7,}")
    print(f"median                {statistics.median(times) * 1000:7.2f} ms")
    print(f"p99                   {times[int(len(times) * 0.99)] * 1000:7.2f} ms")
    print(f"slowest               {slowest[0] * 1000:7.2f} ms, {len(slowest[1])} letters typed")


def typed() -> Iterator[str]:
    """Return every beginning of common and rare words, alone and in pairs."""
    chance = random.Random(2026)  # noqa: S311 the same words as in the texts
    words = vocabulary(chance)
    for _ in range(_ASKED):
        common, rare = words[chance.randrange(50)], words[chance.randrange(len(words))]
        asked = chance.choice([common, rare, f"{common} {rare}", f"child {chance.randrange(9999)}"])
        for end in range(1, len(asked) + 1):
            yield asked[:end]


if __name__ == "__main__":
    main()
