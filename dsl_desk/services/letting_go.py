"""Letting go of a sealed case: what two of its holders have said to that, and the deed itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disposal import PROPOSAL, Proposal, ProposalState
from dsl_desk.domain.entry import Act, Stamp
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.left import LEFT
from dsl_desk.storage.disposing import disposal_body

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.signing import Pen
    from dsl_desk.domain.written import Written
    from dsl_desk.services.held_slot import HeldSlot


def let_go(held: HeldSlot, pen: Pen, by: Member) -> None:
    """Take a case out of its slot that two holders have agreed to let go of."""
    found = proposal_in(held.signed(by.id))
    if found is None or found.draft.state is not ProposalState.AGREED:
        return
    case = {one.id for one in held.of_the_case()}
    # What was left in the drop and became this case goes with it; what else lies beside stays.
    case |= {one.id for one in held.left() if LEFT.said_in(one.body).draft.record in case}
    live = (one for one in held.ledger.live if one.body.kind != PROPOSAL.name)
    going = tuple(one.header.id for one in live if one.header.record in case)
    name = EntryId(fresh_id(pen.clock.now()))
    body = disposal_body(going, by.name, found.draft.reason)
    held.ledger.dispose(Act(name, RecordId(name), EntryClass.DISPOSAL, body), pen)


def proposal_in(signed: Iterable[tuple[MemberId, Written]]) -> Proposal | None:
    """Return the newest proposal as it stands; one answered by who made it was never answered."""
    found: Proposal | None = None
    for author, one in signed:
        if one.body.kind != PROPOSAL.name:
            continue
        draft, at = PROPOSAL.said_in(one.body).draft, datetime.fromisoformat(one.written_at)
        if found is None or found.id != one.id:
            found = Proposal(
                id=one.id,
                entry=Stamp(one.entry, 0, ""),
                draft=draft,
                part=Compartment.STAFF,
                proposed_by=author,
                proposer=one.author,
                proposed_at=at,
            )
        elif author != found.proposed_by:
            found = replace(
                found, draft=draft, answered_by=author, answerer=one.author, answered_at=at
            )
    return found
