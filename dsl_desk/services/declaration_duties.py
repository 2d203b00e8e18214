"""What the policy asks of a declared link: how each duty stands, and marking one.

A mark lies where its declaration lies, in the part or sealed.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.declaration_duties import done_by_itself
from dsl_desk.domain.declaration_facts import facts_of_declaration
from dsl_desk.domain.duty_mark import DUTY_DONE, said_of_mark
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.policy.facts import FactName, Facts, fact
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import Mark, Moments, rows
from dsl_desk.domain.policy.terms import Event, Recipient
from dsl_desk.services.allegation_homes import Change

if TYPE_CHECKING:
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declaration_standing import DeclarationLine
    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.written import Written
    from dsl_desk.services.declarations import Declarations
    from dsl_desk.services.duties import School

_CHANGED: Final = frozenset({Thing.DUTIES})
_REVIEWERS: Final = {
    Role.HEAD: Recipient.HEAD,
    Role.DSL: Recipient.DSL,
    Role.CHAIR: Recipient.CHAIR,
}


class DeclarationDuties:
    """What can be asked about the duties of a declaration."""

    def __init__(self, declarations: Declarations, school: School, clock: Clock) -> None:
        self._declarations = declarations
        self._school = school
        self._clock = clock

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of a declaration as it stands, each of its people apart."""
        line = self._declarations.line(record)
        draft = line.declaration.draft
        facts = self._facts(draft)
        asked = asks(self._declarations.routes.under(draft.policy), facts)
        reviewer = _REVIEWERS.get(self._declarations.goes_to(draft).role, Recipient.GOVERNORS)
        said = (_mark(one) for one in self._declarations.home(record).marks(record))
        # What somebody marked themselves comes last, and counts.
        marks = (*done_by_itself(line, asked, reviewer), *said)
        return rows(asked, facts, marks, self._moments(line), self._school.clocks())

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one duty for one of its people; again is a further version."""
        problems = mark.problems_at(self._clock.now())
        if problems:
            raise DraftError(problems)
        record = RecordId(mark.record)
        home = self._declarations.home(record)
        marks = ((one, DUTY_DONE.said_in(one.body).draft.key) for one in home.marks(record))
        there = [one for one, key in marks if key == mark.key and one.entry != entry]
        if there:
            home.change(DUTY_DONE, said_of_mark(mark), entry, Change(there[-1], mark.reason))
        else:
            home.add(DUTY_DONE, said_of_mark(mark), entry, record)
        return Changed(self.of(record), _CHANGED)

    def _facts(self, draft: DeclarationDraft) -> Facts:
        known = facts_of_declaration(draft).known
        post = self._school.posts().get(draft.by.strip().casefold())
        subject = () if post is None else (fact(FactName.ADULT_IS, post),)
        return Facts.of((*known, *subject))

    def _moments(self, line: DeclarationLine) -> Moments:
        declared = datetime.fromisoformat(line.declaration.written.written_at)
        return Moments(self._clock.now(), {Event.TOLD: declared, Event.AWARE: declared})


def _mark(one: Written) -> Mark:
    draft = DUTY_DONE.said_in(one.body).draft
    return Mark(
        matter=draft.matter,
        act=draft.act,
        recipient=draft.recipient,
        state=draft.state,
        at=draft.at,
        how=draft.how,
        why=draft.why,
        by=one.author,
    )
