"""Taking in what another school sent: every entry as it was written and signed there, checked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body, Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.kinds import understood
from dsl_desk.domain.parcel_errors import ParcelError, ParcelTrouble
from dsl_desk.domain.received import PARCEL, RECEIVED, ParcelDraft, ReceivedDraft, told_of
from dsl_desk.domain.record import Said
from dsl_desk.domain.training import is_training
from dsl_desk.services.parcels import is_as_signed, proof_of, proved

if TYPE_CHECKING:
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.parcels import Arrived
    from dsl_desk.services.sitting import Sitting

_HERE: Final = Compartment.CHILDREN
_CHANGED: Final = frozenset({Thing.PEOPLE, Thing.CONCERNS})
_TIME: Final = 12  # of an id: its first digits say when it was made


@dataclass(frozen=True)
class Taken:
    """What became of a parcel: its record, and whether it came in this moment or long before."""

    record: RecordId
    entries: int
    new: bool


@dataclass(frozen=True)
class ReceivedView:
    """One entry that came, checked again as it was opened."""

    draft: ReceivedDraft = field(repr=False)
    kind: str
    author: str = field(repr=False)
    written_at: str
    version: int
    told: tuple[tuple[str, str], ...] = field(repr=False)
    as_signed: bool
    entry: Stamp
    known: bool  # this program knows the kind


class ParcelsReceived:
    """What can be asked about parcels that came."""

    def __init__(self, sitting: Sitting, *, training: bool) -> None:
        self._sitting = sitting
        self._training = training
        self._opened: set[RecordId] = set()

    def take_in(self, arrived: Arrived, child: PersonRef) -> Changed[Taken]:
        """Write down every entry of a parcel. The same parcel again changes nothing.

        What is for training and what is real never come together.
        """
        contents, left_by = arrived.contents, arrived.left_by
        if is_training(contents.vault) is not self._training:
            raise ParcelError(ParcelTrouble.TRAINING)
        name = _entry_of(left_by.header.id, f"{arrived.sha256} {child.person}")
        if self._sitting.part(_HERE).ledger.find(name) is not None:
            return Changed(Taken(RecordId(name), len(contents.entries), new=False), _CHANGED)
        names = {one.member: one.name for one in contents.signers}
        parcel = ParcelDraft(
            person=child,
            school=contents.school,
            vault=contents.vault,
            sent_by=names[left_by.header.author],
            sent_at=left_by.header.written_at,
            sha256=arrived.sha256,
            entries=len(contents.entries),
            covered=contents.covered,
            left_out=contents.left_out,
            left_by=arrived.left_line,
            signers=contents.signers,
        )
        newest = _newest(arrived.entries)
        with self._sitting.writing(_HERE, EntryClass.CHILD_FILE) as write:
            write.record(PARCEL, Said(parcel), name)
            for carried, entry in zip(contents.entries, arrived.entries, strict=True):
                header = entry.header
                by = names[header.author]
                is_newest = newest[header.record] == header.version
                draft = ReceivedDraft(child, name, contents.school, by, carried, is_newest)
                write.record(RECEIVED, Said(draft), _entry_of(header.id, f"{name} {header.id}"))
        return Changed(Taken(RecordId(name), len(contents.entries), new=True), _CHANGED)

    def parcel(self, record: RecordId) -> ParcelDraft:
        """Return the parcel of a record, or that of an entry that came in it."""
        entry = self._sitting.part(_HERE).ledger.newest(record)
        if entry.body.kind == RECEIVED.name:
            parcel = RecordId(RECEIVED.said(entry).draft.parcel)
            entry = self._sitting.part(_HERE).ledger.newest(parcel)
        if entry.body.kind != PARCEL.name:
            raise RecordMissingError
        self._write_down_opening(entry)
        return PARCEL.said(entry).draft

    def open(self, record: RecordId) -> ReceivedView | None:
        """Return an entry that came, its signature asked again; None for the parcel itself."""
        entry = self._sitting.part(_HERE).ledger.newest(record)
        if entry.body.kind != RECEIVED.name:
            return None
        draft = RECEIVED.said(entry).draft
        inner = proved(draft.carried, proof_of(self.parcel(record).signers))
        self._write_down_opening(entry)
        return ReceivedView(
            draft=draft,
            kind=inner.body.kind,
            author=draft.by,
            written_at=inner.header.written_at,
            version=inner.header.version,
            told=told_of(inner.body),
            as_signed=is_as_signed(draft.carried),
            entry=Stamp.of(inner),
            known=understood(inner.body),
        )

    def _write_down_opening(self, entry: Entry) -> None:
        header = entry.header
        if header.record in self._opened:
            return
        shown: dict[str, Json] = {"record": header.record, "version": header.version, "length": 0}
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(_HERE, EntryClass.OPENED) as write:
            body = Body("opened", 1, fields=shown)
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.OPENED, body))
        self._opened.add(header.record)


def _newest(entries: tuple[Entry, ...]) -> dict[str, int]:
    """Return the newest version of each record that came."""
    newest: dict[str, int] = {}
    for entry in entries:
        header = entry.header
        newest[header.record] = max(header.version, newest.get(header.record, 0))
    return newest


def _entry_of(came_as: EntryId, of: str) -> EntryId:
    """Return a name made from what came: taken in twice, it is one record."""
    rest = hashlib.sha256(b"received " + of.encode()).hexdigest()
    return EntryId(f"{came_as[:_TIME]}{rest}"[: len(came_as)])
