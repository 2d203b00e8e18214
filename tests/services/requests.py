"""Requests to see what is kept, as the tests write, decide and answer them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.leaving import (
    LOOKED_AT_EACH,
    READ_EVERY_PAGE,
    LeavingDraft,
    PaperSort,
    Recipient,
    RecipientSort,
    Wish,
    first_shown,
)
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.subject_access import DecisionDraft, Exemption, Judged, Verdict
from tests.builders import an_entry_id
from tests.registers import a_draft

if TYPE_CHECKING:
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.registers.register import Registered
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.leaving import Parcel

CHILDREN = Compartment.CHILDREN
ICO = Recipient(RecipientSort.OWN_FILE, PersonRef("Our own file"))


def asked(desk: Desk, person: str, **answers: str) -> Registered:
    draft = a_draft(RegisterName.SUBJECT_REQUESTS, person, **answers)
    return desk.registers.record(draft, an_entry_id(desk.sitting.clock)).answer


def decide(desk: Desk, request: RecordId, part: Compartment, verdicts: dict[str, Verdict]) -> None:
    """Decide about everything in a part: by kind, or as `*` says."""
    entry = desk.registers.open(request)
    for verdict in Verdict:
        items = tuple(
            Judged(one.record, one.version)
            for one in desk.subject.items(entry, part)
            if verdicts.get(one.kind, verdicts["*"]) is verdict
        )
        exemption = Exemption.THIRD_PARTY if verdict is Verdict.WITHHOLD else None
        draft = DecisionDraft(
            request, items, verdict, exemption, "Names her brother", "Piran Sedgewick", "2026-11-18"
        )
        if items:
            desk.subject.decide(part, draft, an_entry_id(desk.sitting.clock))


def a_wish(request: RecordId, sort: PaperSort, part: Compartment = CHILDREN) -> Wish:
    return Wish(sort, request, narrowed=(part.value,))


def leave(desk: Desk, wish: Wish, *, read: bool = True, pictures: tuple[str, ...] = ()) -> Parcel:
    gathered = desk.leaving.gather(wish)
    shown = first_shown(gathered.named, RecipientSort.PARENT, wish.sort)
    confirmed = (READ_EVERY_PAGE, LOOKED_AT_EACH) if read else ()
    draft = LeavingDraft(ICO, "Their request", shown, confirmed=confirmed, pictures=pictures)
    return desk.leaving.leave(wish, draft, an_entry_id(desk.sitting.clock)).answer
