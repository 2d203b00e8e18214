"""Headings that never stand alone: each asks for room for the first lines of what it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, runtime_checkable

from reportlab.platypus import Flowable, Paragraph, Spacer, Table

if TYPE_CHECKING:
    from collections.abc import Sequence

_TWO_LINES: Final = 40.0
_PADDING: Final = 10.5
_A_THIRD: Final = 260.0  # what is taller than that begins where it stands, and goes on overleaf


@runtime_checkable
class Heading(Protocol):
    """What asks for room below itself."""

    room: float


def with_room(story: Sequence[Flowable]) -> list[Flowable]:
    """Return a story whose headings know how much has to stand on the page below them."""
    told = list(story)
    for at, piece in enumerate(told):
        if isinstance(piece, Heading):
            piece.room = _needed(told[at + 1 :])
    return told


def _needed(below: Sequence[Flowable]) -> float:
    room = 0.0
    for piece in below[:4]:
        if isinstance(piece, Table):
            return min(room + _first_row_of(piece), _A_THIRD)
        if not isinstance(piece, (Paragraph, Spacer)) or isinstance(piece, Heading):
            return room + _TWO_LINES
        room += min(_height(piece, _WIDE), _TWO_LINES)
    return room or _TWO_LINES


_WIDE: Final = 509.0


def _first_row_of(table: Table) -> float:
    """Return how tall the headings of a table are together with its first row."""
    # reportlab has no other name for what a table is made of.
    widths: list[float] = getattr(table, "_argW")  # noqa: B009 its types do not know it
    cells: list[list[object]] = getattr(table, "_cellvalues")  # noqa: B009 as above
    rows = cells[: table.repeatRows + 1]
    return sum(
        max(_cell(cell, width) for cell, width in zip(row, widths, strict=False)) for row in rows
    )


def _cell(cell: object, width: float) -> float:
    pieces = cell if isinstance(cell, (list, tuple)) else ()
    return _PADDING + sum(_height(one, width) for one in pieces if isinstance(one, Flowable))


def _height(piece: Flowable, width: float) -> float:
    return float(piece.wrap(width, 10_000)[1])
