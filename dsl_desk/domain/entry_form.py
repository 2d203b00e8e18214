"""The written form of an entry: header to bytes and back, body to bytes and back.

What is stored is what was signed. Reading refuses bytes that are not exactly the form.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from dsl_desk.domain.entry import Body, Head, Header, RollMark
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.fields import FieldError, Fields
from dsl_desk.domain.ids import EntryId, MemberId, RecordId
from dsl_desk.domain.packing import (
    PackingError,
    canonical_json,
    pack,
    pack_number,
    unpack,
    unpack_number,
)

HEADER_FORM: Final = b"dsl-desk entry header 1"
_FIELDS_OF_A_HEADER: Final = 19
_ID_LENGTH: Final = 16


def write_header(header: Header) -> bytes:
    """Return the bytes that the author signs."""
    return pack(
        (
            HEADER_FORM,
            bytes.fromhex(header.id),
            bytes.fromhex(header.record),
            pack_number(header.version),
            b"".join(bytes.fromhex(replaced) for replaced in header.replaced()),
            header.entry_class.value.encode(),
            bytes.fromhex(header.author),
            bytes.fromhex(header.device),
            bytes.fromhex(header.strand),
            pack_number(header.number),
            header.written_at.encode(),
            pack_number(header.hlc),
            pack_number(header.roll.number),
            header.roll.digest,
            pack_number(header.epoch),
            header.previous,
            _write_heads(header.seen),
            header.body_digest,
            pack_number(header.suite),
        )
    )


def read_header(packed: bytes) -> Header:
    """Return the header; `PackingError` when these bytes are not one."""
    fields = unpack(packed)
    if len(fields) != _FIELDS_OF_A_HEADER or fields[0] != HEADER_FORM:
        raise PackingError
    try:
        return _read_fields(fields)
    except ValueError:
        raise PackingError from None


def _read_fields(fields: tuple[bytes, ...]) -> Header:
    replaced = _read_ids(fields[4])
    datetime.fromisoformat(fields[10].decode())
    return Header(
        id=EntryId(fields[1].hex()),
        record=RecordId(fields[2].hex()),
        version=unpack_number(fields[3]),
        replaces=replaced[0] if replaced else None,
        entry_class=EntryClass(fields[5].decode()),
        author=MemberId(fields[6].hex()),
        device=fields[7].hex(),
        strand=fields[8].hex(),
        number=unpack_number(fields[9]),
        written_at=fields[10].decode(),
        hlc=unpack_number(fields[11]),
        roll=RollMark(unpack_number(fields[12]), fields[13]),
        epoch=unpack_number(fields[14]),
        previous=fields[15],
        seen=_read_heads(fields[16]),
        body_digest=fields[17],
        suite=unpack_number(fields[18]),
        beside=replaced[1:],
    )


def _read_ids(packed: bytes) -> tuple[EntryId, ...]:
    if len(packed) % _ID_LENGTH:
        raise PackingError
    return tuple(
        EntryId(packed[at : at + _ID_LENGTH].hex()) for at in range(0, len(packed), _ID_LENGTH)
    )


def _write_heads(heads: tuple[Head, ...]) -> bytes:
    return pack(
        [
            pack((bytes.fromhex(head.strand), pack_number(head.number), head.digest))
            for head in heads
        ]
    )


def _read_heads(packed: bytes) -> tuple[Head, ...]:
    heads: list[Head] = []
    for item in unpack(packed):
        strand, number, digest = unpack(item)
        heads.append(Head(strand.hex(), unpack_number(number), digest))
    return tuple(heads)


def write_body(body: Body) -> bytes:
    """Return the one spelling of a body."""
    return canonical_json(
        {
            "kind": body.kind,
            "schema": body.schema,
            "happened_at": body.happened_at,
            "reason": body.reason,
            "names": dict(body.names),
            "fields": dict(body.fields),
        }
    )


def read_body(written: bytes) -> Body:
    """Return the body; `PackingError` when these bytes are not one."""
    try:
        fields = Fields.of_json(written)
        return Body(
            kind=fields.text("kind"),
            schema=fields.number("schema"),
            happened_at=fields.text("happened_at"),
            reason=fields.text("reason"),
            names=fields.inside("names").texts(),
            fields=fields.inside("fields").plain(),
        )
    except FieldError:
        raise PackingError from None
