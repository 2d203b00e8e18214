"""The spool: what is typed but not saved, sealed in a file of fixed size.

The rules are: the file holds two halves, written in turn, each a whole sealed text with a counter
that only grows; the half with the higher counter that opens is the truth. A half torn by a kill or
a power cut does not open, and the other one is read: what was sealed before. Place and counter are
bound into the seal, so a half can be neither moved nor passed off as newer. A half of zeros is a
half never written. The size of the file says nothing about what is in it.
"""

from __future__ import annotations

import json
import os
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.vault_errors import SpoolDamagedError, SpoolFullError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HALF = 128 * 1024
_COUNTER = 8
_NONCE = 12
_TAG = 16
_LENGTH = 4
ROOM = HALF - _COUNTER - _NONCE - _LENGTH - _TAG
_NAME = b"dsl-desk spool 1"

Drafts = dict[str, dict[str, str]]


class _Half(NamedTuple):
    """What one half of the file says, if it opens."""

    counter: int
    place: int
    words: bytes


class Spool:
    """Drafts by form, each with its fields, in a file that is always the same size."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._cipher = AESGCM(key)
        # The window's thread seals at a lock while the worker may be keeping a draft.
        self._turn = Lock()

    @staticmethod
    def prepare(path: Path) -> None:
        """Make the empty spool."""
        with path.open("xb") as file:
            file.write(bytes(2 * HALF))
            file.flush()
            os.fsync(file.fileno())

    def seal(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        """Put these drafts in the place of the older half; returns when the disk has them."""
        words = json.dumps(drafts, ensure_ascii=False, separators=(",", ":")).encode()
        if len(words) > ROOM:
            raise SpoolFullError(len(words), ROOM)
        with self._turn:
            newest = self._newest() or _Half(0, 1, b"")  # nothing opens: begin again
            try:
                self._write(_Half(newest.counter + 1, 1 - newest.place, words))
            except OSError as failure:
                raise what_the_disk_did(failure) from failure

    def unseal(self) -> Drafts:
        """Return the drafts of the newest half that opens; a spool never sealed has none."""
        with self._turn:
            newest = self._newest()
        if newest is None:
            raise SpoolDamagedError
        drafts: Drafts = json.loads(newest.words or b"{}")
        return drafts

    def _newest(self) -> _Half | None:
        try:
            octets = self._path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as failure:
            raise what_the_disk_did(failure) from failure
        halves = (self._open(place, octets[place * HALF :][:HALF]) for place in (0, 1))
        return max((half for half in halves if half is not None), default=None)

    def _open(self, place: int, untrusted_half: bytes) -> _Half | None:
        if untrusted_half == bytes(HALF):
            return _Half(0, place, b"")
        counter = int.from_bytes(untrusted_half[:_COUNTER], "big")
        nonce = untrusted_half[_COUNTER : _COUNTER + _NONCE]
        try:
            text = self._cipher.decrypt(
                nonce, untrusted_half[_COUNTER + _NONCE :], _bound(place, counter)
            )
        except (InvalidTag, ValueError):  # ValueError: cut so short that no nonce is left
            return None
        length = int.from_bytes(text[:_LENGTH], "big")
        return _Half(counter, place, text[_LENGTH : _LENGTH + length])

    def _write(self, half: _Half) -> None:
        nonce = os.urandom(_NONCE)
        text = len(half.words).to_bytes(_LENGTH, "big") + half.words.ljust(ROOM, b"\0")
        sealed = self._cipher.encrypt(nonce, text, _bound(half.place, half.counter))
        # Written over what is there, never emptied first; a missing file is made whole again.
        fd = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(fd, "r+b", buffering=0) as file:
            if os.fstat(fd).st_size < 2 * HALF:
                file.truncate(2 * HALF)
            file.seek(half.place * HALF)
            left = memoryview(half.counter.to_bytes(_COUNTER, "big") + nonce + sealed)
            while left:  # the system may take a part of it and answer with how much
                left = left[file.write(left) :]
            os.fsync(fd)


def _bound(place: int, counter: int) -> bytes:
    """Return what the seal also covers: which half, and the how-manyeth."""
    return _NAME + bytes([place]) + counter.to_bytes(_COUNTER, "big")
