"""A concern on paper: what it says, for whom it is made, and how far the ledger was checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.done import Done
from dsl_desk.domain.paper import PAPER, paper_of
from dsl_desk.domain.referral import REFERRAL, referral_of
from dsl_desk.domain.step import STEP, step_of
from dsl_desk.storage.shelves.steps import records_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.documents.leaf import Made
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.looked import Looked
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part


@dataclass(frozen=True)
class ConcernPaper:
    """What is needed to print a concern beside the concern itself."""

    face: Face
    fonts: Path = field(repr=False)
    look: Callable[[Compartment], Looked] = field(repr=False)

    def print(self, versions: tuple[Concern, ...], part: Compartment, sitting: Sitting) -> bytes:
        """Return the newest version as PDF, with what the earlier ones were changed for."""
        from dsl_desk.documents.concern import print_concern  # noqa: PLC0415 reportlab is slow to import and seldom needed

        made = self.made(part, sitting)
        done = done_about(sitting.part(part), versions[-1].id)
        return print_concern(versions, done, self.face, made)

    def made(self, part: Compartment | None, sitting: Sitting) -> Made:
        """Return who makes a copy out of a part, when, and how far its ledger was checked.

        A sealed case is checked whole as it is read.
        """
        from dsl_desk.documents.leaf import Checked, Made  # noqa: PLC0415 as above

        if part is None:
            return Made(sitting.member, sitting.clock.now(), self.fonts)
        looked = self.look(part)
        checked = Checked(looked.checked, looked.of, whole=looked.where is None)
        newest = sitting.part(part).ledger.tail(1)
        head = newest[0].digest.hex() if newest else ""
        return Made(sitting.member, sitting.clock.now(), self.fonts, checked, head=head)


def done_about(part: Part, concern: RecordId) -> Done:
    """Return what was done about a concern, each proved as it is read."""
    steps = records_of(part.database, STEP.name, concern)
    referrals = records_of(part.database, REFERRAL.name, concern)
    papers = records_of(part.database, PAPER.name, concern)
    return Done(
        tuple(step_of(part.ledger.newest(record)) for record in steps),
        tuple(referral_of(part.ledger.newest(record)) for record in referrals),
        tuple(paper_of(part.ledger.newest(record)) for record in papers),
    )
