"""What the page of a concern reads in one go, and what it writes down about a referral."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.done import Done
from dsl_desk.ui.concerns.referral_forms import CameBack

if TYPE_CHECKING:
    from dsl_desk.domain.changes import Changed
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.referral import Referral
    from dsl_desk.services.desk import Desk


@dataclass(frozen=True)
class Standing:
    """A concern as it stands, with all that was done about it."""

    concern: Concern
    part: Compartment
    done: Done
    kept: str = ""


def standing_of(record: RecordId, desk: Desk) -> Standing:
    """Read a concern and what was done about it."""
    concern = desk.concerns.open(record)
    part = desk.concerns.part_of(record)
    # What stands in Staff has no referrals here: those to the LADO are records of their own.
    referrals = desk.referrals.of(record) if part is Compartment.CHILDREN else ()
    kept = desk.retention.of(record).line(desk.sitting.clock.now().date())
    return Standing(concern, part, Done(desk.steps.of(record), referrals), kept)


def written_down(
    desk: Desk, of: Referral, what: CameBack, words: str, entry: EntryId
) -> Changed[Referral]:
    """Write down what came back from a referral."""
    acts = {
        CameBack.ANSWERED: desk.referrals.answer,
        CameBack.CHASED: desk.referrals.chase,
        CameBack.ESCALATED: desk.referrals.escalate,
    }
    return acts[what](of, words, entry)
