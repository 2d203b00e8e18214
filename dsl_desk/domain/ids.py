"""The names of things on disk: UUIDv7, made on this machine before anything is saved."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import NewType

EntryId = NewType("EntryId", str)
RecordId = NewType("RecordId", str)
MemberId = NewType("MemberId", str)

_VERSION_7 = 0x7 << 76
_VARIANT = 0b10 << 62


def fresh_id(now: datetime) -> str:
    """Return 32 hexadecimal digits: milliseconds first, 74 random bits after them.

    It is made before saving, so that trying again can never make a second copy.
    """
    milliseconds = int(now.timestamp() * 1000)
    # os.urandom is what `secrets` asks too; importing that would cost the lock screen 3 ms.
    chance = int.from_bytes(os.urandom(10))
    random_a, random_b = chance >> 62 & 0xFFF, chance & (1 << 62) - 1
    return f"{milliseconds << 80 | _VERSION_7 | random_a << 64 | _VARIANT | random_b:032x}"


def made_at(name: str) -> datetime:
    """Return when a name was made, to the millisecond."""
    return datetime.fromtimestamp(int(name[:12], 16) / 1000, UTC)
