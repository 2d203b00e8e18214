"""What is read is proved as it is read: form, digest, signature and right of one entry."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry import GONE, Entry
from dsl_desk.domain.entry_form import read_body, read_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.packing import PackingError, pack
from dsl_desk.domain.rights import allows
from dsl_desk.domain.signing import NewerRollError

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Body, Header
    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.signing import Rolls, Standing

SUITE: Final = 1  # SHA-256, HMAC-SHA-256 over the body, Ed25519
_ENTRY: Final = b"dsl-desk entry 1"


@dataclass(frozen=True)
class Line:
    """One line of the ledger as it stands on disk, not believed yet."""

    strand: bytes
    number: int
    id: bytes
    record: bytes
    version: int
    header: bytes
    signature: bytes
    salt: bytes | None
    body: bytes | None
    hlc: int
    place: int = 0  # where it stands in its own file; no other file's business

    def head(self) -> bytes:
        """Return the hash by which other entries name this one."""
        return entry_digest(self.header, self.signature)


def body_digest(salt: bytes, body: bytes) -> bytes:
    """Return the digest the header carries; without the salt it tells nothing about the body."""
    return hmac.digest(salt, body, "sha256")


def entry_digest(header: bytes, signature: bytes) -> bytes:
    """Return the hash the next entry names."""
    return hashlib.sha256(pack((_ENTRY, header, signature))).digest()


class Proof:
    """Believes a line only when its author signed it and had the right to."""

    def __init__(self, compartment: Compartment, rolls: Rolls) -> None:
        self._compartment = compartment
        self._rolls = rolls
        self._keys = {
            member: Ed25519PublicKey.from_public_bytes(standing.signing)
            for member, standing in rolls.now.items()
        }

    def prove(self, line: Line) -> Entry:
        """Return the entry, or raise DamageError naming it."""
        header = self._header(line)
        self._signature(header, line)
        self._right(header, line)
        return Entry(header, self._body(header, line), line.head())

    def read(self, line: Line) -> Entry:
        """Return the entry without asking who signed it: for shelves, which prove nothing."""
        header = self._header(line)
        return Entry(header, self._body(header, line), line.head())

    def signed(self, member: MemberId, message: bytes, signature: bytes) -> bool:
        """Tell whether a member signed this."""
        key = self._keys.get(member)
        try:
            if key is not None:
                key.verify(signature, message)
        except InvalidSignature:
            return False
        return key is not None

    def damage(self, damage: Damage, number: int, strand: str = "") -> DamageError:
        """Return what to raise."""
        return DamageError(Where(damage, self._compartment, number, strand))

    def damaged(self, damage: Damage, line: Line) -> DamageError:
        """Return what to raise about this line."""
        return self.damage(damage, line.number, line.strand.hex())

    def _body(self, header: Header, line: Line) -> Body:
        if line.body is None and line.salt is None:
            return GONE
        if line.body is None or line.salt is None:
            raise self.damaged(Damage.BODY, line)
        if header.suite != SUITE or body_digest(line.salt, line.body) != header.body_digest:
            raise self.damaged(Damage.BODY, line)
        try:
            return read_body(line.body)
        except PackingError:
            raise self.damaged(Damage.UNREADABLE, line) from None

    def _header(self, line: Line) -> Header:
        try:
            header = read_header(line.header)
        except PackingError:
            raise self.damaged(Damage.UNREADABLE, line) from None
        beside = (line.strand.hex(), line.number, line.id.hex(), line.record.hex(), line.version)
        signed = (header.strand, header.number, header.id, header.record, header.version)
        if (*beside, line.hlc) != (*signed, header.hlc):
            raise self.damaged(Damage.UNREADABLE, line)
        return header

    def _signature(self, header: Header, line: Line) -> None:
        key = self._keys.get(header.author)
        if key is None:
            raise self.damaged(Damage.SIGNATURE, line)
        try:
            key.verify(line.signature, line.header)
        except InvalidSignature:
            raise self.damaged(Damage.SIGNATURE, line) from None

    def _right(self, header: Header, line: Line) -> None:
        standing = self._standing(header, line)
        if standing is None or not allows(standing.right(self._compartment), header.entry_class):
            raise self.damaged(Damage.RIGHT, line)

    def _standing(self, header: Header, line: Line) -> Standing | None:
        try:
            return self._rolls.standing(header.roll, header.author)
        except NewerRollError:
            raise self.damaged(Damage.ROLL, line) from None
