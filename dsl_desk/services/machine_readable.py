"""Everything a member may open, for a machine: locked, written down, and told to the others."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.custody import Printed
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.leaving import HowItLeaves
from dsl_desk.domain.leaving_errors import FilesTooLargeError, NothingInItError
from dsl_desk.domain.machine_readable import About, records_of
from dsl_desk.domain.progress import untold
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.stop_errors import QuarantinedError
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.went_out import EVERYTHING, EVERYTHING_SEEN, EXPORT, EXPORT_SCHEMA
from dsl_desk.keys.words import suggest_passphrase
from dsl_desk.services.leaving import Parcel
from dsl_desk.services.pieces_on_paper import note_beside
from dsl_desk.storage.shelves.subject_access import entries_about

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from dsl_desk.domain.carried_file import Enclosed
    from dsl_desk.domain.leaving import LeavingDraft
    from dsl_desk.domain.machine_readable import MachineRecord
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.progress import Progress
    from dsl_desk.services.files_for_machines import FilesForMachines
    from dsl_desk.services.sitting import Sitting

_SCHOOL: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.VAULT})
_WORDS: Final = "words"
_FOR_MACHINES: Final = "Everything, for machines"
MOST_FILES: Final = 512 * 1024 * 1024  # all of it is held at once, and twice more to be proved


@dataclass(frozen=True)
class Everything:
    """What was read: from here on the vault is not asked."""

    about: About
    records: tuple[MachineRecord, ...] = field(repr=False)
    files: tuple[Enclosed, ...] = field(default=(), repr=False)  # those that could go

    def chosen(self, draft: LeavingDraft) -> tuple[Enclosed, ...]:
        """Return the files that go: only where somebody chose them."""
        wanted = frozenset(draft.originals)
        return tuple(one for one in self.files if one.record in wanted)

    def size(self) -> int:
        """Return how long all files are together."""
        return sum(one.length for one in self.files)

    @property
    def file_name(self) -> str:
        """Return what the file is called: a day, and nobody's name."""
        return f"records-{self.about.made_at[:10]}.zip"

    def counts(self) -> Mapping[Compartment, int]:
        """Return how many records came out of each part."""
        return Counter(record.part for record in self.records)


def locked(
    everything: Everything, draft: LeavingDraft, passphrase: str, progress: Progress = untold
) -> bytes:
    """Return the locked file; pure work on frozen facts, for any thread."""
    from dsl_desk.documents.machine_readable import enclosed, locked_zip  # noqa: PLC0415 seldom needed

    whom, why = draft.recipient.words(), draft.purpose.strip()
    about = replace(everything.about, made_for=whom, why=why)
    more = enclosed(everything.chosen(draft))
    return locked_zip(about, everything.records, passphrase, progress, more)


