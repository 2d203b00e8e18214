"""Evidence used in another record: of its own part without a second copy, of another as its own.

In its own part it is another piece of evidence over the same sealed file. In another part it is
sealed anew, under a key of its own. Either way its lineage stands in the new piece, told in words,
and nothing in the old one: whoever reads, sweeps or disposes of one learns nothing of the other.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.custody import EVIDENCE_FILE, lasted
from dsl_desk.domain.dates import in_full
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem
from dsl_desk.domain.evidence import EVIDENCE, Lineage, evidence_of, said_of_evidence
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import Said
from dsl_desk.domain.words import label
from dsl_desk.services.doorway import file_of
from dsl_desk.services.refs import fill_for, next_ref

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.captures import Captures
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.custody import Custody
    from dsl_desk.services.doorway import Looking
    from dsl_desk.services.quarantines import Quarantines
    from dsl_desk.storage.blobs import BlobKey, BlobStore

_CHANGED: Final = frozenset({Thing.EVIDENCE})


@dataclass(frozen=True)
class ForAnother:
    """A piece that stands open to be used in another record: where it goes, and why."""

    looking: Looking = field(repr=False)
    concern: RecordId
    part: Compartment
    why: str = field(repr=False)
    lineage: Lineage = field(repr=False)
    there: BlobStore | None = field(default=None, repr=False)  # None: its own part, its own file

    def carry(self, progress: Progress = untold) -> Carried:
        """Prove the original to its end; for another part, seal it anew there. In an errand."""
        if self.there is None:
            self.looking.content(progress)
            return Carried(self, None)
        poured = io.BufferedReader(Poured(self.looking.pieces(progress)))
        return Carried(self, self.there.put(poured))


@dataclass(frozen=True)
class Carried:
    """What is carried, and not yet written down. `blob` where it was sealed anew."""

    of: ForAnother
    blob: BlobKey | None = field(repr=False)


class Uses:
    """What can be asked about using evidence in more than one record."""

    def __init__(
        self, captures: Captures, custody: Custody, quarantines: Quarantines, concerns: Concerns
    ) -> None:
        self._captures = captures
        self._custody = custody
        self._quarantines = quarantines
        self._concerns = concerns
        self._sitting = quarantines.sitting

    def begin(self, record: RecordId, concern: RecordId, why: str) -> ForAnother:
        """Open a piece for another concern: that it was opened is written down, and no more."""
        if code := what_is_wrong(why, LONGEST_NOTE):
            raise DraftError((Problem("why", code),))
        part = self._concerns.part_of(concern)
        if not self._sitting.may_write(part, EntryClass.EVIDENCE):
            raise NotEntitledError(part)
        told = tuple(map(_told, self._custody.trail(record)))
        looking = self._captures.open(record)
        there = None if part is looking.part else self._quarantines.store(part)
        lineage = Lineage(looking.evidence.ref, why, told)
        return ForAnother(looking, concern, part, why, lineage, there)

    def keep(self, carried: Carried, entry: EntryId) -> Changed[Evidence]:
        """Write it down as a piece of the other record, with its lineage."""
        of = carried.of
        here, year = self._sitting.part(of.part), self._sitting.clock.now().year
        fill_for(here, EVIDENCE.name, year)
        before = of.looking.evidence.captured
        with self._sitting.writing(of.part, EntryClass.EVIDENCE) as write:
            file = before.file
            if carried.blob is not None:
                file = fresh_id(self._sitting.clock.now())
                write.record(EVIDENCE_FILE, Said(file_of(carried.blob)), EntryId(file))
            captured = replace(
                before,
                basis="",
                concern=of.concern,
                people=self._concerns.people_of(of.concern),
                file=file,
                lineage=of.lineage,
            )
            ref = next_ref(here, EVIDENCE.name, year)
            written = write.record(EVIDENCE, said_of_evidence(captured, ref), entry)
        return Changed(evidence_of(written), _CHANGED)


class Poured(io.RawIOBase):
    """Pieces that come one after the other, as a file that is read from its beginning."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._left = b""

    @override
    def readable(self) -> bool:
        return True

    @override
    def readinto(self, room: bytearray | memoryview) -> int:  # type: ignore[override]  # any room
        if not self._left:
            self._left = next(self._pieces, b"")
        count = min(len(room), len(self._left))
        room[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def _told(line: CustodyLine) -> str:
    """Return a line of custody as it is kept for ever in the other record."""
    words = " ".join(each for each in (label(line.sort), line.ref) if each)
    lasting = f", for {lasted(line.seconds)}" if line.seconds is not None else ""
    return f"{words}. {line.by}, {in_full(line.at)}{lasting}"
