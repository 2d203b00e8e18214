"""Concerns: recording one, listing them, opening one, printing one."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, concern_of, said_of, where_kept
from dsl_desk.domain.concern_choices import ConcernState
from dsl_desk.domain.concern_list import ALL, NEWEST
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import (
    DeskError,
    DraftError,
    NotEntitledError,
    Problem,
    RecordMissingError,
)
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.services.about_holders import refuse_about_holders
from dsl_desk.storage.shelves.concerns import (
    CONCERNS,
    counts_of_concerns,
    next_reference,
    page_of_concerns,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.concern import Concern, ConcernRow
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.concern_list import Order, Wanted
    from dsl_desk.domain.concern_state import StateChange
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.page import Page
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concern_paper import ConcernPaper
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_OPENED_KIND: Final = "opened"
_EXPORT_KIND: Final = "export"
KEPT_IN: Final = (Compartment.CHILDREN, Compartment.STAFF)


class Concerns:
    """What can be asked about concerns, in every part this member can read."""

    def __init__(
        self, sitting: Sitting, cases: Cases, paper: ConcernPaper, policy: Policies
    ) -> None:
        self._sitting = sitting
        self._cases = cases
        self._paper = paper
        self._policy = policy
        self._opened: set[RecordId] = set()

    def record(self, draft: ConcernDraft, entry: EntryId) -> Changed[Concern]:
        """Write a concern down. The same id again returns the same concern, never a second.

        About an adult who works here it is kept in Staff; about somebody who holds a key to where
        it would be kept, GoesElsewhereError says who receives it.
        """
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        kept_in, year = where_kept(draft.about), self._sitting.clock.now().year
        refuse_about_holders(self._cases, kept_in, draft)
        part = self._sitting.part(kept_in)
        part.fill_back_to(year, CONCERNS)
        with self._sitting.writing(kept_in, EntryClass.CONCERN) as write:
            ref = next_reference(part.database, year)
            under = replace(draft, policy=self._policy.mark())
            written = write.record(CONCERN, said_of(under, ref), entry)
        return _changed(concern_of(written))

    def add_version(
        self, of: EntryId, draft: ConcernDraft, reason: str, entry: EntryId
    ) -> Changed[Concern]:
        """Write what a concern says from now on, and why; what it said before stays beside it.

        `of` is the entry that was read. Versions made apart in two copies are settled by this one.
        """
        problems = (*draft.problems_at(self._sitting.clock.now()), *_problems_of(reason))
        kept_in = self._part_of_entry(of)
        if where_kept(draft.about) is not kept_in:
            problems = (*problems, Problem("about", "other_part"))
        if problems:
            raise DraftError(problems)
        refuse_about_holders(self._cases, kept_in, draft)
        return self._next_version(of, draft, reason, entry)

    def move(self, of: EntryId, change: StateChange, entry: EntryId) -> Changed[Concern]:
        """Take a concern on, close it, or open it again: a version with the reason."""
        problems = change.problems()
        if problems:
            raise DraftError(problems)
        said = concern_of(self._ledger(self._part_of_entry(of)).known(of))
        return self._next_version(of, change.of(said.draft), change.reason, entry)

    def versions(self, record: RecordId) -> tuple[Concern, ...]:
        """Return every version of a concern, oldest first."""
        self._read(record)  # a record that was disposed of has no versions to show
        ledger = self._ledger(self.part_of(record))
        return tuple(concern_of(entry) for entry in ledger.versions(record))

    def apart(self) -> tuple[Concern, ...]:
        """Return the versions that two copies made apart and that nobody has settled yet."""
        return tuple(
            concern_of(tip)
            for part in self.parts()
            for record in self._ledger(part).apart()
            for tip in self._ledger(part).tips(record)
            if tip.body.kind == CONCERN.name
        )

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts with concerns that this member can read."""
        return tuple(part for part in KEPT_IN if part in self._sitting.parts)

    def page(
        self, first: int, count: int, wanted: Wanted = ALL, order: Order = NEWEST
    ) -> Page[ConcernRow]:
        """Return a stretch of the list of one part, newest first unless another order is wanted."""
        database = self._sitting.part(wanted.part).database
        return page_of_concerns(database, first, count, wanted, order)

    def counts(self, only: Compartment | None = None) -> Mapping[ConcernState, int]:
        """Return how many concerns are in each state, in all parts this member can read or one."""
        parts = [part for part in self.parts() if only in (None, part)]
        each = [counts_of_concerns(self._sitting.part(part).database) for part in parts]
        return {state: sum(counts[state] for counts in each) for state in ConcernState}

    def open(self, record: RecordId) -> Concern:
        """Return a concern to be read; that it was opened is written down once in a sitting."""
        concern = self._read(record)
        if record not in self._opened:
            shown: dict[str, Json] = {
                "record": record,
                "version": concern.version,
                "length": len(concern.draft.words),
            }
            body = Body(_OPENED_KIND, 1, fields=shown)
            self._write_down(self.part_of(record), EntryClass.OPENED, body)
            self._opened.add(record)
        return concern

    def make_pdf(self, record: RecordId) -> Changed[bytes]:
        """Return a copy on paper, once it is written down that the copy was made."""
        versions, part = self.versions(record), self.part_of(record)
        pdf = self._paper.print(versions, part, self._sitting)
        copy: dict[str, Json] = {
            "record": record,
            "version": versions[-1].version,
            "sha256": hashlib.sha256(pdf).hexdigest(),
        }
        self._write_down(part, EntryClass.EXPORT, Body(_EXPORT_KIND, 1, fields=copy))
        return Changed(pdf, frozenset({Thing.VAULT}))

    def draft_of(self, record: RecordId) -> ConcernDraft:
        """Return what a concern says, for what is reckoned from it; nobody reads it here."""
        return self._read(record).draft

    def people_of(self, record: RecordId) -> tuple[PersonRef, ...]:
        """Return everybody in a concern, for what is written down beside it."""
        return tuple(one.who for one in self._read(record).draft.people)

    def part_of(self, record: RecordId) -> Compartment:
        """Return the part a record is in; RecordMissingError where this member can read none."""
        for part in self.parts():
            if self._ledger(part).knows(bytes.fromhex(record)):
                return part
        raise self._nowhere()

    def _part_of_entry(self, entry: EntryId) -> Compartment:
        for part in self.parts():
            if self._ledger(part).find(entry) is not None:
                return part
        raise self._nowhere()

    def _nowhere(self) -> DeskError:
        return RecordMissingError() if self.parts() else NotEntitledError(Compartment.CHILDREN)

    def _next_version(
        self, of: EntryId, draft: ConcernDraft, reason: str, entry: EntryId
    ) -> Changed[Concern]:
        part = self._part_of_entry(of)
        with self._sitting.writing(part, EntryClass.CONCERN) as write:
            ref = self._read(self._ledger(part).known(of).header.record).ref
            said = said_of(replace(draft, policy=self._policy.mark()), ref)
            written = write.version(CONCERN, said, of, reason.strip(), entry)
        return _changed(concern_of(written))

    def _read(self, record: RecordId) -> Concern:
        return concern_of(self._ledger(self.part_of(record)).newest(record))

    def _ledger(self, part: Compartment) -> Ledger:
        return self._sitting.part(part).ledger

    def _write_down(self, part: Compartment, entry_class: EntryClass, body: Body) -> None:
        name = fresh_id(self._sitting.clock.now())
        with self._sitting.writing(part, entry_class) as write:
            write.enter(Act(EntryId(name), RecordId(name), entry_class, body))


def _changed(concern: Concern) -> Changed[Concern]:
    return Changed(concern, frozenset({Thing.CONCERNS}))


def _problems_of(reason: str) -> tuple[Problem, ...]:
    code = what_is_wrong(reason, LONGEST_LINE)
    return (Problem("reason", code),) if code else ()
