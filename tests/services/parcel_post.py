"""Parcels for tests: sealed as the way out does it, and as somebody who means harm would."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.cover import NO_COVER, cover_of
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.entry_form import write_body
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.parcel import CarriedEntry, Contents, Signer, covered
from dsl_desk.domain.parcel_errors import ParcelError, ParcelTrouble
from dsl_desk.services import parcels
from dsl_desk.services.parcels import open_parcel, seal
from tests.builders import an_entry_id
from tests.services.test_leaving_a_transfer import a_transfer_draft, the_wish

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk
    from dsl_desk.storage.proof import Line

HERE = Compartment.CHILDREN
WORDS = "amber kettle river moss"


def a_parcel(desk: Desk, record: RecordId) -> bytes:
    gathered = desk.leaving.gather(the_wish(record))
    assert gathered.contents is not None
    cover = cover_of(gathered.named, a_transfer_draft(gathered).shown, record)
    return resealed(desk, covered(gathered.contents, cover))


def trouble(untrusted: bytes, passphrase: str) -> ParcelTrouble:
    with pytest.raises(ParcelError) as refused:
        open_parcel(untrusted, passphrase)
    return refused.value.trouble


def resealed(desk: Desk, contents: Contents, **fields: object) -> bytes:
    """Seal contents anew as a sender who can sign an entry of their own, and nobody else's."""
    ready = parcels.make_ready(contents, NO_COVER, WORDS)
    return seal(ready, left_by(desk, {"beside": ready.sha256, **fields}))


def left_by(desk: Desk, fields: dict[str, object], kind: str = "export") -> Line:
    entry = an_entry_id(desk.sitting.clock)
    body = Body(kind, 2, names={"author": "Maya Fernsby"}, fields=fields)  # type: ignore[arg-type]  # plain JSON
    with desk.sitting.writing(HERE, EntryClass.EXPORT) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.EXPORT, body))
    (line,) = desk.sitting.part(HERE).ledger.lines_of(RecordId(entry))
    return line


def hostile(desk: Desk, body: Body) -> Contents:
    """Return a parcel with one entry that its sender signed, and that no list could show."""
    entry = an_entry_id(desk.sitting.clock)
    with desk.sitting.writing(HERE, EntryClass.EXPORT) as write:
        write.enter(Act(entry, RecordId(entry), EntryClass.EXPORT, body))
    (line,) = desk.sitting.part(HERE).ledger.lines_of(RecordId(entry))
    assert line.salt is not None
    carried = CarriedEntry(line.header, line.signature, line.salt, write_body(body))
    me = desk.cases.book.page().members[0]
    signer = Signer(me.member.id, me.member.name, me.member.role.value, me.signing)
    return Contents("Sedge Vale School", "0a" * 16, "2026-11-19", {}, (carried,), (signer,))


def deep(levels: int) -> object:
    value: object = "here"
    for _level in range(levels):
        value = [value]
    return value
