"""Copies of the vault: making one, trying one, and whether it is time to."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.damage import Damage, Where
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DamageError, NotEntitledError
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import Said
from dsl_desk.domain.signing import Rolls
from dsl_desk.domain.snapshot import REHEARSAL, SNAPSHOT, SnapshotView, Weekdays, is_due, state_of
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.rehearsing import rehearsed
from dsl_desk.services.restoring import PARTS
from dsl_desk.services.shelf_of_copies import ShelfOfCopies
from dsl_desk.storage.database import look_into_compartment
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.manifest import Manifest, PartRow, SignedManifest
from dsl_desk.storage.shelves.copies import newest_of
from dsl_desk.storage.snapshots import OpenPart, Taking, take
from dsl_desk.system.drives import on_one_drive

if TYPE_CHECKING:
    from typing import TypeVar

    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.record import Kind
    from dsl_desk.domain.snapshot import Rehearsal, SchoolDays, SnapshotState
    from dsl_desk.keys.header import Grant, Header
    from dsl_desk.keys.person import Person
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.services.watch import Watch
    from dsl_desk.storage.manifest import FileRow

    D = TypeVar("D")

_HERE: Final = Compartment.SCHOOL
_NAME: Final = "%Y-%m-%dT%H%M%SZ"
_SHORT: Final = 6


class Snapshots:
    """What can be asked about copies of the vault."""

    def __init__(
        self,
        sitting: Sitting,
        person: Person,
        calendar: SchoolDays | None = None,
        watch: Watch | None = None,
    ) -> None:
        self._sitting = sitting
        self._person = person
        self._watch = watch
        self._calendar = calendar or Weekdays()

    def state(self) -> SnapshotState:
        """Return the newest copy, when one was tried, and what there is to worry about."""
        rehearsal = self._newest(REHEARSAL)
        return state_of(
            self._newest(SNAPSHOT),
            None if rehearsal is None else rehearsal.at,
            self._sitting.clock.now().date(),
            self._calendar,
        )

    def due(self) -> Path | None:
        """Return the folder in which today's copy is to be made; None when it is not, or is away.

        It goes where the newest one went: nobody chooses a folder twice.
        """
        if not self._sitting.may_write(_HERE, EntryClass.SNAPSHOT):
            return None
        newest = self._newest(SNAPSHOT)
        due = is_due(newest, self._sitting.clock.now().date(), self._calendar)
        if newest is None or not due or not Path(newest.folder).parent.is_dir():
            return None
        return newest.chosen

    def take(
        self, folder: Path, progress: Progress = untold, *, thorough: bool = False
    ) -> Changed[SnapshotView]:
        """Make a copy in a folder. If thorough, evidence copied on earlier days is read again."""
        self._allow()
        header = read_header_file(self._sitting.folder)
        shelf = ShelfOfCopies(folder, header.vault)
        self._look_back_at(shelf)
        now = self._sitting.clock.now()
        name = fresh_id(now)
        taking = Taking(
            vault=self._sitting.folder,
            home=shelf.home,
            name=f"{now.astimezone(UTC).strftime(_NAME)}-{name[-_SHORT:]}",
            parts=self._open_parts(header),
            known=shelf.evidence(thorough=thorough),
        )
        signed = take(taking, partial(self._signed, name, header), progress)
        view = SnapshotView(
            id=name,
            taken_at=now,
            folder=str(shelf.home / taking.name),
            files=len(signed.manifest.files),
            size=signed.manifest.size,
            same_drive=on_one_drive(self._sitting.folder, folder),
        )
        self._write_down(SNAPSHOT, view)
        return Changed(view, frozenset({Thing.VAULT}))

    def rehearse(self, snapshot: Path, progress: Progress = untold) -> Changed[Rehearsal]:
        """Open a copy as a restore would, count it and compare it. Nothing of it is changed."""
        self._allow()
        rehearsal = rehearsed(snapshot, self._sitting, self._person, progress)
        self._write_down(REHEARSAL, rehearsal)
        return Changed(rehearsal, frozenset({Thing.VAULT}))

    def copies_in(self, folder: Path) -> tuple[Path, ...]:
        """Return the copies of this vault in a folder, newest first."""
        return tuple(self._shelf(folder).copies())

    def thin_out(self, folder: Path) -> int:
        """Let go of copies past keeping; tell how many."""
        return self._shelf(folder).thin_out()

    def _look_back_at(self, shelf: ShelfOfCopies) -> None:
        """Hold the newest copy there against the vault: it is a witness, whatever became of us."""
        manifest = next(iter(shelf.copies().values()), None)
        if self._watch is not None and manifest is not None:
            self._watch.look_at_copy(manifest.parts, manifest.taken_at.isoformat())

    def _shelf(self, folder: Path) -> ShelfOfCopies:
        return ShelfOfCopies(folder, read_header_file(self._sitting.folder).vault)

    def _allow(self) -> None:
        # Asked before the work, not after it.
        if not self._sitting.may_write(_HERE, EntryClass.SNAPSHOT):
            raise NotEntitledError(_HERE)

    def _open_parts(self, header: Header) -> tuple[OpenPart, ...]:
        row = member_row(header, self._sitting.member.id)
        return tuple(
            self._open_part(header, grant, key_of(self._person, row, grant)) for grant in row.grants
        )

    def _open_part(self, header: Header, grant: Grant, key: bytes) -> OpenPart:
        live = self._sitting.part(grant.compartment)
        (row,) = (
            row
            for row in header.parts
            if (row.compartment, row.epoch) == (grant.compartment, grant.epoch)
        )
        file = PARTS + row.file

        def prove(path: Path) -> PartRow:
            copy = look_into_compartment(path, key, row.salt, row.compartment)
            with closing(copy):
                heads = live.ledger.heads()
                if not copy.is_whole() or Ledger(copy, Rolls()).heads() != heads:
                    raise DamageError(Where(Damage.FILE, row.compartment))
            return PartRow(row.compartment, file, row.epoch, live.ledger.count(), heads)

        return OpenPart(file, live.database, prove)

    def _signed(
        self, name: str, header: Header, parts: tuple[PartRow, ...], files: tuple[FileRow, ...]
    ) -> SignedManifest:
        manifest = Manifest(
            id=name,
            vault=header.vault,
            taken_at=self._sitting.clock.now(),
            author=self._person.id,
            roll=vouched(header).mark,
            parts=parts,
            files=files,
        )
        return SignedManifest.by(self._person, manifest)

    def _newest(self, kind: Kind[D]) -> D | None:
        part = self._sitting.part(_HERE)
        entry = newest_of(part.database, kind.name)
        found = None if entry is None else part.ledger.find(entry)
        return None if found is None else kind.said(found).draft

    def _write_down(self, kind: Kind[D], what: D) -> None:
        name = EntryId(fresh_id(self._sitting.clock.now()))
        with self._sitting.writing(_HERE, EntryClass.SNAPSHOT) as write:
            write.record(kind, Said(what), name)
