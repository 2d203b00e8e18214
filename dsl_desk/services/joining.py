"""Bringing two copies of the vault together: what the other one has and this one has not.

The other is a copy, or a vault that was set aside when a copy was brought back. It is only read:
every entry is proved there before it is taken in here.
"""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.disk import disk_told_as_facts
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.keeping_errors import (
    OtherMembersError,
    OtherVaultError,
    SnapshotDamagedError,
)
from dsl_desk.domain.progress import untold
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.keys.page_file import FILE as PAGE
from dsl_desk.keys.vouching import vouched
from dsl_desk.services.bringing_back import find_copies
from dsl_desk.services.opening import key_of, member_row
from dsl_desk.services.places import evidence_folder
from dsl_desk.services.restoring import PARTS, believed
from dsl_desk.storage.blobs import ENDING
from dsl_desk.storage.copying import copy_row
from dsl_desk.storage.database import look_into_compartment
from dsl_desk.storage.journal import JOURNAL
from dsl_desk.storage.ledger import Ledger
from dsl_desk.storage.manifest import FILE
from dsl_desk.storage.merging import merge, missing
from dsl_desk.storage.restoring import prove_files
from dsl_desk.storage.snapshots import ASIDE, taken_away_on_failure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.progress import Progress
    from dsl_desk.keys.header import Header, PartRow
    from dsl_desk.keys.person import Person
    from dsl_desk.keys.vouching import Vouched
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.manifest import Manifest

_JOINED = frozenset({Thing.VAULT, Thing.CONCERNS})


@dataclass(frozen=True)
class Incoming:
    """What would come into one part: how many entries, of which records, written when."""

    part: Compartment
    entries: int
    refs: tuple[str, ...]
    first: datetime | None = None
    last: datetime | None = None


@dataclass(frozen=True)
class Joined:
    """What came in, and how many records now have versions that were made apart."""

    entries: int
    apart: tuple[RecordId, ...]


@dataclass(frozen=True)
class _Other:
    """The other copy of this vault, proved by its own members."""

    folder: Path
    header: Header
    proved: Vouched
    manifest: Manifest | None = None  # a vault that was set aside has none


class Joining:
    """What can be asked about another copy of this vault."""

    def __init__(self, sitting: Sitting, person: Person) -> None:
        self._sitting = sitting
        self._person = person

    def what_comes_in(self, folder: Path, progress: Progress = untold) -> tuple[Incoming, ...]:
        """Return, part by part, what the other copy has and this vault has not."""
        other = self._other(folder)
        found = []
        for part, theirs in self._parts(other):
            entries = [entry for _line, entry in missing(self._sitting.part(part).ledger, theirs)]
            times = [datetime.fromisoformat(entry.header.written_at) for entry in entries]
            refs = {str(entry.body.fields.get("ref", "")) for entry in entries} - {""}
            spans = (min(times), max(times)) if times else (None, None)
            found.append(Incoming(part, len(entries), tuple(sorted(refs)), *spans))
            progress(len(found), len(other.header.parts))
        return tuple(found)

    def join(self, folder: Path, progress: Progress = untold) -> Changed[Joined]:
        """Take in every entry of the other copy that is not here, part by part."""
        other = self._other(folder)
        if other.manifest is not None:
            prove_files(other.folder, other.manifest, progress)
        taken = 0
        apart: list[RecordId] = []
        for part, theirs in self._parts(other):
            opened = self._sitting.parts[part]
            self._take_evidence(other, part)
            merged = merge(opened.part, theirs, opened.pen)
            taken += merged.taken
            apart += merged.apart
        return Changed(Joined(taken, tuple(apart)), _JOINED)

    def _other(self, folder: Path) -> _Other:
        if not (folder / FILE).is_file() and (folder / PAGE).is_file():
            header = read_header_file(folder)
            other = _Other(folder, header, vouched(header))
        else:
            newest = find_copies(folder)[0].folder
            manifest, header, proved = believed(newest)
            other = _Other(newest, header, proved, manifest)
        ours = read_header_file(self._sitting.folder)
        if other.header.vault != ours.vault:
            raise OtherVaultError
        if vouched(ours).under(other.proved.mark) is None:
            raise OtherMembersError
        return other

    def _parts(self, other: _Other) -> Iterator[tuple[Compartment, Ledger]]:
        """Return the parts whose key this person had there, and may write in here."""
        member = member_row(other.header, self._person.id)
        for grant in member.grants:
            for row in other.header.parts:
                is_it = (row.compartment, row.epoch) == (grant.compartment, grant.epoch)
                if is_it and self._sitting.may_write(row.compartment, EntryClass.MERGE):
                    with _opened(other, row, key_of(self._person, member, grant)) as ledger:
                        yield row.compartment, ledger

    def _take_evidence(self, other: _Other, part: Compartment) -> None:
        """Copy what is not here yet. Each file carries its own proof, and is read by it later."""
        for name, source in _evidence_of(other, part).items():
            place = evidence_folder(self._sitting.folder, part) / name
            if place.exists():
                continue
            aside = place.with_name(f"{name}{ASIDE}")
            with disk_told_as_facts():
                aside.unlink(missing_ok=True)
                with taken_away_on_failure(aside), source.open("rb") as stream:
                    copy_row(name, stream, aside, _nobody)
                    aside.replace(place)


@contextmanager
def _opened(other: _Other, row: PartRow, key: bytes) -> Iterator[Ledger]:
    name = PARTS + row.file
    path = other.folder / name
    journal = path.with_name(path.name + JOURNAL)
    if journal.exists() and journal.stat().st_size:
        raise SnapshotDamagedError(name)  # half of a save lies beside it
    with closing(look_into_compartment(path, key, row.salt, row.compartment)) as database:
        if not database.is_whole():
            raise SnapshotDamagedError(name)
        yield Ledger(database, other.proved.rolls)


def _evidence_of(other: _Other, part: Compartment) -> dict[str, Path]:
    folder = evidence_folder(other.folder if other.manifest is None else other.folder.parent, part)
    if other.manifest is None:
        return {path.name: path for path in folder.glob(f"*{ENDING}")}
    names = [PurePosixPath(row.name) for row in other.manifest.files if row.is_evidence]
    return {name.name: folder / name.name for name in names if name.parent.name == part.value}


def _nobody(_count: int) -> None:
    """Be told of progress that nobody watches."""
