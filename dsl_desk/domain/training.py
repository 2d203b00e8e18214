"""A training vault: one that holds nobody, made to be tried, and known by its id alone.

The id is bound into every door and every wrapped key of a vault, so a real vault cannot be given
the mark and a training vault cannot lose it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

# UUIDv8: 48 bits of time as in version 7, then what only a training vault has, then chance.
_MARK: Final = "8d51b0de30de"
_FROM: Final = 12
_CHANCE: Final = 4
_SAID: Final = "(training vault)"


@dataclass(frozen=True)
class Seat:
    """Somebody who may sit down in a training vault, and how; no secret, since nobody is in it."""

    name: str
    role: str
    passphrase: str = field(repr=False)


def training_id(now: datetime) -> str:
    """Return an id that no real vault ever has."""
    return f"{int(now.timestamp() * 1000):012x}{_MARK}{os.urandom(_CHANCE).hex()}"


def is_training(vault: str) -> bool:
    """Tell whether the vault of this id is a training vault."""
    return vault[_FROM : _FROM + len(_MARK)] == _MARK


def school_shown(school: str, vault: str) -> str:
    """Return the name of a school as every page and paper shows it."""
    return f"{school} {_SAID}" if is_training(vault) else school
