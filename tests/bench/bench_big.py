"""What a whole vault costs at 100,000 and at 1,000,000 entries: unlock, lists, search, check.

Run: python -m tests.bench.bench_big FOLDER ENTRIES [afresh]
The vault is made in FOLDER first, if it is not there. `afresh` makes its lists again, at the end.
Rates are told twice: by the clock on the wall, and by the processor's time of this process alone,
which others on the same machine do not lengthen.
"""

from __future__ import annotations

import hashlib
import hmac
import statistics
import sys
import time
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.services.desk import Desk
from dsl_desk.storage.chain import Reached, follow
from dsl_desk.storage.search import find
from dsl_desk.storage.shelves.concerns import page_of_concerns
from tests.bench.bench_ledger_search import typed
from tests.bench.big_vault import CHILDREN, BigVault, big_vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

SAMPLE: Final = 20_000
ROUNDS: Final = 9
ROWS: Final = 50


def main() -> None:
    vault = big_vault(Path(sys.argv[1]), int(sys.argv[2]))
    print(f"{vault.entries:,} entries, {vault.part.stat().st_size / 1e6:,.0f} MB")
    _first_rows(vault)
    sitting = vault.sit_down()
    part = sitting.part(CHILDREN)
    _search(part)
    _check(part, vault.signing)
    sitting.close()
    if "afresh" in sys.argv:
        _afresh(vault)


def _first_rows(vault: BigVault) -> None:
    """From the key that crosses the pipe to the first rows of a list, and as the desk does it."""
    ways: dict[str, Callable[[], Desk | Sitting]] = {
        "parts opened": vault.sit_down,
        "desk unlocked": vault.unlock,
    }
    for what, come_in in ways.items():
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            inside = come_in()
            sitting = inside.sitting if isinstance(inside, Desk) else inside
            page_of_concerns(sitting.part(CHILDREN).database, 0, ROWS)
            times.append(time.perf_counter() - start)
            inside.close()
        spread = f"{min(times) * 1000:.1f} to {max(times) * 1000:.1f}"
        print(f"{what:14} {statistics.median(times) * 1000:8.1f} ms to first rows ({spread})")


def _search(part: Part) -> None:
    """Every beginning of what somebody types."""
    times = []
    for words in typed():
        start = time.perf_counter()
        tuple(islice(find(part.database, words), ROWS))
        times.append((time.perf_counter() - start, words))
    times.sort()
    median, p99 = times[len(times) // 2][0], times[int(len(times) * 0.99)][0]
    slow = ", ".join(f"{words!r} {seconds * 1000:.0f}" for seconds, words in times[-5:])
    print(f"search         {median * 1000:8.2f} ms median, {p99 * 1000:.1f} ms p99 of {len(times)}")
    print(f"  slowest: {slow}")


def _check(part: Part, signing: bytes) -> None:
    """The rate of proving entries beside bare hashing and verifying of the same bytes."""
    strand = part.life.strand
    lines = list(islice(part.ledger.lines_after(strand, 0), SAMPLE))
    author = Ed25519PublicKey.from_public_bytes(signing)

    def floor() -> None:
        for line in lines:
            hmac.digest(line.salt or b"", line.body or b"", "sha256")
            hashlib.sha256(line.header + line.signature).digest()
            author.verify(line.signature, line.header)

    def ours() -> None:
        for _ in islice(follow(part.ledger, Reached(strand)), SAMPLE):
            pass

    rounds = [(timed(floor), timed(ours)) for _ in range(3)]
    for which, kind in enumerate(("wall", "processor")):
        bare = min(each[0][which] for each in rounds) / len(lines)
        mine = min(each[1][which] for each in rounds) / len(lines)
        print(f"check, {kind:9} {1 / mine:8,.0f} a second, bare {1 / bare:,.0f}: {bare / mine:.0%}")


def _afresh(vault: BigVault) -> None:
    """All lists and the search anew: first rows, then everything."""
    with closing(vault.sit_down()) as sitting:
        for shelf in ("concerns", "found"):
            sitting.part(CHILDREN).database.run("DELETE FROM shelves WHERE name = ?", shelf)
    wall, own = time.perf_counter(), time.process_time()
    with closing(vault.sit_down()) as sitting:
        part = sitting.part(CHILDREN)
        page_of_concerns(part.database, 0, ROWS)
        print(f"first rows, afresh {(time.perf_counter() - wall) * 1000:.1f} ms")
        part.fill_shelves(lambda: False)
    wall, own = time.perf_counter() - wall, time.process_time() - own
    rate, own_rate = vault.entries / wall, vault.entries / own
    print(f"lists afresh   {wall:8.1f} s, {rate:,.0f} a second; processor {own_rate:,.0f} a second")


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds something takes, on the wall and of the processor."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


if __name__ == "__main__":
    main()
