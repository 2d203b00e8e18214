"""Misfilings: taking a concern out of the wrong person's file, and into the rightful one's."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeVar

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.chronology import ItemSort, Whose
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern import CONCERN, concern_of, said_of
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import EntryId, fresh_id
from dsl_desk.domain.misfiling import MISFILING, misfiling_of, said_of_misfiling
from dsl_desk.domain.referral import REFERRAL, referral_of, said_of_referral
from dsl_desk.domain.refiling import Refiling
from dsl_desk.domain.step import STEP, said_of_step, step_of
from dsl_desk.domain.task import TASK, said_of_task
from dsl_desk.services.about_holders import refuse_about_holders
from dsl_desk.services.copies_made import copies_on_paper
from dsl_desk.storage.shelves.chronology import stretch_of
from dsl_desk.storage.shelves.steps import records_of
from dsl_desk.storage.shelves.tasks import tasks_about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.copy_made import CopyMade
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.misfiling import Misfiling, MisfilingDraft
    from dsl_desk.domain.record import Kind, Said
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part
    from dsl_desk.storage.writing import Write

D = TypeVar("D")

# The reason of every version it writes. Why it happened stands in the misfiling alone: a version's
# reason is printed in the rightful person's file, where the wrong one is not to be named.
WHY: Final = "It had been filed under the wrong person"
_THINGS: Final = frozenset(
    {Thing.CONCERNS, Thing.STEPS, Thing.REFERRALS, Thing.TASKS, Thing.PEOPLE}
)
_MOST: Final = 500


@dataclass(frozen=True)
class Before:
    """What somebody sees before the act: the concern, and which copies already carried it."""

    concern: Concern
    part: Compartment
    copies: tuple[CopyMade, ...] = field(repr=False)


class Misfilings:
    """What can be asked about what was filed wrongly."""

    def __init__(
        self,
        sitting: Sitting,
        cases: Cases,
        concerns: Concerns,
        directory: Directory,
    ) -> None:
        self._sitting = sitting
        self._cases = cases
        self._concerns = concerns
        self._directory = directory

    def before(self, record: RecordId) -> Before:
        """Return what the page of the act shows; this is no opening."""
        part = self._concerns.part_of(record)
        concern = concern_of(self._sitting.part(part).ledger.newest(record))
        return Before(concern, part, self.carried(record))

    def act(self, draft: MisfilingDraft, entry: EntryId) -> Changed[Misfiling]:
        """Move a concern, and what was done about it, in one Write.

        The same id again returns what was written, and moves nothing twice.
        """
        kept_in = self._concerns.part_of(draft.record)
        part = self._sitting.part(kept_in)
        if (written := part.ledger.find(entry)) is not None:
            return Changed(misfiling_of(written), _THINGS)
        if problems := draft.problems():
            raise DraftError(problems)
        concern = concern_of(part.ledger.newest(draft.record))
        refiling = Refiling(draft.was, draft.now, frozenset(self._ids(draft.was.person)))
        if not refiling.names_the_wrong_one(concern.draft):
            raise DraftError((Problem("was", "not_there"),))
        moved = refiling.concern(concern.draft)
        refuse_about_holders(self._cases, kept_in, moved)
        versions = (
            self._again(CONCERN, said_of(moved, concern.ref), concern.entry.id),
            *self._done_about(part, concern.id, refiling),
        )
        with self._sitting.writing(kept_in, EntryClass.CONCERN) as write:
            for version in versions:
                version(write)
            done = write.record(MISFILING, said_of_misfiling(draft), entry)
        return Changed(misfiling_of(done), _THINGS)

    def of(self, person: str) -> tuple[Misfiling, ...]:
        """Return what was taken out of somebody's file, newest first."""
        whose = Whose(self._ids(person), ItemSort.MISFILED)
        return tuple(
            misfiling_of(self._sitting.part(part).ledger.newest(row.record))
            for part in self._concerns.parts()
            for row in stretch_of(self._sitting.part(part).database, whose, 0, _MOST).rows
        )

    def carried(self, record: RecordId) -> tuple[CopyMade, ...]:
        """Return the copies for others that were made of a record, oldest first."""
        part = self._concerns.part_of(record)
        return copies_on_paper(self._sitting, self._cases.book, part, (record,))

    def _done_about(
        self, part: Part, concern: RecordId, refiling: Refiling
    ) -> Iterator[Callable[[Write], object]]:
        """Tell what else names the wrong person, as it is to read from now on."""
        for record in records_of(part.database, STEP.name, concern):
            step = step_of(part.ledger.newest(record))
            people = refiling.people(step.draft.people)
            if people != step.draft.people:
                yield self._again(
                    STEP, said_of_step(replace(step.draft, people=people)), step.entry.id
                )
        for record in records_of(part.database, REFERRAL.name, concern):
            referral = referral_of(part.ledger.newest(record))
            people = refiling.people(referral.draft.people)
            if people != referral.draft.people:
                said = said_of_referral(replace(referral.draft, people=people))
                yield self._again(REFERRAL, said, referral.entry.id)
        yield from self._tasks_about(part, concern, refiling)

    def _tasks_about(
        self, part: Part, concern: RecordId, refiling: Refiling
    ) -> Iterator[Callable[[Write], object]]:
        if part.compartment is not Compartment.CHILDREN:
            return  # tasks are kept with the children
        person = refiling.now.person if refiling.now else ""
        for task in tasks_about(part.database, concern):
            if task.draft.person in refiling.ids:
                yield self._again(
                    TASK, said_of_task(replace(task.draft, person=person)), task.entry
                )

    def _again(self, kind: Kind[D], said: Said[D], of: EntryId) -> Callable[[Write], object]:
        entry = self._fresh()
        return lambda write: write.version(kind, said, of, WHY, entry)

    def _ids(self, person: str) -> tuple[str, ...]:
        return self._directory.same_as(person) if person else ()

    def _fresh(self) -> EntryId:
        return EntryId(fresh_id(self._sitting.clock.now()))
