"""The vault, seen from inside, and whether it is whole."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from dsl_desk.storage.checking import check_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.services.sitting import Sitting


@dataclass(frozen=True)
class Whole:
    """What a check found good: the parts, and how many entries in each."""

    entries: int
    parts: tuple[Compartment, ...]


class Vault:
    """What can be asked of the vault as a whole."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting

    def check(self, progress: Callable[[int, int], None]) -> Whole:
        """Prove every entry and every list of every part this member can read.

        `progress` is told how many entries are checked, of how many. DamageError names the first
        bad entry.
        """
        parts = [opened.part for opened in self._sitting.parts.values()]
        total = sum(part.ledger.count() for part in parts)
        checked = 0
        for part in parts:
            checked += check_part(part, partial(_tell, progress, checked, total))
        return Whole(checked, tuple(part.compartment for part in parts))


def _tell(progress: Callable[[int, int], None], before: int, total: int, count: int) -> None:
    progress(before + count, total)
