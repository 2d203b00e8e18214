"""The ways into a vault: what somebody needs at hand to open their own keys."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.keychain import Keychain


class Way(Enum):
    """What opens a door. A member's ways are no secret: the lock screen asks by them."""

    PASSPHRASE = "passphrase"  # noqa: S105 a word; with the device secret in this account's keychain
    KEY_FILE = "key_file"  # the passphrase, with a file that is kept on a stick
    PASSPHRASE_ALONE = "passphrase_alone"  # noqa: S105 a word; weaker: a stolen copy can be guessed at
    KIT = "kit"  # the printed code, by itself


class WayAct(Enum):
    """What was done to somebody's ways in."""

    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 a word, no passphrase
    RECOVERED = "recovered"
    KIT_MADE = "kit_made"
    ENROLLED = "enrolled"
    KEY_FILE_MADE = "key_file_made"
    ALONE = "alone"
    FORGOTTEN = "forgotten"
    KIT_TYPED_BACK = "kit_typed_back"


@dataclass(frozen=True)
class Doorstep:
    """Where somebody stands who wants in: the time, and this account's keychain."""

    clock: Clock = field(repr=False)
    keychain: Keychain = field(repr=False)


@dataclass(frozen=True)
class Strength:
    """How hard a passphrase is to guess, in bits, and whether that is enough here."""

    bits: int
    enough: bool


@dataclass(frozen=True)
class FirstWay:
    """How a new member will come in: their passphrase, and what stands beside it.

    With `KIT` there is no passphrase: the kit's code is typed at each unlock.
    """

    passphrase: str = field(repr=False)
    way: Way = Way.PASSPHRASE
    key_file: Path | None = None


@dataclass(frozen=True)
class Kit:
    """A member's recovery kit, as it is printed once. Nothing keeps the code but the paper."""

    code: str = field(repr=False)
    member: str = field(repr=False)
    made_at: datetime


@dataclass(frozen=True)
class WayView:
    """One of somebody's own ways in; `here` is whether it is the one of this account.

    `typed_back`, of a kit: whether somebody has seen that its paper says what opens.
    """

    id: str
    way: Way
    here: bool
    typed_back: bool = True
