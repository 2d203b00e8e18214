"""A recovery code as people read and type it: six groups of five signs."""

from __future__ import annotations

from typing import Final

GROUPS: Final = 6
IN_A_GROUP: Final = 5
SIGNS: Final = GROUPS * IN_A_GROUP
_HEARD_AS: Final = str.maketrans("OIL", "011")


def signs_of(typed: str) -> str:
    """Return the signs of what was typed: no spaces, no dashes, O read as 0, I and L as 1."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(_HEARD_AS)


def grouped(typed: str) -> str:
    """Return what was typed in groups, as it stands on the paper; never more than a whole code."""
    signs = signs_of(typed)[:SIGNS]
    return "-".join(signs[at : at + IN_A_GROUP] for at in range(0, len(signs), IN_A_GROUP))


def groups_that_differ(typed: str, code: str) -> tuple[int, ...]:
    """Return which groups, counted from 1, are not those of the code."""
    mine, theirs = (grouped(one).ljust(len(code), "-") for one in (typed, code))
    step = IN_A_GROUP + 1
    return tuple(
        at + 1
        for at in range(GROUPS)
        if mine[at * step : at * step + IN_A_GROUP] != theirs[at * step : at * step + IN_A_GROUP]
    )
