"""Duties: what the policy asks of a record, how each stands, and marking one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.concern_facts import Known, facts_of, key_of
from dsl_desk.domain.duty_mark import DUTY_DONE, said_of_mark
from dsl_desk.domain.errors import DraftError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member import Role
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import Clocks, DutyState, Mark, Moments, rows
from dsl_desk.domain.policy.terms import Event, Recipient
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.school_calendar import SchoolDays
from dsl_desk.services.concerns import KEPT_IN
from dsl_desk.storage.shelves.policies import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.concern_draft import ConcernDraft
    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.entry import Entry
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.services.calendars import Calendars
    from dsl_desk.services.concerns import Concerns
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.roll_book import RollBook
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

_POSTS: Final = {
    Role.DSL: Recipient.DSL,
    Role.DEPUTY_DSL: Recipient.DEPUTY_DSL,
    Role.HEAD: Recipient.HEAD,
    Role.CHAIR: Recipient.CHAIR,
}
_CHANGED: Final = frozenset({Thing.DUTIES})


@dataclass(frozen=True)
class School:
    """What duties are reckoned with: the policy, the people, the days."""

    policy: Policies
    directory: Directory
    calendars: Calendars
    book: RollBook

    def clocks(self) -> Clocks:
        """Return what time is counted by, as the school's own calendar has it."""
        calendar = self.calendars.in_force()
        begins, ends = (
            time.fromisoformat(each) for each in (calendar.school.begins, calendar.school.ends)
        )
        return Clocks(calendar, SchoolDays(calendar), begins, ends)

    def posts(self) -> dict[str, Recipient]:
        """Return who holds which post, by the name as it is compared."""
        page = self.book.page()
        held = {row.member.id: row.member for row in page.members if not row.retired}
        posts = {one.id: _POSTS[one.role] for one in held.values() if one.role in _POSTS}
        posts |= {
            post.holder: _POSTS[post.role]
            for post in page.posts
            if post.holder in held and post.role in _POSTS
        }
        return {held[who].name.strip().casefold(): post for who, post in posts.items()}


class Duties:
    """What can be asked about duties."""

    def __init__(self, sitting: Sitting, concerns: Concerns, school: School) -> None:
        self._sitting = sitting
        self._concerns = concerns
        self.school = school

    def known(self, draft: ConcernDraft) -> dict[str, Known]:
        """Return what the school's records say of the people in a concern, by their record."""
        return self._known_of(draft, self.school.posts())

    def _known_of(self, draft: ConcernDraft, posts: Mapping[str, Recipient]) -> dict[str, Known]:
        teller = PersonRef(draft.told_by.name, draft.told_by.person)
        people = [*(one.who for one in draft.people), teller]
        found = {key_of(one): self._known(one, posts) for one in people}
        return {key: known for key, known in found.items() if known is not None}

    def asked(self, draft: ConcernDraft) -> tuple[Asked, ...]:
        """Return what the policy asks of a concern as far as it has been typed."""
        facts = facts_of(draft, self.known(draft))
        return asks(self.school.policy.under(draft.policy), facts)

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of a concern as it stands, each of its people apart."""
        return self._rows(record, self.school.clocks(), self.school.posts())

    def overdue(self, records: Iterable[RecordId]) -> dict[RecordId, tuple[DutyRow, ...]]:
        """Return what is overdue in each of these concerns; those with nothing are not there."""
        found = {}
        for record, each in self.of_each(records).items():
            late = tuple(row for row in each if is_late(row))
            if late:
                found[record] = late
        return found

    def of_each(self, records: Iterable[RecordId]) -> dict[RecordId, tuple[DutyRow, ...]]:
        """Return every duty of each of these concerns as it stands."""
        clocks, posts = self.school.clocks(), self.school.posts()  # once, not for each concern
        return {record: self._rows(record, clocks, posts) for record in records}

    def _rows(
        self, record: RecordId, clocks: Clocks, posts: Mapping[str, Recipient]
    ) -> tuple[DutyRow, ...]:
        part = self._sitting.part(self._concerns.part_of(record))
        marks = tuple(marks_on(part, record))
        draft = self._concerns.draft_of(record)
        facts = facts_of(draft, self._known_of(draft, posts))
        asked = asks(self.school.policy.under(draft.policy), facts)
        return rows(asked, facts, marks, self._moments(draft), clocks)

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one duty for one of its people; again is a further version."""
        record = RecordId(mark.record)
        write_mark(self._sitting, self._concerns.part_of(record), mark, entry)
        return Changed(self.of(record), _CHANGED)

    def unseen(self) -> tuple[Compartment, ...]:
        """Return the parts whose duties this member cannot see."""
        return tuple(part for part in KEPT_IN if part not in self._sitting.parts)

    def _known(self, who: PersonRef, posts: Mapping[str, Recipient]) -> Known | None:
        post = posts.get(who.name.strip().casefold())
        row = self.school.directory.person(who.person) if who.person else None
        if row is None:
            return None if post is None else Known(PersonKind.STAFF, post=post)
        draft = row.draft
        born = date.fromisoformat(draft.born) if draft.born else None
        return Known(draft.kind, draft.staff_kind, born, post)

    def _moments(self, draft: ConcernDraft) -> Moments:
        now = self._sitting.clock.now()
        said = {Event.TOLD: draft.told_at, Event.AWARE: draft.told_at}
        if draft.happened.at:
            said[Event.HAPPENED] = draft.happened.at
        events = {
            event: datetime.fromisoformat(at).replace(tzinfo=now.tzinfo)
            for event, at in said.items()
            if at
        }
        return Moments(now, events)


def is_late(row: DutyRow) -> bool:
    """Tell whether a duty is overdue and needs somebody."""
    return row.state is DutyState.OVERDUE and row.presses


def marks_on(part: Part, record: RecordId) -> Iterator[Mark]:
    """Return what people said of the duties of a record, in the order in which they did."""
    return (_mark(part.ledger.known(entry)) for entry in marks_of(part.database, record))


def write_mark(sitting: Sitting, kept_in: Compartment, mark: DutyMark, entry: EntryId) -> None:
    """Write a mark down beside its record; said again of the same duty it is a further version."""
    problems = mark.problems_at(sitting.clock.now())
    if problems:
        raise DraftError(problems)
    part = sitting.part(kept_in)
    there = [
        old
        for old in marks_of(part.database, RecordId(mark.record))
        if DUTY_DONE.said(part.ledger.known(old)).draft.key == mark.key and old != entry
    ]
    with sitting.writing(kept_in, DUTY_DONE.entry_class) as write:
        if there:
            write.version(DUTY_DONE, said_of_mark(mark), there[-1], mark.reason, entry)
        else:
            write.record(DUTY_DONE, said_of_mark(mark), entry)


def _mark(entry: Entry) -> Mark:
    draft = DUTY_DONE.said(entry).draft
    return Mark(
        matter=draft.matter,
        act=draft.act,
        recipient=draft.recipient,
        state=draft.state,
        at=draft.at,
        how=draft.how,
        why=draft.why,
        by=entry.body.names[AUTHOR],
    )
