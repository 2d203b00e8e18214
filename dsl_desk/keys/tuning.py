"""The price of a guess, tuned to the computer that a vault is set up on: about one second."""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from dsl_desk.domain.way_errors import MemoryShortError
from dsl_desk.keys.stretching import CEILING, FLOOR, KEY_LENGTH, SALT_LENGTH, USUAL, Cost

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock

AIM: Final = 1.0
_GIB: Final = 1024**3
# How much memory a guess takes at least (KiB), and from how much memory of the computer on (bytes).
_LEAST: Final = ((USUAL.memory, 2 * _GIB), (FLOOR.memory, 0))
_PLENTY: Final = 8 * _GIB


def tuned_cost(clock: Clock, memory: int) -> Cost:
    """Return the price for a computer with so many bytes of memory.

    256 MiB and 3 passes on any ordinary laptop, the floor on a small one. What is left of the aim
    goes to memory first, since that is what makes guessing machines dear: twice as much where there
    is plenty. Then to passes.
    """
    for size, from_memory in _LEAST:
        least = Cost(size, USUAL.passes, USUAL.lanes)
        with suppress(MemoryError):
            if memory >= from_memory:
                return _raised(least, _time_of(least, clock), memory)
    raise MemoryShortError


def _raised(least: Cost, took: float, memory: int) -> Cost:
    plenty = least == USUAL and memory >= _PLENTY
    if plenty and 0 < 2 * took <= AIM:
        least, took = replace(least, memory=2 * least.memory), 2 * took
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
