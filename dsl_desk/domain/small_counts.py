"""Small counts hidden, so that nobody can be made out in a paper of numbers.

The rules are:
- a count under five is not printed;
- where a total would give a hidden count away (the only one, or all of them at either end), the
  smallest of those that are printed is hidden as well, and every one as small;
- where nothing is left to be hidden, the total is not printed;
- in a list that names only what there was, the small ones go together without their names, as long
  as that makes five; else the smallest that stood by itself goes with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST: Final = 5
HIDDEN: Final = "–"  # noqa: RUF001 - a dash, as tables have it


@dataclass(frozen=True)
class Shown:
    """What is printed of a column of counts; None is hidden."""

    counts: tuple[int | None, ...]
    total: int | None

    def words(self) -> tuple[str, ...]:
        """Return the counts as they are printed."""
        return tuple(HIDDEN if one is None else f"{one:,}" for one in self.counts)


def shown(counts: Sequence[int]) -> Shown:
    """Return what may be printed of a column that adds up to its total."""
    hidden = {place for place, count in enumerate(counts) if count < FEWEST}
    if _gives_away([counts[place] for place in hidden]):
        printed = [count for count in counts if count >= FEWEST]
        if not printed:
            return Shown((None,) * len(counts), None)
        # All that are as small: which of them stands where is then nobody's to work out.
        hidden |= {place for place, count in enumerate(counts) if count == min(printed)}
    visible = tuple(None if place in hidden else count for place, count in enumerate(counts))
    total = sum(counts)
    return Shown(visible, total if total >= FEWEST else None)


def _gives_away(hidden: Sequence[int]) -> bool:
    """Tell whether their sum leaves one way only: of a single one, or of all at either end."""
    most = (FEWEST - 1) * len(hidden)
    return bool(hidden) and (len(hidden) == 1 or sum(hidden) in (0, most))


def together(bars: Sequence[tuple[str, int]], others: str) -> tuple[tuple[str, int], ...]:
    """Return named counts, the small ones as one line; nothing where all of them are too few."""
    named = sorted((bar for bar in bars if bar[1] >= FEWEST), key=lambda bar: -bar[1])
    rest = sum(count for _name, count in bars if count < FEWEST)
    while 0 < rest < FEWEST and named:
        rest += named.pop()[1]
    if 0 < rest < FEWEST:
        return ()
    printed = {name for name, _count in named}
    kept = tuple(bar for bar in bars if bar[0] in printed)
    return (*kept, (others, rest)) if rest else kept
