"""The ledger within a sealed slot: signed and chained as in a part, kept whole in memory."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from dsl_desk.domain.disposal import PROPOSAL
from dsl_desk.domain.entry import GONE, Act, Entry, Header
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import read_body, read_header, write_body, write_header
from dsl_desk.domain.fields import Fields
from dsl_desk.domain.packing import PackingError, pack, pack_number, unpack, unpack_number
from dsl_desk.storage.proof import SUITE, body_digest, entry_digest
from dsl_desk.storage.slots import slot_damage

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.signing import Pen

    # The key an entry's signature is checked with, if its author may write in this slot at all.
    KeyOf = Callable[[Header], bytes | None]

_FORM: Final = b"dsl-desk slot ledger 1"
_NOTHING_BEFORE: Final = bytes(32)
_NO_DEVICE: Final = "00" * 16
_COUNTER_BITS: Final = 16


@dataclass
class SlotLedger:
    """Every entry of one slot. `round` counts how often the slot was written, used or not."""

    strand: str = field(default_factory=lambda: secrets.token_hex(16))
    round: int = 0
    entries: list[Entry] = field(default_factory=list)
    _lines: list[bytes] = field(default_factory=list, repr=False)

    @classmethod
    def read(cls, content: bytes, key_of: KeyOf) -> SlotLedger:
        """Prove every entry: form, place in the chain, author, signature, body."""
        try:
            form, number, strand, lines = unpack(content)
            if form != _FORM:
                raise slot_damage()
            ledger = cls(strand.hex(), unpack_number(number))
            for line in unpack(lines):
                ledger._take(line, key_of)
            ledger._prove_disposals()
        except (PackingError, ValueError):
            raise slot_damage() from None
        return ledger

    def written(self) -> bytes:
        """Return the content of the slot for its next round."""
        number = pack_number(self.round)
        return pack((_FORM, number, bytes.fromhex(self.strand), pack(self._lines)))

    def find(self, entry: EntryId) -> Entry | None:
        """Return the entry of this id, if it was ever written."""
        return next((one for one in self.entries if one.header.id == entry), None)

    def enter(self, act: Act, pen: Pen) -> Entry:
        """Write an entry; return the one that is there if it was written before."""
        there = self.find(act.id)
        if there is not None:
            return there
        salt, body = secrets.token_bytes(32), write_body(act.body)
        header = self._header(act, pen, body_digest(salt, body))
        written = write_header(header)
        signature = pen.author.sign(written)
        entry = Entry(header, act.body, entry_digest(written, signature))
        self._lines.append(pack((written, signature, salt, body)))
        self.entries.append(entry)
        return entry

    @property
    def live(self) -> list[Entry]:
        """What stands in the slot now, without what tells of cases that were disposed of."""
        gone = {one.header.record for one in self.entries if one.body is GONE}
        stands = (one for one in self.entries if one.body is not GONE and not _disposes(one))
        return [one for one in stands if not (_is_proposal(one) and _about(one) in gone)]

    def dispose(self, act: Act, pen: Pen) -> Entry:
        """Take away, for good, what the case says; the act names which entries, and stays."""
        entry = self.enter(act, pen)
        going = set(_named_by(entry))
        for at, one in enumerate(self.entries):
            if one.header.id in going:
                self.lose_body(at)
        return entry

    def lose_body(self, at: int) -> None:
        """Take the words of one entry away; without a disposal that names it this is damage."""
        written, signature, _salt, _body = unpack(self._lines[at])
        self._lines[at] = pack((written, signature, b"", b""))
        self.entries[at] = replace(self.entries[at], body=GONE)

    def _prove_disposals(self) -> None:
        """Refuse a body that is gone without a disposal, or there in spite of one."""
        named = {name for one in self.entries if _disposes(one) for name in _named_by(one)}
        for one in self.entries:
            if (one.body is GONE) is not (one.header.id in named):
                raise slot_damage(one.header.number)

    def _header(self, act: Act, pen: Pen, digest: bytes) -> Header:
        now, head = pen.clock.now(), self.entries[-1] if self.entries else None
        wall = int(now.timestamp() * 1000) << _COUNTER_BITS
        return Header(
            id=act.id,
            record=act.record,
            version=act.version,
            replaces=act.replaces,
            entry_class=act.entry_class,
            author=pen.author.id,
            device=_NO_DEVICE,
            strand=self.strand,
            number=len(self.entries) + 1,
            written_at=now.isoformat(),
            hlc=max(wall, head.header.hlc + 1) if head else wall,
            roll=pen.roll,
            epoch=pen.epoch,
            previous=head.digest if head else _NOTHING_BEFORE,
            seen=(),
            body_digest=digest,
            suite=SUITE,
        )

    def _take(self, line: bytes, key_of: KeyOf) -> None:
        number = len(self.entries) + 1
        written, signature, salt, body = unpack(line)
        header = read_header(written)
        key = key_of(header)
        if key is None or not self._follows(header):
            raise slot_damage(number)
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, written)
        except InvalidSignature:
            raise slot_damage(number) from None
        gone = not salt and not body
        if header.suite != SUITE or not (gone or body_digest(salt, body) == header.body_digest):
            raise slot_damage(number)
        said = GONE if gone else read_body(body)
        self.entries.append(Entry(header, said, entry_digest(written, signature)))
        self._lines.append(line)

    def _follows(self, header: Header) -> bool:
        head = self.entries[-1] if self.entries else None
        place = (self.strand, len(self.entries) + 1, head.digest if head else _NOTHING_BEFORE)
        later = head is None or header.hlc > head.header.hlc
        return later and (header.strand, header.number, header.previous) == place


def _disposes(entry: Entry) -> bool:
    return entry.header.entry_class is EntryClass.DISPOSAL


def _named_by(disposal: Entry) -> tuple[str, ...]:
    return Fields(dict(disposal.body.fields)).list_of_texts("entries")


def _is_proposal(entry: Entry) -> bool:
    return entry.body.kind == PROPOSAL.name


def _about(proposal: Entry) -> RecordId:
    return PROPOSAL.said(proposal).draft.record
