"""A sealed slot: one file of fixed size, always written whole, the same whether it is used or not.

The rules are: every write is under a fresh key, which stands wrapped in the cells, one for each
holder and the rest for nobody; the file is written aside, flushed and renamed; what is inside is
padded to the full size. Nobody who holds no key can tell a case from none.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.disk import what_the_disk_did
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.member_errors import SlotFullError
from dsl_desk.domain.packing import pack
from dsl_desk.domain.routing import Row
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SLOT_SIZE: Final = 8 * 1024 * 1024
_FORM: Final = b"dsl-desk slot 1\n"
_NEVER_WRITTEN: Final = b"0"
_WRITTEN: Final = b"1"
_NONCE: Final = 12
_TAG: Final = 16
_LENGTH: Final = 8
_KEY: Final = 32
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_ONLY_THE_OWNER: Final = 0o600


@dataclass(frozen=True)
class SlotName:
    """Which slot: the row of the routing table whose holders have its key, and its place."""

    row: Row
    place: int

    @property
    def file(self) -> str:
        """The name of its file; every vault has all of them."""
        return f"{self.row.value}-{self.place}.slot"


SLOTS: Final = tuple(SlotName(row, place) for row in Row for place in (1, 2))


@dataclass(frozen=True)
class SlotFile:
    """The file of one slot. `cells` is how many bytes of it hold the wrapped key."""

    path: Path
    bound: bytes
    size: int
    cells: int

    @property
    def room(self) -> int:
        """How many bytes a slot has for what is in it."""
        return self.size - self._clear() - _NONCE - _LENGTH - _TAG

    def write(self, key: bytes, cells: bytes, content: bytes, *, begun: bool = True) -> None:
        """Put new content in place: after this returns, it stands there whole."""
        if len(content) > self.room:
            raise SlotFullError(len(content), self.room)
        clear = _FORM + (_WRITTEN if begun else _NEVER_WRITTEN) + cells
        nonce = secrets.token_bytes(_NONCE)
        text = len(content).to_bytes(_LENGTH, "big") + content.ljust(self.room, b"\0")
        sealed = AESGCM(key).encrypt(nonce, text, pack((clear, self.bound)))
        try:
            self._put(clear + nonce + sealed)
        except OSError as failure:
            raise what_the_disk_did(failure) from failure

    def read(self, key_in: Callable[[bytes], bytes | None]) -> bytes | None:
        """Return what is in the slot, by the key somebody finds in its cells; None without one.

        A slot that no holder has ever written holds nothing at all.
        """
        whole, at = self._whole(), self._clear()
        key = key_in(whole[len(_FORM) + 1 : at])
        written = whole[len(_FORM) : len(_FORM) + 1] == _WRITTEN
        if key is None:
            return None if written else b""
        if not written:
            raise slot_damage()  # somebody's key is in it: it is only made to look unused
        nonce, sealed = whole[at : at + _NONCE], whole[at + _NONCE :]
        try:
            text = AESGCM(key).decrypt(nonce, sealed, pack((whole[:at], self.bound)))
        except InvalidTag:
            raise slot_damage() from None
        length = int.from_bytes(text[:_LENGTH], "big")
        return text[_LENGTH : _LENGTH + length]

    def _whole(self) -> bytes:
        try:
            if self.path.stat().st_size != self.size:
                raise slot_damage()
            whole = self.path.read_bytes()
        except FileNotFoundError:
            raise slot_damage() from None
        except OSError as failure:
            raise what_the_disk_did(failure) from failure
        state = whole[len(_FORM) : len(_FORM) + 1]
        if (
            len(whole) != self.size
            or not whole.startswith(_FORM)
            or state not in (_NEVER_WRITTEN, _WRITTEN)
        ):
            raise slot_damage()
        return whole

    def _put(self, whole: bytes) -> None:
        aside = self.path.with_name(f"{self.path.name}.new")
        with os.fdopen(os.open(aside, _ANEW, _ONLY_THE_OWNER), "wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(self.path)
        flush_names(self.path.parent)

    def _clear(self) -> int:
        return len(_FORM) + 1 + self.cells


def fresh_key() -> bytes:
    """Return a key for one writing of one slot."""
    return secrets.token_bytes(_KEY)


def slot_damage(number: int = 0) -> DamageError:
    """Return what to raise about a slot."""
    return DamageError(Where(Damage.SLOT, None, number))
