"""Trying keys and passphrases on the doors of one member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import DoorPlan, DoorShutError, Lock, key_of_a_door
from dsl_desk.keys.kit import kit_key
from dsl_desk.keys.stretching import stretch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dsl_desk.keys.doors import Door
    from dsl_desk.keys.header import MemberRow
    from dsl_desk.keys.stretching import Recipe

# A door that a passphrase is tried on, with the secret that stands beside the passphrase.
Candidate = tuple["Door", bytes]


def by_key(row: MemberRow, key: bytes) -> tuple[Door, bytes]:
    """Return the door that a key opens, and the private keys behind it."""
    for door in row.doors:
        try:
            return door, door.open(key, row.record())
        except DoorShutError:
            continue
    raise DoorShutError


def by_passphrase(row: MemberRow, passphrase: str, candidates: Sequence[Candidate]) -> bytes:
    """Return the key of the first of these doors that the passphrase opens."""
    stretched: dict[Recipe, bytes] = {}  # doors of one member share a recipe: stretch once
    for door, beside in candidates:
        recipe = door.lock.recipe
        if recipe not in stretched:
            stretched[recipe] = stretch(passphrase, recipe)
        key = key_of_a_door(door.lock.way, stretched[recipe], beside)
        try:
            door.open(key, row.record())
        except DoorShutError:
            continue
        return key
    raise DoorShutError


def by_kit(row: MemberRow, code: str) -> bytes:
    """Return the key of the member's kit."""
    for door in doors_of(row, Way.KIT):
        key = kit_key(code, door.lock)
        door.open(key, row.record())
        return key
    raise DoorShutError


def doors_of(row: MemberRow, *ways: Way) -> tuple[Door, ...]:
    """Return the member's doors of some kinds."""
    return tuple(door for door in row.doors if door.lock.way in ways)


def passphrase_plans(
    passphrase: str, recipe: Recipe, locks: Iterable[tuple[Way, bytes, bytes]]
) -> tuple[DoorPlan, ...]:
    """Return plans for doors that one passphrase opens: for each its way, mark and secret."""
    stretched = stretch(passphrase, recipe)
    return tuple(
        DoorPlan(Lock(way, recipe, mark), key_of_a_door(way, stretched, beside), beside)
        for way, mark, beside in locks
    )
