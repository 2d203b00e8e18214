"""Witnesses: heads of the ledger, written down outside the file, after the commit.

A file put back to an earlier day is whole in itself; only somebody who saw it later can tell. The
record is of one size, whatever it holds, and opens to one member only.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage
from dsl_desk.domain.entry import Head
from dsl_desk.domain.entry_form import read_header
from dsl_desk.domain.errors import DamageError
from dsl_desk.domain.packing import PackingError, pack, pack_number, unpack, unpack_number
from dsl_desk.domain.strand import Began, birth_of
from dsl_desk.domain.vault_errors import RolledBackError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dsl_desk.storage.ledger import Ledger

_FORM: Final = b"dsl-desk witnesses 1"
_ROOM: Final = 800  # small enough for every keychain, even where it counts each byte twice
_NONCE: Final = 12
_LENGTH: Final = 2
_FIELDS: Final = 5
SIZE: Final = _NONCE + _ROOM + 16


@dataclass(frozen=True)
class Witness:
    """The head of a strand as somebody saw it, and when (ISO 8601)."""

    compartment: Compartment
    head: Head
    at: str


def seal(witnesses: Sequence[Witness], key: bytes) -> bytes:
    """Return the record; of too many witnesses the first are kept."""
    written = b""
    for witness in witnesses:
        more = written + pack((_written(witness),))
        if len(more) > _ROOM - _LENGTH:
            break
        written = more
    nonce = os.urandom(_NONCE)
    text = (len(written).to_bytes(_LENGTH, "big") + written).ljust(_ROOM, b"\0")
    return nonce + AESGCM(key).encrypt(nonce, text, _FORM)


def unseal(untrusted_record: bytes, key: bytes) -> tuple[Witness, ...]:
    """Return the witnesses; none when the record is not this member's, or was altered."""
    try:
        text = AESGCM(key).decrypt(untrusted_record[:_NONCE], untrusted_record[_NONCE:], _FORM)
        length = int.from_bytes(text[:_LENGTH], "big")
        return tuple(_read(item) for item in unpack(text[_LENGTH : _LENGTH + length]))
    except (InvalidTag, PackingError, ValueError):
        return ()


def notice_rollback(ledger: Ledger, witnesses: Iterable[Witness]) -> RolledBackError | None:
    """Return what is missing of what was seen; DamageError when it was seen otherwise.

    What the first entry of a later strand already says is missing is not told again.
    """
    gone = [witness for witness in witnesses if _is_gone(ledger, witness)]
    if not gone:
        return None
    missing = sum(witness.head.number - _length(ledger, witness.head.strand) for witness in gone)
    last = ledger.last_of_all()
    first = "" if last is None else read_header(last.header).written_at
    seen = max(witness.at for witness in gone)
    return RolledBackError(ledger.compartment, missing, first or seen, seen)


def gone_heads(ledger: Ledger, witnesses: Iterable[Witness]) -> tuple[Head, ...]:
    """Return the heads that were seen and are not there."""
    return tuple(witness.head for witness in witnesses if _is_gone(ledger, witness))


def _is_gone(ledger: Ledger, witness: Witness) -> bool:
    line = ledger.at(witness.head.strand, witness.head.number)
    if line is not None:
        if line.head() != witness.head.digest:
            raise ledger.proof.damaged(Damage.CHAIN, line)
        return False
    if _length(ledger, witness.head.strand) > witness.head.number:
        raise ledger.proof.damage(Damage.MISSING, witness.head.number, witness.head.strand)
    return not any(
        known.strand == witness.head.strand and known.number >= witness.head.number
        for known in _known_to_be_missing(ledger)
    )


def _known_to_be_missing(ledger: Ledger) -> Iterable[Head]:
    for strand in ledger.strands():
        line = ledger.at(strand, 1)
        if line is not None:
            try:
                birth = birth_of(ledger.prove(line))
                # What a part begun anew grew from stands in another file, closed at these heads.
                yield from birth.grew_from if birth.why is Began.FOUND_ANEW else birth.missing
            except (DamageError, ValueError):
                continue  # a strand that does not begin as it should is for the check to name


def _length(ledger: Ledger, strand: str) -> int:
    line = ledger.last_line(strand)
    return 0 if line is None else line.number


def _written(witness: Witness) -> bytes:
    head = witness.head
    return pack(
        (
            witness.compartment.value.encode(),
            bytes.fromhex(head.strand),
            pack_number(head.number),
            head.digest,
            witness.at.encode(),
        )
    )


def _read(packed: bytes) -> Witness:
    fields = unpack(packed)
    if len(fields) != _FIELDS:
        raise PackingError
    head = Head(fields[1].hex(), unpack_number(fields[2]), fields[3])
    return Witness(Compartment(fields[0].decode()), head, fields[4].decode())
