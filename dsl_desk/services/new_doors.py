"""A new member's first ways in: the passphrase with what stands beside it, and always a kit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.device import make_device_secret, mark_of
from dsl_desk.keys.key_file import make_key_file
from dsl_desk.keys.kit import kit_plan
from dsl_desk.keys.kit_code import fresh_code
from dsl_desk.keys.strength import SHORTEST, strength_of
from dsl_desk.keys.stretching import Cost, Recipe
from dsl_desk.keys.trying import passphrase_plans
from dsl_desk.keys.tuning import tuned_cost
from dsl_desk.system.memory import memory_of_this_computer

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.keychain import Keychain
    from dsl_desk.domain.ways_in import FirstWay
    from dsl_desk.keys.doors import DoorPlan

LONGEST_PASSPHRASE: Final = 1000


def cost_here(clock: Clock) -> Cost:
    """Return the price of a guess, tuned to this computer; takes a second."""
    return tuned_cost(clock, memory_of_this_computer())


def first_doors(
    first: FirstWay, vault: str, keychain: Keychain, cost: Cost
) -> tuple[tuple[DoorPlan, ...], str]:
    """Return the plans of somebody's first doors, and the code of the kit, to be printed once.

    The device secret or the key file is written here; KeychainError lets set-up offer another way.
    """
    code = fresh_code()
    if first.way is Way.KIT:
        return (kit_plan(code),), code
    beside = _beside(first, vault, keychain)
    lock = (first.way, mark_of(beside) if beside else b"", beside)
    try:
        plans = passphrase_plans(first.passphrase, Recipe.fresh(cost), [lock])
    except BaseException:
        take_back_key_file(first.key_file)
        raise
    return (*plans, kit_plan(code)), code


def problems_of(first: FirstWay, hints: Iterable[str]) -> tuple[Problem, ...]:
    """Return all that stands in the way of a first way in."""
    found = []
    if first.way is not Way.KIT and (code := what_is_wrong_with(first.passphrase, hints)):
        found.append(Problem("passphrase", code))
    if (first.way is Way.KEY_FILE) != (first.key_file is not None):
        found.append(Problem("key_file", "missing"))
    elif first.key_file is not None and first.key_file.exists():
        found.append(Problem("key_file", "there_already"))
    return tuple(found)


def refuse_weak(passphrase: str, hints: Iterable[str]) -> None:
    """Refuse a passphrase that is too easy to guess."""
    code = what_is_wrong_with(passphrase, hints)
    if code:
        raise DraftError((Problem("passphrase", code),))


def what_is_wrong_with(passphrase: str, hints: Iterable[str]) -> str:
    """Return the code of what stands in the way of a passphrase, or nothing."""
    wrong = what_is_wrong(passphrase, LONGEST_PASSPHRASE)
    if wrong:
        return wrong
    if len(passphrase) < SHORTEST:
        return "too_short"
    return "" if strength_of(passphrase, hints).enough else "too_weak"


def take_back_key_file(file: Path | None) -> None:
    """Take a key file away again whose vault was not made."""
    if file is not None:
        with suppress(OSError):  # what failed first is what is told
            file.unlink(missing_ok=True)


def _beside(first: FirstWay, vault: str, keychain: Keychain) -> bytes:
    if first.way is Way.PASSPHRASE:
        return make_device_secret(keychain, vault)
    if first.key_file is not None:
        return make_key_file(first.key_file, vault)
    return b""
