"""The vault's own page, `vault.json`: who is a member, which parts there are, who holds which key.

Nothing in it is secret (the lock screen shows the school and its members). All of it is signed:
the last line of the roll holds the hash of everything else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.packing import canonical_json
from dsl_desk.keys.roll import Stood

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.post import Post
    from dsl_desk.domain.rights import Right
    from dsl_desk.keys.doors import Door
    from dsl_desk.keys.roll import RollLine
    from dsl_desk.keys.wraps import SealingKey, Suite


@dataclass(frozen=True)
class PartRow:
    """One compartment's file: its name, the salt in its first bytes, the epoch of its key."""

    compartment: Compartment
    file: str
    salt: bytes
    epoch: int


@dataclass(frozen=True)
class Grant:
    """A compartment's key, wrapped to a member."""

    compartment: Compartment
    epoch: int
    suite: Suite
    wrap: bytes = field(repr=False)


@dataclass(frozen=True)
class MemberRow:
    """A member as the vault's own page has them."""

    member: Member
    vault: str
    anchor: bytes
    signing: bytes
    sealing: SealingKey
    rights: Mapping[Compartment, Right]
    doors: tuple[Door, ...] = ()
    grants: tuple[Grant, ...] = ()
    retired: bool = False
    kept: tuple[Grant, ...] = ()  # keys of files that are closed, which they held before

    def record(self) -> bytes:
        """Return who this is, as it is bound into every door of this member.

        The anchor is the founder's signing key: a member's own passphrase thus vouches for the
        beginning of the roll. Name, role and rights are not in it: others may change those, and
        the roll proves them.
        """
        return canonical_json(self.identity())

    def stood(self) -> Stood:
        """Return what the page says of this member, as the roll says it."""
        return Stood(self.member.id, self.member.role, self.signing, self.rights, self.retired)

    def identity(self) -> dict[str, Json]:
        """Return what never changes about this member."""
        return {
            "anchor": self.anchor.hex(),
            "id": self.member.id,
            "mlkem": self.sealing.mlkem.hex(),
            "signing": self.signing.hex(),
            "vault": self.vault,
            "x25519": self.sealing.x25519.hex(),
        }

    def public(self) -> dict[str, Json]:
        """Return the public record as named fields."""
        return {
            **self.identity(),
            "name": self.member.name,
            "retired": self.retired,
            "rights": {part.value: right.value for part, right in self.rights.items()},
            "role": self.member.role.value,
        }


@dataclass(frozen=True)
class Header:
    """The vault's own page. Every sealed slot is a file of `slot_size` bytes, used or not."""

    vault: str
    school: str
    members: tuple[MemberRow, ...]
    parts: tuple[PartRow, ...]
    slot_size: int
    posts: tuple[Post, ...] = ()
    roll: tuple[RollLine, ...] = ()
    kept: tuple[PartRow, ...] = ()  # files that are closed: parts that were begun anew since
    policy: str = ""  # the name of the policy the school took, for those who hold no key to it

    def row(self, member: MemberId) -> MemberRow | None:
        """Return a member's row."""
        return next((row for row in self.members if row.member.id == member), None)
