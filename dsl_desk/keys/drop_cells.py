"""The cells of the sealed drop: each is sealed to the member whose file it lies in.

A cell with words and a cell without are sealed alike and have one size, so that only that member
can tell them apart. The empty ones open too: what does not open was changed, and is kept.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.drop_errors import TooLongToLeaveError
from dsl_desk.domain.packing import pack
from dsl_desk.keys.wraps import Suite, WrapError

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.wraps import OpeningKey, SealingKey

CELL: Final = 16 * 1024
_PURPOSE: Final = b"dsl-desk drop cell 1"
_ADDED: Final = 1120 + 16  # what the hybrid adds, the tag
_LENGTH: Final = 4
_ROOM: Final = CELL - _ADDED - _LENGTH
_MOST: Final = 256 * 1024  # a small cell must not unfold into a large memory


@dataclass(frozen=True)
class CellPlace:
    """What a cell is bound to: it opens for nobody else and in no other vault."""

    vault: str
    member: MemberId

    def info(self) -> bytes:
        """Return the binding as HPKE's info."""
        return pack((_PURPOSE, bytes.fromhex(self.vault), bytes.fromhex(self.member)))


def seal_cell(content: bytes, sealing: SealingKey, place: CellPlace) -> bytes:
    """Return a cell; without content it is a cell like every other."""
    folded = zlib.compress(content, 9) if content else b""
    if len(folded) > _ROOM or len(content) > _MOST:
        raise TooLongToLeaveError
    text = len(folded).to_bytes(_LENGTH, "big") + folded.ljust(_ROOM, b"\0")
    return sealing.wrap(text, place, Suite.HYBRID)


def open_cell(opening: OpeningKey, cell: bytes, place: CellPlace) -> bytes | None:
    """Return what is in a cell, perhaps nothing; None where it is not as it was sealed."""
    try:
        text = opening.unwrap(cell, place, Suite.HYBRID)
    except WrapError:
        return None
    length = int.from_bytes(text[:_LENGTH], "big")
    if len(text) != _LENGTH + _ROOM or length > _ROOM:
        return None
    return _unfolded(text[_LENGTH : _LENGTH + length]) if length else b""


def _unfolded(folded: bytes) -> bytes | None:
    unfolding = zlib.decompressobj()
    try:
        content = unfolding.decompress(folded, _MOST)
    except zlib.error:
        return None
    whole = unfolding.eof and not unfolding.unconsumed_tail and not unfolding.unused_data
    return content if whole else None
