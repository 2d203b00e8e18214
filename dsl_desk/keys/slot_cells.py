"""The cells of a sealed slot: its key, wrapped to each holder, and to nobody in all other cells.

There are always as many cells, in an order that chance decides, so that neither their number nor
their place says who holds the slot. A cell for nobody is a real wrap to a key that is thrown away:
random bytes could be told from one.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from dsl_desk.domain.packing import pack
from dsl_desk.keys.wraps import OpeningKey, Suite, WrapError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.keys.person import Person
    from dsl_desk.keys.wraps import SealingKey

_PURPOSE: Final = b"dsl-desk slot key 1"
_CELLS: Final = 6
_WRAP: Final = 1120 + 32 + 16  # what the hybrid adds, the key, the tag
CELLS_LENGTH: Final = _CELLS * _WRAP


@dataclass(frozen=True)
class SlotPlace:
    """What a cell is bound to: it opens nothing anywhere else."""

    vault: str
    slot: str

    def info(self) -> bytes:
        """Return the binding as HPKE's info."""
        return pack((_PURPOSE, bytes.fromhex(self.vault), self.slot.encode()))


def make_cells(key: bytes, holders: Mapping[MemberId, SealingKey], place: SlotPlace) -> bytes:
    """Wrap a slot's key to its holders, and fill the other cells."""
    nobody = [_nobody() for _ in range(_CELLS - len(holders))]
    cells = [seal.wrap(key, place, Suite.HYBRID) for seal in (*holders.values(), *nobody)]
    secrets.SystemRandom().shuffle(cells)
    return b"".join(cells)


def open_cells(person: Person, cells: bytes, place: SlotPlace) -> bytes | None:
    """Return the slot's key, if one of the cells is for this person."""
    for at in range(0, len(cells), _WRAP):
        try:
            return person.opening.unwrap(cells[at : at + _WRAP], place, Suite.HYBRID)
        except WrapError:
            continue
    return None


def _nobody() -> SealingKey:
    return OpeningKey(X25519PrivateKey.generate(), MLKEM768PrivateKey.generate()).sealing_key()
