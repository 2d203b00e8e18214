"""The STREAM construction: content in chunks, each sealed by AES-256-GCM in its own place.

The nonce is a prefix of 7 random bytes, the number of the chunk in 4 bytes and one byte that says
whether it is the last. Every chunk but the last is full; only empty content has an empty chunk.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.packing import pack

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK: Final = 64 * 1024
_TAG: Final = 16
SEALED: Final = CHUNK + _TAG
_FORM: Final = b"\x01"
_PREFIX: Final = 7
HEAD: Final = len(_FORM) + _PREFIX
_NUMBER: Final = 4
_PURPOSE: Final = b"dsl-desk blob 1"


class ChunkError(ValueError):
    """A chunk is not the one that was sealed in this place of this file."""


class Sealer:
    """Seals the chunks of one file, in their order."""

    def __init__(self, key: bytes, name: str) -> None:
        prefix = secrets.token_bytes(_PREFIX)
        self.head = _FORM + prefix
        self._cipher = AESGCM(key)
        self._places = _Places(prefix)
        self._bound = _bound(name)

    def seal(self, chunk: bytes, *, last: bool) -> bytes:
        """Return the next chunk, sealed."""
        return self._cipher.encrypt(self._places.next(last=last), chunk, self._bound)


class Opener:
    """Opens the chunks of one file, in their order and no other."""

    def __init__(self, key: bytes, name: str, untrusted_head: bytes) -> None:
        if len(untrusted_head) != HEAD or not untrusted_head.startswith(_FORM):
            raise ChunkError
        self._cipher = AESGCM(key)
        self._places = _Places(untrusted_head[len(_FORM) :])
        self._bound = _bound(name)

    def open(self, untrusted_chunk: bytes, *, last: bool) -> bytes:
        """Return the next chunk; ChunkError when it is not the one that belongs here."""
        nonce = self._places.next(last=last)
        try:
            return self._cipher.decrypt(nonce, untrusted_chunk, self._bound)
        except InvalidTag:
            raise ChunkError from None


class _Places:
    """The nonces of one file, each handed out once."""

    def __init__(self, prefix: bytes) -> None:
        self._prefix = prefix
        self._number = 0

    def next(self, *, last: bool) -> bytes:
        number = self._number.to_bytes(_NUMBER, "big")  # OverflowError long before one repeats
        self._number += 1
        return self._prefix + number + bytes([last])


def chunks_of(stream: BinaryIO, size: int) -> Iterator[tuple[bytes, bool]]:
    """Return the content in full chunks, and with each whether it is the last one."""
    chunk = _fill(stream, size)
    while True:
        following = _fill(stream, size) if len(chunk) == size else b""
        yield chunk, not following
        if not following:
            return
        chunk = following


def _fill(stream: BinaryIO, size: int) -> bytes:
    """Return a full chunk, or what is left: one call may bring less than was asked for."""
    first = stream.read(size)
    if len(first) in (0, size):
        return first
    parts, missing = [first], size - len(first)
    while missing and (more := stream.read(missing)):
        parts.append(more)
        missing -= len(more)
    return b"".join(parts)


def _bound(name: str) -> bytes:
    return pack((_PURPOSE, bytes.fromhex(name)))
