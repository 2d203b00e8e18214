"""People: listing and finding them, keeping a child's file, joining two records of one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.child_file import CHILD_FILE, child_file_of, said_of_file
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    ChangedSinceError,
    DraftError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.page import Page
from dsl_desk.domain.person import PERSON, person_of, said_of_person, where_kept
from dsl_desk.domain.person_merge import PERSON_MERGE, MergeDraft, said_of_merge
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.services.identities import Identities
from dsl_desk.services.importing import Importing
from dsl_desk.storage.shelves.child_files import file_of, who_names_as_sibling

if TYPE_CHECKING:
    from dsl_desk.domain.child_file import ChildFile, ChildFileDraft
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.person import Person, PersonDraft, PersonKind, PersonRow
    from dsl_desk.domain.person_merge import Merged
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.identities import IdentityView
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_FILES: Final = Compartment.CHILDREN
_CHANGED: Final = frozenset({Thing.PEOPLE})


@dataclass(frozen=True)
class PersonPage:
    """Somebody, and all that stands on their front sheet that this member may open."""

    person: Person
    file: ChildFile | None
    identities: tuple[IdentityView, ...] = field(repr=False)
    siblings: tuple[PersonRow, ...] = field(repr=False)
    merged: tuple[Merged, ...] = field(default=(), repr=False)
    numbered: bool = False  # the school uses the single unique identifier


class People:
    """What can be asked about people."""

    def __init__(self, sitting: Sitting, directory: Directory) -> None:
        self._sitting = sitting
        self.directory = directory
        self.importing = Importing(sitting, directory)
        self.identities = Identities(sitting, directory)
        self._opened: set[RecordId] = set()

    def page(
        self, kind: PersonKind, untrusted_words: str, first: int, count: int
    ) -> Page[PersonRow]:
        """Return a stretch of those of a kind, by surname or, with words, who fits best."""
        rows = self.directory.listed(untrusted_words, lambda row: row.kind is kind)
        return Page(rows[first : first + count], first, len(rows))

    def find(self, untrusted_words: str, count: int) -> tuple[PersonRow, ...]:
        """Return who fits best, of every kind."""
        return self.directory.find(untrusted_words, count)

    def open(self, person: RecordId) -> PersonPage:
        """Return somebody to be read; that a child's file was opened is written down once."""
        row = self.directory.person(person)
        if row is None:
            raise RecordMissingError
        kept = person_of(self._ledger(where_kept(row.kind)).newest(row.id))
        file = self.file_of(row.id)
        if file is not None and file.id not in self._opened:
            self._write_down_opening(file)
        merges = self.directory.everybody().merges
        same = self.directory.same_as(row.id)
        return PersonPage(
            person=kept,
            file=file,
            identities=self.identities.of(row.id),
            siblings=self._siblings(row.id, file),
            merged=tuple(merge for merge in merges if merge.other in same),
            numbered=self.importing.settings().single_identifier,
        )

    def add(self, draft: PersonDraft, entry: EntryId) -> Changed[Person]:
        """Keep somebody. The same id again returns the same person, never a second."""
        self._refuse(self._problems(draft))
        with self._sitting.writing(where_kept(draft.kind), EntryClass.PERSON) as write:
            written = write.record(PERSON, said_of_person(draft), entry)
        self.directory.renew()
        return Changed(person_of(written), _CHANGED)

    def change(
        self, of: EntryId, draft: PersonDraft, reason: str, entry: EntryId
    ) -> Changed[Person]:
        """Write what is so from now on, and why. `of` is the entry that was read."""
        here = where_kept(draft.kind)
        elsewhere = self._ledger(here).find(of) is None
        moved = (Problem("kind", "kept_elsewhere"),) if elsewhere else ()
        self._refuse((*self._problems(draft), *moved, *_problems_of(reason)))
        with self._sitting.writing(here, EntryClass.PERSON) as write:
            written = write.version(PERSON, said_of_person(draft), of, reason.strip(), entry)
        self.directory.renew()
        return Changed(person_of(written), _CHANGED)

    def versions(self, person: RecordId) -> tuple[Person, ...]:
        """Return everything that was ever written of somebody's own record, oldest first."""
        row = self.directory.person(person)
        if row is None:
            raise RecordMissingError
        return tuple(map(person_of, self._ledger(where_kept(row.kind)).versions(row.id)))

    def keep_file(
        self, of: EntryId | None, draft: ChildFileDraft, reason: str, entry: EntryId
    ) -> Changed[ChildFile]:
        """Begin a child's file, or, with the entry that was read, write it anew and say why."""
        self._refuse((*draft.problems(), *(_problems_of(reason) if of else ())))
        with self._sitting.writing(_FILES, EntryClass.CHILD_FILE) as write:
            if of is None:
                there = self.file_of(RecordId(draft.person.person))
                if there is not None and there.id != RecordId(entry):
                    raise ChangedSinceError  # somebody else has begun it meanwhile
                written = write.record(CHILD_FILE, said_of_file(draft), entry)
            else:
                said = said_of_file(draft)
                written = write.version(CHILD_FILE, said, of, reason.strip(), entry)
        return Changed(child_file_of(written), _CHANGED)

    def merge(
        self, kept: RecordId, other: RecordId, reason: str, entry: EntryId
    ) -> Changed[RecordId]:
        """Say that two records are of one person, and which of them is shown from now on."""
        one, two = self._row(kept), self._row(other)
        if self._ledger(where_kept(one.kind)).find(entry) is not None:
            return Changed(RecordId(entry), _CHANGED)  # it was said before, and the answer lost
        same = (Problem("other", "same_already"),) if one.id == two.id else ()
        unlike = (Problem("other", "other_kind"),) if one.kind is not two.kind else ()
        self._refuse((*same, *unlike, *_problems_of(reason)))
        draft = MergeDraft(PersonRef(one.name, one.id), PersonRef(two.name, two.id))
        return self._merged(where_kept(one.kind), draft, reason, entry)

    def part_company(self, merge: RecordId, reason: str, entry: EntryId) -> Changed[RecordId]:
        """Say that two records that were joined are of two people after all."""
        self._refuse(_problems_of(reason))
        for here in (Compartment.SCHOOL, Compartment.CHILDREN):
            if here in self._sitting.parts and self._ledger(here).knows(bytes.fromhex(merge)):
                newest = self._ledger(here).newest(merge)
                said = PERSON_MERGE.said(newest).draft
                undone = MergeDraft(said.kept, said.other, undone=True)
                with self._sitting.writing(here, EntryClass.PERSON) as write:
                    write.version(
                        PERSON_MERGE, said_of_merge(undone), newest.header.id, reason, entry
                    )
                self.directory.renew()
                return Changed(merge, _CHANGED)
        raise RecordMissingError

    def _merged(
        self, here: Compartment, draft: MergeDraft, reason: str, entry: EntryId
    ) -> Changed[RecordId]:
        body = PERSON_MERGE.body(said_of_merge(draft), self._sitting.member.name, reason.strip())
        with self._sitting.writing(here, EntryClass.PERSON) as write:
            write.enter(Act(entry, RecordId(entry), EntryClass.PERSON, body))
        self.directory.renew()
        return Changed(RecordId(entry), _CHANGED)

    def _row(self, person: RecordId) -> PersonRow:
        row = self.directory.person(person)
        if row is None:
            raise RecordMissingError
        return row

    def file_of(self, person: RecordId) -> ChildFile | None:
        """Return a child's file: that of the record shown before those merged into it."""
        if _FILES not in self._sitting.parts:
            return None
        database = self._sitting.part(_FILES).database
        for each in self.directory.same_as(person):
            record = file_of(database, each)
            if record is not None:
                return child_file_of(self._ledger(_FILES).newest(record))
        return None

    def _siblings(self, person: RecordId, file: ChildFile | None) -> tuple[PersonRow, ...]:
        """Return the siblings who have records: named in this file, or naming this child."""
        if _FILES not in self._sitting.parts:
            return ()
        database = self._sitting.part(_FILES).database
        named = [one.who.person for one in file.draft.siblings] if file else []
        same = self.directory.same_as(person)
        naming = [one for each in same for one in who_names_as_sibling(database, each)]
        rows = [self.directory.person(one) for one in (*named, *naming) if one]
        known = {row.id: row for row in rows if row is not None and row.id not in same}
        return tuple(known.values())

    def _problems(self, draft: PersonDraft) -> tuple[Problem, ...]:
        return draft.problems(self._sitting.clock.now().date())

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems:
            raise DraftError(problems)

    def _ledger(self, here: Compartment) -> Ledger:
        return self._sitting.part(here).ledger

    def _write_down_opening(self, file: ChildFile) -> None:
        shown: dict[str, Json] = {"record": file.id, "version": file.version, "length": 0}
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(_FILES, EntryClass.OPENED) as write:
            body = Body("opened", 1, fields=shown)
            write.enter(Act(EntryId(name), RecordId(name), EntryClass.OPENED, body))
        self._opened.add(file.id)


def _problems_of(reason: str) -> tuple[Problem, ...]:
    code = what_is_wrong(reason, LONGEST_LINE)
    return (Problem("reason", code),) if code else ()
