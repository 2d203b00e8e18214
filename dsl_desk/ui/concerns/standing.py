"""What the page of a concern reads in one go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_choices import Involvement
from dsl_desk.domain.done import Done
from dsl_desk.domain.lateness import late_in_words
from dsl_desk.services.looks import Gathered

if TYPE_CHECKING:
    from dsl_desk.domain.childrens_number import ChildrensNumber
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk


@dataclass(frozen=True)
class Standing:
    """A concern as it stands, with all that was done about it."""

    concern: Concern
    part: Compartment
    done: Done
    late: str = ""
    kept: str = ""
    looked: Gathered = field(default_factory=Gathered, repr=False)
    childrens: tuple[ChildrensNumber, ...] = field(default=(), repr=False)


def standing_of(record: RecordId, desk: Desk) -> Standing:
    """Read a concern and what was done about it."""
    concern = desk.concerns.open(record)
    part = desk.concerns.part_of(record)
    # What stands in Staff has no referrals here: those to the LADO are records of their own.
    referrals = desk.referrals.of(record) if part is Compartment.CHILDREN else ()
    first = desk.concerns.versions(record)[0]
    late = late_in_words(concern.draft.told_at, first.written_at.date())
    done = Done(desk.steps.of(record), referrals, desk.papers.of(record))
    kept = desk.retention.of(record).line(desk.sitting.clock.now().date())
    looked = desk.looks.of_concern(record)
    if part is not Compartment.CHILDREN:
        return Standing(concern, part, done, late, kept, looked)
    children = [one.who for one in concern.draft.people if one.role is Involvement.AFFECTED]
    numbers = desk.childrens_numbers.of(children)
    return Standing(concern, part, done, late, kept, looked, numbers)
