"""The present life of a file: its strand, its device, and which heads it has named."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.errors import DamageError
from dsl_desk.storage.columns import as_bytes

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Head
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.ledger import Ledger

_ID_LENGTH: Final = 16


class Life:
    """One life of one file on one device. No other life ever writes its strand."""

    def __init__(self, strand: str, device: str) -> None:
        self.strand = strand
        self.device = device
        self._named: dict[str, int] = {}

    def seen(self, ledger: Ledger) -> tuple[Head, ...]:
        """Return the heads of other strands that this life has not named yet."""
        return tuple(
            head
            for head in ledger.heads(but=self.strand)
            if self._named.get(head.strand) != head.number
        )

    def has_named(self, heads: tuple[Head, ...]) -> None:
        """Remember what an entry that is now saved has named."""
        self._named |= {head.strand: head.number for head in heads}


def fresh_device() -> str:
    """Return the name of a device that was not known before."""
    return secrets.token_hex(_ID_LENGTH)


def begin_life(database: Database, device: str) -> Life:
    """Note that a new life begins; its first entry has to follow in the same transaction."""
    strand = secrets.token_bytes(_ID_LENGTH)
    database.run("INSERT INTO life (strand, device) VALUES (?, ?)", strand, bytes.fromhex(device))
    return Life(strand.hex(), device)


def present_life(database: Database) -> Life:
    """Return the life that was begun last."""
    row = database.row("SELECT strand, device FROM life ORDER BY began DESC LIMIT 1")
    if row is None:
        raise DamageError(Where(Damage.FILE, database.compartment))
    return Life(as_bytes(row[0]).hex(), as_bytes(row[1]).hex())
