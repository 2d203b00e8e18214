"""Files cut short, scratched, swapped about and run together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.damage.made import Hostile, plain
from tests.damage.whole import ALL, ENDING, scratched, whole

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

CUTS = (1, 9, 33, 0.25, 0.5, 0.9, -1)
APPENDED = {
    "a ZIP": b"PK\x03\x04\x14\0\0\0\0\0" + bytes(60),
    "a script": b"<script>fetch('//fernhollow.example')</script>",
    "a phar": b"<?php __HALT_COMPILER(); ?>\r\n" + bytes(40),
    "a program": b"\x7fELF\x02\x01\x01" + bytes(200),
}


def made() -> Iterator[Hostile]:
    """Yield them."""
    for form in ALL:
        called = f"IMG_0412.{ENDING[form]}"
        good = whole(form)
        for cut in CUTS:
            at = int(len(good) * cut) if isinstance(cut, float) else cut
            yield plain(f"{form} cut at {cut}", called, good[:at])
        for times in (1, 5, 20, 100):
            yield Hostile(f"{form} scratched {times}", called, partial(_scratch, good, times))
        for what, more in APPENDED.items():
            yield plain(f"{form} with {what} after it", called, good + more)
        yield Hostile(f"{form} shuffled", called, partial(_shuffle, good))
        yield plain(f"{form} twice", called, good * 2)
        yield Hostile(f"{form} and noise", called, partial(_noise, good))


def _scratch(good: bytes, times: int, chance: random.Random) -> bytes:
    return scratched(good, chance, times, first=12)


def _shuffle(good: bytes, chance: random.Random) -> bytes:
    pieces = [good[at : at + 64] for at in range(16, len(good), 64)]
    chance.shuffle(pieces)
    return good[:16] + b"".join(pieces)


def _noise(good: bytes, chance: random.Random) -> bytes:
    return good[:24] + chance.randbytes(200_000)
