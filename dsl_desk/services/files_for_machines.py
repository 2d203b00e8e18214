"""Every file a member may open, as it is kept, for the copy that machines read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.carried_file import CarriedFile, Enclosed
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.paper import PAPER, paper_of
from dsl_desk.domain.plain_picture import written
from dsl_desk.domain.sharing_copy import SHARING_COPY, copy_of
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.services.doorway import MOST_OF_A_PICTURE
from dsl_desk.services.pictures_out import carried, name_of, scan_name, scanned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.machine_readable import MachineRecord
    from dsl_desk.domain.paper import PaperDraft
    from dsl_desk.domain.plain_picture import PlainPicture
    from dsl_desk.services.looks import Looks

_KINDS: Final = frozenset({EVIDENCE.name, SHARING_COPY.name, PAPER.name, SIGNED_PAPER.name})


@dataclass(frozen=True)
class FilesForMachines:
    """Where files are found: nothing is opened before somebody chose that they go."""

    looks: Looks = field(repr=False)

    def of(self, records: Iterable[MachineRecord]) -> tuple[Enclosed, ...]:
        """Return the files of these records; what was set aside, here or elsewhere, is in none."""
        sitting = self.looks.quarantines.sitting
        found: list[Enclosed] = []
        for record in records:
            if record.kind in _KINDS:
                entry = sitting.part(record.part).ledger.newest(RecordId(record.id))
                found += self._of(entry, record.part)
        return tuple(found)

    def holds(self, one: Enclosed) -> bool:
        """Tell whether a file was set aside meanwhile."""
        return bool(one.of) and self.looks.quarantines.holds(RecordId(one.of))

    def _of(self, entry: Entry, part: Compartment) -> Iterator[Enclosed]:
        kind = entry.body.kind
        if kind == EVIDENCE.name:
            yield from self._captured(entry, part)
        elif kind == SHARING_COPY.name:
            yield from self._shared(entry, part)
        elif kind == PAPER.name:
            yield self._scan(entry, paper_of(entry).draft, part)
        elif (scan := SIGNED_PAPER.said(entry).draft.scan) is not None:
            yield self._scan(entry, scan, part)

    def _captured(self, entry: Entry, part: Compartment) -> Iterator[Enclosed]:
        evidence = evidence_of(entry)
        if self.looks.quarantines.holds(evidence.id):
            return
        looking = self.looks.evidence.for_paper(evidence)
        name, length = name_of(evidence), looking.file.length
        if length <= MOST_OF_A_PICTURE:  # a longer one is proved, and never held as a whole
            carry = partial(carried, looking)
            yield Enclosed(evidence.id, part, name, length, carry, evidence.id)

    def _shared(self, entry: Entry, part: Compartment) -> Iterator[Enclosed]:
        copy = copy_of(entry)
        if self.looks.quarantines.holds(RecordId(copy.copied.evidence)):
            return
        name = f"{copy.ref}.png".lower()
        carry = partial(_copied, name, self.looks.sharing.for_paper(copy))
        yield Enclosed(copy.id, part, name, copy.copied.size, carry, copy.copied.evidence)

    def _scan(self, entry: Entry, scan: PaperDraft, part: Compartment) -> Enclosed:
        record = entry.header.record
        carry = partial(scanned, record, scan, self.looks.quarantines.store(part))
        return Enclosed(record, part, scan_name(record, scan), scan.length, carry)


def _copied(name: str, copy: Callable[[], PlainPicture]) -> CarriedFile:
    return CarriedFile(name, written(copy()))
