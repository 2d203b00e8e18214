"""Putting pictures in order: by a time that can be read, the file's own time, its name."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from dsl_desk.domain.conversation import Shot
    from dsl_desk.domain.evidence import Evidence

_DIGITS: Final = re.compile(r"(\d+)")
_WIDE: Final = 20


class OrderBy(Enum):
    """What an order goes by. By hand is no order of these: it stays as it is."""

    VISIBLE = "visible"
    MADE = "made"
    NAME = "name"


def ordered(shots: Sequence[Shot], pieces: Mapping[str, Evidence], by: OrderBy) -> tuple[Shot, ...]:
    """Return them in order; a picture that has no such thing stays behind the one it followed."""
    said = _KEYS[by]
    groups: list[tuple[str, list[Shot]]] = []
    for shot in shots:
        key = said(shot, pieces.get(shot.evidence))
        if key or not groups:
            groups.append((key, [shot]))
        else:
            groups[-1][1].append(shot)
    return tuple(shot for _key, group in sorted(groups, key=_key_of) for shot in group)


def _key_of(group: tuple[str, list[Shot]]) -> str:
    return group[0]


def _visible(shot: Shot, _piece: Evidence | None) -> str:
    return shot.seen_at


def _made(_shot: Shot, piece: Evidence | None) -> str:
    return piece.captured.facts.taken_at if piece else ""


def _name(_shot: Shot, piece: Evidence | None) -> str:
    """Return a name by which 9 comes before 10."""
    if piece is None:
        return ""
    parts = _DIGITS.split(piece.captured.facts.name.casefold())
    return "".join(part.zfill(_WIDE) if part.isdecimal() else part for part in parts)


_KEYS: Final[Mapping[OrderBy, Callable[[Shot, Evidence | None], str]]] = {
    OrderBy.VISIBLE: _visible,
    OrderBy.MADE: _made,
    OrderBy.NAME: _name,
}
