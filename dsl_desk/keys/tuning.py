"""The price of a guess, tuned to the computer that a vault is set up on: about one second."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dsl_desk.domain.errors import MemoryShortError
from dsl_desk.keys.stretching import CEILING, FLOOR, KEY_LENGTH, SALT_LENGTH, USUAL, Cost

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock

AIM: Final = 1.0
_GIB: Final = 1024**3
# How much memory a guess takes (KiB), and from how much memory of the computer on (bytes).
_SIZES: Final = ((512 * 1024, 8 * _GIB), (USUAL.memory, 2 * _GIB), (FLOOR.memory, 0))


def tuned_cost(clock: Clock, memory: int) -> Cost:
    """Return the price for a computer with so many bytes of memory.

    Memory comes first, since it is what makes guessing machines dear: 512 MiB where there is
    plenty, 256 MiB on any ordinary laptop, the floor on a small one. Then passes, up to the aim.
    """
    for size, from_memory in _SIZES:
        least = Cost(size, USUAL.passes, USUAL.lanes)
        with suppress(MemoryError):
            if memory >= from_memory:
                return _with_passes(least, _time_of(least, clock))
    raise MemoryShortError


def _with_passes(least: Cost, took: float) -> Cost:
    passes = round(AIM / took * least.passes) if took > 0 else least.passes
    return replace(least, passes=min(max(passes, least.passes), CEILING.passes))


def _time_of(cost: Cost, clock: Clock) -> float:
    begun = clock.monotonic()
    Argon2id(
        salt=secrets.token_bytes(SALT_LENGTH),
        length=KEY_LENGTH,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    ).derive(b"words that open nothing")
    return clock.monotonic() - begun
