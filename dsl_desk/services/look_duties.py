"""What the policy asks of a decision to look: how each duty stands, and marking one."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.policy.mark import NO_POLICY
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import Moments, rows
from dsl_desk.domain.policy.terms import DutyAct, Event
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.viewing_facts import done_by_deciding, facts_of_viewing, is_about_looking
from dsl_desk.domain.words import label
from dsl_desk.services.duties import is_late, marks_on, write_mark
from dsl_desk.services.viewing_book import KEPT_IN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.facts import Facts
    from dsl_desk.domain.policy.matching import Asked
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.policy.terms import Recipient
    from dsl_desk.domain.viewing import Viewing, ViewingDraft
    from dsl_desk.services.duties import School
    from dsl_desk.services.looks import Looks
    from dsl_desk.services.viewings import ViewingView

_CHANGED: Final = frozenset({Thing.DUTIES})
_TOLD: Final = frozenset(
    {DutyAct.TELL, DutyAct.ASK, DutyAct.INFORM_PARENTS, DutyAct.REFER, DutyAct.ADVISE}
)


class LookDuties:
    """What can be asked about the duties of looking."""

    def __init__(self, looks: Looks, school: School) -> None:
        self._looks = looks
        self._sitting = looks.viewings.book.sitting
        self._school = school

    def asked(self, draft: ViewingDraft) -> tuple[Asked, ...]:
        """Return what the policy asks of a decision as far as it has been typed."""
        nth = self._looks.viewings.looks_at(draft.whose, draft.handle) + 1
        return self.asked_anew(replace(draft, nth=nth))

    def asked_anew(self, draft: ViewingDraft) -> tuple[Asked, ...]:
        """Return what the policy of today asks of a decision that is changed: it was counted."""
        now = replace(draft, policy=NO_POLICY)
        return self._asked(now, facts_of_viewing(now, post=self._post(now)))

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of a decision as it stands, each of its people apart."""
        return self._rows(self._looks.viewings.open(record))

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one duty for one of its people; again is a further version."""
        record = RecordId(mark.record)
        write_mark(self._sitting, self._looks.part_of(record), mark, entry)
        return Changed(self.of(record), _CHANGED)

    def unseen(self) -> tuple[Compartment, ...]:
        """Return the parts whose duties this member cannot see."""
        return tuple(part for part in KEPT_IN if part not in self._sitting.parts)

    def about(self, people: Iterable[str]) -> Iterator[tuple[Viewing, DutyRow]]:
        """Tell every duty of each look nobody has ended in somebody's file, by all their ids."""
        same = frozenset(people)
        for view in self._looks.viewings.undone():
            if not same.isdisjoint(view.viewing.draft.in_files_of()):
                for row in self._rows(view):
                    yield view.viewing, row

    def needs(self) -> Iterator[Need]:
        """Tell of each look nobody has ended that somebody is still to be asked or told about."""
        for view in self._looks.viewings.undone():
            late = [row for row in self._rows(view) if is_late(row) and row.asked.act in _TOLD]
            if late:
                yield _need(view, late)

    def _rows(self, view: ViewingView) -> tuple[DutyRow, ...]:
        viewing, draft = view.viewing, view.viewing.draft
        pieces = self._looks.evidence.under(viewing.id)
        facts = facts_of_viewing(draft, view.standing, pieces, self._post(draft))
        asked = self._asked(draft, facts)
        part = self._sitting.part(self._looks.part_of(viewing.id))
        said = tuple(marks_on(part, viewing.id))
        # What somebody marked themselves comes last, and counts.
        marks = (*(done_by_deciding(asked, viewing) if _is_decided(facts) else ()), *said)
        moments = self._moments(view, pieces)
        return rows(asked, facts, marks, moments, self._school.clocks())

    def _asked(self, draft: ViewingDraft, facts: Facts) -> tuple[Asked, ...]:
        found = asks(self._school.policy.under(draft.policy), facts)
        return tuple(
            one for one in found if any(is_about_looking(cited.duty) for cited in one.cited)
        )

    def _moments(self, view: ViewingView, pieces: tuple[Evidence, ...]) -> Moments:
        now, draft = self._sitting.clock.now(), view.viewing.draft
        events = {Event.TOLD: view.viewing.written_at, Event.AWARE: view.viewing.written_at}
        if draft.starts:
            begins = datetime.fromisoformat(draft.starts).replace(tzinfo=now.tzinfo)
            events[Event.VIEWING] = begins
        if pieces:
            events[Event.CAPTURE] = pieces[0].written_at
        return Moments(now, events)

    def _post(self, draft: ViewingDraft) -> Recipient | None:
        return self._school.posts().get(draft.whose.name.strip().casefold())


def _is_decided(facts: Facts) -> bool:
    return "viewing: decided" in facts.known


def _need(view: ViewingView, late: list[DutyRow]) -> Need:
    first, draft = late[0], view.viewing.draft
    act, whom = label(first.asked.act), first.told.title
    return Need(
        NeedSort.LOOK_DUTY,
        what=f"{act}: {whom}" if whom else act,
        about=draft.whose.name if draft.kept_in is Compartment.CHILDREN else "",
        ref=view.viewing.ref,
        due="" if first.due is None else first.due.date().isoformat(),
        count=len(late),
        evidence=view.viewing.id,
        over=True,
    )
