"""The member roll: numbered lines, each naming the one before it, each signed by its author."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import RollMark
from dsl_desk.domain.packing import pack, pack_number

if TYPE_CHECKING:
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.signing import Author

_ROLL_LINE: Final = b"dsl-desk roll line 1"
NOTHING_BEFORE: Final = bytes(32)


@dataclass(frozen=True)
class RollLine:
    """One line of the member roll: who signed the page as it now stands, and when."""

    number: int
    previous: bytes
    author: MemberId
    written_at: str
    page: bytes
    signature: bytes = b""

    def signed(self) -> bytes:
        """Return the bytes that the author signs."""
        return pack(
            (
                _ROLL_LINE,
                pack_number(self.number),
                self.previous,
                bytes.fromhex(self.author),
                self.written_at.encode(),
                self.page,
            )
        )

    def mark(self) -> RollMark:
        """Return how entries name this roll."""
        return RollMark(self.number, hashlib.sha256(pack((self.signed(), self.signature))).digest())

    def signed_by(self, author: Author) -> RollLine:
        """Return the line with its signature."""
        return replace(self, signature=author.sign(self.signed()))
