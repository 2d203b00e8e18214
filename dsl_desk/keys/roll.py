"""The member roll: numbered lines, each naming the one before it, each signed by its author.

A line says what was done, how the people it touched stand from here on, and the hash of the page
as it then stood. Folding the lines from the first tells how everybody stood under each of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.entry import RollMark
from dsl_desk.domain.packing import canonical_json, pack, pack_number
from dsl_desk.domain.rights import Right
from dsl_desk.domain.signing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Role
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.post import Post
    from dsl_desk.domain.roll_act import RollAct
    from dsl_desk.domain.signing import Author

_ROLL_LINE: Final = b"dsl-desk roll line 1"
NOTHING_BEFORE: Final = bytes(32)


@dataclass(frozen=True)
class Stood:
    """How somebody stands from one line of the roll on. A retired member holds nothing more."""

    member: MemberId
    role: Role
    signing: bytes
    rights: Mapping[Compartment, Right]
    retired: bool = False

    def right(self, compartment: Compartment) -> Right:
        """Return the right in one part."""
        return self.rights.get(compartment, Right.NONE)

    def standing(self) -> Standing:
        """Return what the strongroom has to know."""
        return Standing(self.signing, self.rights)

    def plain(self) -> dict[str, Json]:
        """Return the fields as they are signed and written."""
        return {
            "id": self.member,
            "role": self.role.value,
            "signing": self.signing.hex(),
            "rights": {part.value: right.value for part, right in self.rights.items()},
            "retired": self.retired,
        }


@dataclass(frozen=True)
class Closed:
    """A file of a part that nobody writes any more: which part, under which of its keys."""

    compartment: Compartment
    epoch: int

    def plain(self) -> dict[str, Json]:
        """Return the fields as they are signed and written."""
        return {"compartment": self.compartment.value, "epoch": self.epoch}


@dataclass(frozen=True)
class Said:
    """What a line does: its act, and everybody and every post that stands otherwise after it.

    `closed` is said by the line that begins a part anew, and by no other.
    """

    act: RollAct
    people: tuple[Stood, ...] = ()
    posts: tuple[Post, ...] = ()
    closed: tuple[Closed, ...] = ()

    def plain(self) -> dict[str, Json]:
        """Return the fields as they are signed and written."""
        closed: list[Json] = [one.plain() for one in self.closed]
        return {
            "act": self.act.value,
            "people": [stood.plain() for stood in self.people],
            "posts": [plain_post(post) for post in self.posts],
            **({"closed": closed} if closed else {}),
        }


def plain_post(post: Post) -> dict[str, Json]:
    """Return a post as it is signed and written."""
    return {"role": post.role.value, "holder": post.holder or "", "stand_in": post.stand_in or ""}


@dataclass(frozen=True)
class RollLine:
    """One line of the member roll: who did what, when, and the page as it then stood."""

    number: int
    previous: bytes
    author: MemberId
    written_at: str
    said: Said
    page: bytes
    signature: bytes = field(default=b"", repr=False)

    def signed(self) -> bytes:
        """Return the bytes that the author signs."""
        return pack(
            (
                _ROLL_LINE,
                pack_number(self.number),
                self.previous,
                bytes.fromhex(self.author),
                self.written_at.encode(),
                canonical_json(self.said.plain()),
                self.page,
            )
        )

    def mark(self) -> RollMark:
        """Return how entries name this roll."""
        return RollMark(self.number, hashlib.sha256(pack((self.signed(), self.signature))).digest())

    def signed_by(self, author: Author) -> RollLine:
        """Return the line with its signature."""
        return replace(self, signature=author.sign(self.signed()))
