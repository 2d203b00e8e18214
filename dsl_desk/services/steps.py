"""Steps: what was done about a concern, written down beside it and in the same part."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.step import STEP, said_of_step, step_of
from dsl_desk.storage.shelves.steps import records_of

if TYPE_CHECKING:
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.step import Step, StepDraft
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.sitting import Sitting


class Steps:
    """What can be asked about what was done."""

    def __init__(self, sitting: Sitting, concerns: Concerns) -> None:
        self._sitting = sitting
        self._concerns = concerns

    def record(self, draft: StepDraft, entry: EntryId) -> Changed[Step]:
        """Write a step down. Where it names nobody, it stands in the files of its concern."""
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        part = Compartment.CHILDREN
        if draft.concern:
            concern = RecordId(draft.concern)
            part = self._concerns.part_of(concern)
            if not draft.people:
                draft = replace(draft, people=self._concerns.people_of(concern))
        with self._sitting.writing(part, EntryClass.STEP) as write:
            written = write.record(STEP, said_of_step(draft), entry)
        return Changed(step_of(written), frozenset({Thing.STEPS}))

    def of(self, concern: RecordId) -> tuple[Step, ...]:
        """Return what was done about a concern, oldest first, each proved as it is read."""
        part = self._sitting.part(self._concerns.part_of(concern))
        steps = records_of(part.database, STEP.name, concern)
        return tuple(step_of(part.ledger.newest(step)) for step in steps)
