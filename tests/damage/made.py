"""What a hostile file is: a name for us, the name it comes with, and how it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

Make: TypeAlias = "Callable[[random.Random], bytes]"


@dataclass(frozen=True)
class Hostile:
    """One hostile file."""

    name: str
    called: str
    make: Make


def plain(name: str, called: str, untrusted: bytes) -> Hostile:
    """One that is the same whatever the dice say."""
    return Hostile(name, called, lambda _chance: untrusted)


def late(name: str, called: str, make: Callable[[], bytes]) -> Hostile:
    """One too large to lie about: made when it is wanted, without dice."""
    return Hostile(name, called, lambda _chance: make())
