"""Long answers in pieces: no row of a table is taller than a page has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINES_OF_A_PIECE: Final = 36
_SIGNS_OF_A_LINE: Final = 12  # fewer than any column has room for, wide signs and codes included
_SIGNS_OF_A_PIECE: Final = 400


def in_pieces(words: str) -> list[str]:
    """Return words in pieces, each of which has room on a page in the narrowest column."""
    pieces: list[str] = []
    lines: list[str] = []
    room = _LINES_OF_A_PIECE
    for part in (part for line in words.split("\n") for part in _parts(line)):
        needed = 1 + len(part) // _SIGNS_OF_A_LINE
        if needed > room and lines:
            pieces.append("\n".join(lines))
            lines, room = [], _LINES_OF_A_PIECE
        lines.append(part)
        room -= needed
    return [*pieces, "\n".join(lines)]


def _parts(line: str) -> Iterator[str]:
    """Return a line in parts that are not too long, between words where it has any."""
    while len(line) > _SIGNS_OF_A_PIECE:
        space = line.rfind(" ", 0, _SIGNS_OF_A_PIECE)
        at = space if space > 0 else _SIGNS_OF_A_PIECE
        yield line[:at]
        line = line[at:].lstrip(" ")
    yield line
