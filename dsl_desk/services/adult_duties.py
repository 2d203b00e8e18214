"""Duties of allegations and low-level concerns: what the policy asks, how it stands, marking one.

A mark is a step: it lies in the home of its case, sealed or not, and goes wherever that goes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.adult_duty import key_of, mark_in, marks_of_steps, signed, step_of_mark
from dsl_desk.domain.adult_facts import facts_of_allegation, facts_of_low_level
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import is_closed, reached
from dsl_desk.domain.allegation_step import newest_of
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import DutyState, Moments, rows
from dsl_desk.domain.policy.terms import DutyAct, Event
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.allegation_view import AllegationRow
    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.facts import Facts
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.policy.states import DutyRow, Mark
    from dsl_desk.domain.policy.terms import Recipient
    from dsl_desk.services.about_adults import AboutAdults
    from dsl_desk.services.duties import School

_CHANGED: Final = frozenset({Thing.DUTIES})
_CLOCKED: Final = (DutyAct.REFER, "lado")  # Today has a clock of its own for that


@dataclass(frozen=True)
class Matter:
    """What duties are reckoned from: the facts, when what happened, what was done, the policy."""

    facts: Facts
    said: Mapping[Event, str]
    steps: tuple[AllegationStep, ...] = field(repr=False)
    policy: PolicyMark
    marks: tuple[Mark, ...] = field(default=(), repr=False)


class AdultDuties:
    """What can be asked about the duties of a case about an adult."""

    def __init__(self, adults: AboutAdults, school: School) -> None:
        self._allegations = adults.allegations
        self._low_level = adults.low_level
        self._clock = adults.allegations.sitting.clock
        self.school = school

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of a case as it stands, each of its people apart."""
        return self._rows(self._matter(record))

    def policy_of(self, record: RecordId) -> PolicyMark:
        """Return under which version of the policy it was written."""
        return self._matter(record).policy

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one duty for one of its people; again is a further version."""
        now, record = self._clock.now(), RecordId(mark.record)
        if problems := mark.problems_at(now):
            raise DraftError(problems)
        draft, steps = step_of_mark(mark, wall_clock(now)), self._matter(record).steps
        marked = ((step, mark_in(step)) for step in steps)
        there = [step for step, said in marked if said is not None and key_of(said) == key_of(mark)]
        home = self._low_level if self._low_level.knows(record) else self._allegations
        if there and there[-1].written.entry != entry:
            done = home.change_step(there[-1], draft, mark.reason, entry)
        else:
            done = home.step(record, draft, entry)
        return Changed(self.of(record), done.things | _CHANGED)

    def needs(self) -> Iterator[Need]:
        """Tell what is overdue in each open allegation, by its reference only."""
        for line in self._allegations.list():
            if not is_closed(line.steps):
                found = [one for one in self._rows(self._of_case(line)) if _is_late(one)]
                if found:
                    yield _need(line, found)

    def _rows(self, matter: Matter) -> tuple[DutyRow, ...]:
        asked = asks(self.school.policy.under(matter.policy), matter.facts)
        marks = (*matter.marks, *marks_of_steps(matter.steps, asked))
        return rows(asked, matter.facts, marks, self._moments(matter), self.school.clocks())

    def _matter(self, record: RecordId) -> Matter:
        if self._low_level.knows(record):
            return self._of_low_level(record)
        return self._of_case(self._allegations.line(record))

    def _of_case(self, line: AllegationRow) -> Matter:
        draft, steps = line.allegation.draft, line.steps
        closed = newest_of(steps, Sort.CLOSED)
        said = {
            Event.TOLD: draft.told_at,
            Event.AWARE: draft.told_at,
            Event.HAPPENED: draft.happened.at,
            Event.REFERRAL: reached(steps).at,
            Event.CLOSING: closed.draft.at if closed else "",
        }
        facts = facts_of_allegation(draft, steps, self._post(draft.adult))
        return Matter(facts, said, steps, draft.policy)

    def _of_low_level(self, record: RecordId) -> Matter:
        concern = self._low_level.read(record)
        draft = concern.draft
        facts = facts_of_low_level(draft, self._post(draft.adult))
        said = {Event.TOLD: draft.at, Event.AWARE: draft.at, Event.HAPPENED: draft.at}
        why = concern.written.body.reason
        by = (signed(draft.signed_by, concern.written.written_at, why),) if draft.signed_by else ()
        return Matter(facts, said, self._low_level.steps(record), draft.policy, by)

    def _post(self, adult: Adult) -> Recipient | None:
        return self.school.posts().get(adult.name.strip().casefold())

    def _moments(self, matter: Matter) -> Moments:
        now = self._clock.now()
        events = {
            event: datetime.fromisoformat(at).replace(tzinfo=now.tzinfo)
            for event, at in matter.said.items()
            if at
        }
        return Moments(now, events)


def _is_late(row: DutyRow) -> bool:
    clocked = (row.asked.act, row.asked.matter) == _CLOCKED
    return row.state is DutyState.OVERDUE and row.presses and not clocked


def _need(line: AllegationRow, late: list[DutyRow]) -> Need:
    first = late[0]
    act, whom = label(first.asked.act), first.told.title
    return Need(
        NeedSort.DUTY_OVERDUE,
        what=f"{act}: {whom}" if whom else act,
        ref=line.allegation.ref,
        due="" if first.due is None else first.due.date().isoformat(),
        count=len(late),
        allegation=line.allegation.written.id,
        over=True,
    )
