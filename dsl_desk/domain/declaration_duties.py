"""What does a duty on a declaration by itself: telling in writing, and a decision that advises."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_review import Decision
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.policy.states import DutyState, Mark
from dsl_desk.domain.policy.terms import DutyAct, Recipient

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.policy.matching import Asked


def done_by_itself(
    line: DeclarationLine, asked: Iterable[Asked], reviewer: Recipient
) -> Iterator[Mark]:
    """Return the duties that were done by a person's own act: declaring it, or deciding."""
    declared = line.declaration.written
    advised = next(
        (one for one in line.reviews if one.draft.decision is Decision.ADVISED_AGAINST), None
    )
    for one in asked:
        for told in one.whom:
            if one.act is DutyAct.TELL and told.recipient is reviewer:
                how, by = "In writing, with this declaration", line.declaration.draft.by
                yield _done(one, reviewer, (declared.written_at, how, by))
            if one.act is DutyAct.ADVISE and advised is not None and told.recipient is _STAFF:
                said = (advised.decided_on, "Signed in the decision", advised.written.author)
                yield _done(one, _STAFF, said)


def _done(asked: Asked, told: Recipient, said: tuple[str, str, str]) -> Mark:
    at, how, by = said
    when = wall_clock(datetime.fromisoformat(at))
    return Mark(asked.matter, asked.act, told, DutyState.DONE, when, how, by=by)


_STAFF: Final = Recipient.MEMBER_OF_STAFF
