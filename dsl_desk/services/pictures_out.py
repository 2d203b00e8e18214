"""Pictures and files on their way out: which can go, and how each is opened, proved to its end.

Nothing is opened while a paper is gathered. What somebody ticked is drawn in an errand, or goes
inside the file as it came; what was set aside is never offered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.carried_file import CarriedFile
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.file_sort import PICTURES
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.leaving import HowItLeaves
from dsl_desk.domain.paper import PAPER, paper_of
from dsl_desk.domain.plain_picture import opaque
from dsl_desk.domain.progress import untold
from dsl_desk.domain.sharing_copy import SHARING_COPY, copy_of
from dsl_desk.domain.signed_paper import SIGNED_PAPER
from dsl_desk.domain.words import label
from dsl_desk.services.doorway import MOST_OF_A_PICTURE
from dsl_desk.services.papers import content_of
from dsl_desk.services.seeing import for_paper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from dsl_desk.documents.display_copy import DisplayCopy
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.paper import PaperDraft
    from dsl_desk.domain.picture import Pixels
    from dsl_desk.domain.plain_picture import PlainPicture
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.services.doorway import Looking
    from dsl_desk.services.looks import Looks
    from dsl_desk.storage.blobs import BlobStore

    Pictures: TypeAlias = Mapping[RecordId, DisplayCopy]

_NUMBER: Final = 8
_WIDEST_ON_PAPER: Final = 509.0  # points: a page without its margins
_SHORT: Final = 60  # signs of what a picture shows, beside its tick


@dataclass(frozen=True)
class Shot:
    """A picture or a file that can go out: drawn on the pages, or inside the file as it came.

    `of`: the piece of evidence whose custody says so; nothing for a scan of a paper. `file`: the
    name of what lies sealed. `ticked`: it goes unless somebody says otherwise.
    """

    record: RecordId
    words: str = field(repr=False)
    file: str
    of: RecordId | None = None
    look: Callable[[], Pixels | None] | None = field(default=None, repr=False)
    carry: Callable[[], CarriedFile] | None = field(default=None, repr=False)
    ticked: bool = False
    name: str = ""  # under which it goes inside


@dataclass(frozen=True)
class Album:
    """Where pictures and files of evidence are found; what was set aside is in none."""

    looks: Looks = field(repr=False)

    def of_entry(self, entry: Entry, part: Compartment) -> Shot | None:
        """Return what a record keeps sealed beside its words; None where that is nothing."""
        kind = entry.body.kind
        if kind == EVIDENCE.name:
            return self.captured(evidence_of(entry))
        if kind == SHARING_COPY.name:
            return self.shared(copy_of(entry))
        record = entry.header.record
        if kind == PAPER.name:
            return self.scan(record, paper_of(entry).draft, part)
        scan = SIGNED_PAPER.said(entry).draft.scan if kind == SIGNED_PAPER.name else None
        return None if scan is None else self.scan(record, scan, part)

    def captured(self, evidence: Evidence) -> Shot | None:
        """Return a piece as it was captured; None where it may not go, or is too long to go."""
        if evidence.captured.facts.sort in PICTURES:
            return self.pictured(evidence, ticked=False)
        looking = self._looking(evidence)
        if looking is None or looking.file.length > MOST_OF_A_PICTURE:
            return None
        how = f"the file itself ({label(evidence.captured.facts.sort).lower()})"
        words = f"{evidence.ref}, {how}: {_shows(evidence)}"
        file = looking.file.name
        carry, name = partial(carried, looking), name_of(evidence)
        return Shot(evidence.id, words, file, evidence.id, carry=carry, name=name)

    def pictured(self, evidence: Evidence, *, ticked: bool) -> Shot | None:
        """Return a piece as a picture of it, whatever it is; None where it may not go."""
        looking = self._looking(evidence)
        if looking is None:
            return None
        words = f"{evidence.ref}, as it was captured: {_shows(evidence)}"
        look = partial(_drawn, looking)
        return Shot(evidence.id, words, looking.file.name, evidence.id, look, ticked=ticked)

    def shared(self, copy: SharingCopy) -> Shot | None:
        """Return a copy for sharing, with what is covered on it; None as above."""
        evidence = self.looks.evidence.read(RecordId(copy.copied.evidence))
        if self.looks.quarantines.holds(evidence.id):
            return None
        covers = len(copy.copied.draft.covers)
        places = "1 place covered" if covers == 1 else f"{covers} places covered"
        return Shot(
            copy.id,
            f"{copy.ref}, copy for sharing, {places if covers else 'nothing to cover'}",
            copy.copied.file,
            evidence.id,
            look=partial(_shown, self.looks.sharing.for_paper(copy)),
        )

    def _looking(self, evidence: Evidence) -> Looking | None:
        held = self.looks.quarantines.holds(evidence.id)
        return None if held else self.looks.evidence.for_paper(evidence)

    def scan(self, record: RecordId, scan: PaperDraft, part: Compartment) -> Shot:
        """Return the scan of a note or of a signed paper: inside the file, as it came."""
        carry = partial(scanned, record, scan, self.looks.quarantines.store(part))
        words = f"Scan of a paper, the file itself ({scan.size()})"
        return Shot(record, words, scan.name, carry=carry, name=scan_name(record, scan))


def pictures_of(
    shots: Iterable[Shot], chosen: Iterable[str], progress: Progress = untold
) -> dict[RecordId, DisplayCopy]:
    """Return what was ticked, drawn; BlobDamagedError names the first that is not as sealed.

    Runs in an errand: a picture takes about half a second. Each is made as small as paper needs
    it before the next is opened: a hundred of them would fill the memory.
    """
    from dsl_desk.documents.display_copy import display_copy  # noqa: PLC0415 Pillow is seldom needed

    wanted = frozenset(chosen)
    looked = [(shot.record, shot.look) for shot in shots if shot.look and shot.record in wanted]
    found: dict[RecordId, DisplayCopy] = {}
    for done, (record, look) in enumerate(looked):
        progress(done, len(looked))
        picture = look()
        if picture is not None:
            found[record] = display_copy(picture, _WIDEST_ON_PAPER)
    return found


def standing_in(
    shots: Iterable[Shot], chosen: Iterable[str], told: Callable[[RecordId], None]
) -> dict[RecordId, DisplayCopy]:
    """Return what stands for each picture that was ticked; `told` hears which is on a page."""
    from dsl_desk.documents.display_copy import stand_in  # noqa: PLC0415 as above

    wanted = frozenset(chosen)
    ticked = (shot.record for shot in shots if shot.look and shot.record in wanted)
    return {record: stand_in(partial(told, record)) for record in ticked}


def files_of(shots: Iterable[Shot], chosen: Iterable[str]) -> tuple[CarriedFile, ...]:
    """Return the files that were ticked, each proved to its last byte."""
    wanted = frozenset(chosen)
    return tuple(shot.carry() for shot in shots if shot.carry and shot.record in wanted)


def cannot_be_printed(shots: Iterable[Shot], draft: LeavingDraft) -> bool:
    """Tell whether a file is to go with a paper that is printed here, where none can."""
    goes = any(shot.carry for shot in shots if shot.record in draft.pictures)
    return goes and draft.how is HowItLeaves.PRINTED


def carried(looking: Looking) -> CarriedFile:
    """Return a piece of evidence as it was captured, under its number and nobody's name."""
    evidence = looking.evidence
    return CarriedFile(name_of(evidence), looking.content(), said=evidence.ref)


def scan_name(record: str, scan: PaperDraft) -> str:
    """Return what a scan is called as a file: the end of its record's number."""
    return f"scan-{record[-_NUMBER:]}{scan.ending}"


def scanned(record: str, scan: PaperDraft, store: BlobStore) -> CarriedFile:
    """Return the scan of a paper as it came."""
    name = scan_name(record, scan)
    return CarriedFile(name, content_of(scan, store), said="Scan of a paper")


def name_of(evidence: Evidence) -> str:
    """Return what a piece is called as a file: its number, and nobody's name."""
    return f"{evidence.ref}.{evidence.captured.facts.sort.value}".lower()


def _drawn(looking: Looking) -> Pixels | None:
    return for_paper(looking).pixels


def _shown(copy: Callable[[], PlainPicture]) -> Pixels:
    return opaque(copy())


def _shows(evidence: Evidence) -> str:
    words = evidence.captured.said.shows
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 3]}..."