class MachineReadable:
    """What can be asked about records for machines. Nothing of it needs a window."""

    def __init__(
        self, sitting: Sitting, school: str, resources: Path, files: FilesForMachines
    ) -> None:
        self._sitting = sitting
        self._school = school
        self._resources = resources
        self._files = files

    def gather(self) -> Everything:
        """Return every record this member may open, each entry proved as it is read."""
        records = tuple(
            record
            for part, opened in self._sitting.parts.items()
            for record in records_of(part, opened.part.ledger.entries())
        )
        if not records:
            raise NothingInItError
        now = self._sitting.clock.now().isoformat(timespec="seconds")
        about = About(self._school, self._sitting.member.name, now)
        return Everything(about, records, self._files.of(records))

    def refuse(self, everything: Everything, draft: LeavingDraft) -> None:
        """Raise what stands in the way: it leaves locked, or not at all."""
        refuse_wrong(draft)
        chosen = everything.chosen(draft)
        if sum(one.length for one in chosen) > MOST_FILES:
            raise FilesTooLargeError(MOST_FILES)
        if any(map(self._files.holds, chosen)):
            raise QuarantinedError

    def passphrase(self) -> str:
        """Return eight words by chance: a zip makes guessing cheap, so that four are too few."""
        words = self._resources / _WORDS
        return " ".join(suggest_passphrase(words) for _ in range(2))

    def note(
        self, everything: Everything, draft: LeavingDraft, content: bytes, entry: EntryId
    ) -> Changed[Parcel]:
        """Write down that it leaves, in each part by itself, School first: others are told there.

        No part says how much came out of another.
        """
        self.refuse(everything, draft)
        sha256 = hashlib.sha256(content).hexdigest()
        counts = everything.counts()
        told = [part for part in self._sitting.parts if counts.get(part, 0) or part is _SCHOOL]
        parts = sorted(told, key=lambda part: part is not _SCHOOL)
        for number, part in enumerate(parts):
            name = entry if not number else EntryId(fresh_id(self._sitting.clock.now()))
            here = tuple(one for one in everything.chosen(draft) if one.part is part)
            body = _body(draft, counts.get(part, 0), sha256, self._sitting.member.name)
            body = replace(body, fields={**body.fields, **_files_in(here)})
            with self._sitting.writing(part, EntryClass.EXPORT) as write:
                write.enter(Act(name, RecordId(name), EntryClass.EXPORT, body))
                note_beside(write, self._sitting.clock, _printed(here, name, draft, sha256))
        return Changed(Parcel(content, entry, sha256, 0), _CHANGED)

    def leave(
        self, draft: LeavingDraft, entry: EntryId, progress: Progress = untold
    ) -> Changed[Parcel]:
        """Do all of it in one go, for whoever has no window."""
        refuse_wrong(draft)
        everything, passphrase = self.gather(), self.passphrase()
        self.refuse(everything, draft)
        content = locked(everything, draft, passphrase, progress)
        noted = self.note(everything, draft, content, entry)
        return Changed(replace(noted.answer, passphrase=passphrase), noted.things)

    def needs(self) -> Iterator[Need]:
        """Return what another member took out and nobody beside them has seen."""
        if _SCHOOL not in self._sitting.parts:
            return
        part = self._sitting.part(_SCHOOL)
        me = self._sitting.member.id
        for name in entries_about(part.database, EXPORT, ""):
            entry = part.ledger.known(name)
            if entry.header.author != me and not self._seen(name):
                fields = entry.body.fields
                yield Need(
                    NeedSort.EVERYTHING_LEFT,
                    what=f"{fields['purpose']} · For {fields['named']}",
                    about=entry.body.names[AUTHOR],
                    everything=name,
                )

    def see(self, export: EntryId, entry: EntryId) -> Changed[None]:
        """Say that this member has seen that everything left: a reading, and no copy."""
        body = Body(
            EVERYTHING_SEEN,
            1,
            names={AUTHOR: self._sitting.member.name},
            fields={"export": export},
        )
        with self._sitting.writing(_SCHOOL, EntryClass.OPENED) as write:
            write.enter(Act(entry, RecordId(entry), EntryClass.OPENED, body))
        return Changed(None, _CHANGED)

    def _seen(self, export: EntryId) -> bool:
        part = self._sitting.part(_SCHOOL)
        taken = part.ledger.known(export).header.author
        seen = entries_about(part.database, EVERYTHING_SEEN, export)
        return any(part.ledger.known(one).header.author != taken for one in seen)


def refuse_wrong(draft: LeavingDraft) -> None:
    """Raise what is not answered yet."""
    if problems := replace(draft, how=HowItLeaves.LOCKED).problems():
        raise DraftError(problems)


def _files_in(files: tuple[Enclosed, ...]) -> dict[str, Json]:
    """Return which files of a part went: nothing is said where none did."""
    return {"originals": [one.record for one in files]} if files else {}


def _printed(
    files: tuple[Enclosed, ...], entry: str, draft: LeavingDraft, sha256: str
) -> Iterator[Printed]:
    """Return what the custody of each piece of evidence says."""
    for evidence in dict.fromkeys(one.of for one in files if one.of):
        copies = tuple(one.record for one in files if one.of == evidence != one.record)
        whom = draft.recipient.words()
        yield Printed(evidence, entry, _FOR_MACHINES, sha256, copies, whom)


def _body(draft: LeavingDraft, count: int, sha256: str, author: str) -> Body:
    recipient = draft.recipient
    fields: dict[str, Json] = {
        "paper": EVERYTHING,
        "record": "",
        "version": 0,
        "records": count,
        "sha256": sha256,
        "for": recipient.sort.value if recipient.sort else "",
        "who": recipient.who.fields(),
        "organisation": recipient.organisation.strip(),
        "named": recipient.words(),
        "purpose": draft.purpose.strip(),
        "how": HowItLeaves.LOCKED.value,
    }
    return Body(EXPORT, EXPORT_SCHEMA, names={AUTHOR: author}, fields=fields)
