"""Decisions to look: deciding, agreeing or not, ending, and counting the looks at somebody."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.concern_draft import LONGEST_NOTE
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.moments import wall_clock
from dsl_desk.domain.page import Page
from dsl_desk.domain.stop_errors import OwnLookError
from dsl_desk.domain.viewing import VIEWING, said_of_viewing, viewing_of
from dsl_desk.domain.viewing_rules import gaps_of, problems_of
from dsl_desk.domain.viewing_standing import (
    VIEWING_ANSWER,
    VIEWING_AUTHORISED,
    Standing,
    answer_of,
    needs_review,
    said_of_answer,
    standing_of,
)
from dsl_desk.services.about_holders import refuse_about
from dsl_desk.storage.shelves.evidence import beside, evidence_under
from dsl_desk.storage.shelves.viewings import (
    looks_at,
    page_of_kind,
    plain_name,
    undone_viewings,
    viewings_of_concern,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.viewing import Viewing, ViewingDraft
    from dsl_desk.domain.viewing_rules import RuleClause, ViewingRules
    from dsl_desk.domain.viewing_standing import Answer, AnswerDraft
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.viewing_book import ViewingBook

_CHANGED: Final = frozenset({Thing.VIEWINGS})


@dataclass(frozen=True)
class ViewingView:
    """A decision, what others said to it, where it stands now, and what it still owes."""

    viewing: Viewing
    answers: tuple[Answer, ...] = field(repr=False)
    standing: Standing
    gaps: tuple[str, ...]
    to_review: bool
    captured: int
    rules: ViewingRules


@dataclass(frozen=True)
class Spoken:
    """What the school's policy says of looking, and its mark; read anew each time."""

    rules: Callable[[], ViewingRules]
    mark: Callable[[], PolicyMark]
    under: Callable[[PolicyMark], Mapping[str, RuleClause]]


class Viewings:
    """What can be asked about looking at accounts, in every part this member can read."""

    def __init__(
        self,
        book: ViewingBook,
        cases: Cases,
        directory: Directory,
        policy: Spoken,
    ) -> None:
        self.book = book
        self._sitting = book.sitting
        self._cases = cases
        self._directory = directory
        self._policy = policy

    @property
    def rules(self) -> ViewingRules:
        """What the school's policy says about looking, as it stands now."""
        return self._policy.rules()

    def clauses_under(self, mark: PolicyMark) -> Mapping[str, RuleClause]:
        """Return which clause of the policy a decision was made under asks which question."""
        return self._policy.under(mark)

    def decide(self, draft: ViewingDraft, entry: EntryId) -> Changed[Viewing]:
        """Write a decision down. A further look at the same person counts itself."""
        draft = replace(draft, nth=self.looks_at(draft.whose, draft.handle) + 1)
        self._refuse(draft)
        people = self.book.people_of(draft.concern, draft.people)
        draft = replace(draft, people=people, policy=self._policy.mark())
        written = self.book.record(VIEWING, draft, draft.kept_in, said_of_viewing, entry)
        return Changed(viewing_of(written), _CHANGED)

    def change(
        self, of: EntryId, draft: ViewingDraft, reason: str, entry: EntryId
    ) -> Changed[Viewing]:
        """Write what a decision says from now on, and why; whoever agreed is asked again."""
        before = viewing_of(self.book.known(of))
        draft = replace(draft, nth=before.draft.nth)
        code = what_is_wrong(reason, LONGEST_NOTE)
        moved = draft.kept_in is not before.draft.kept_in
        more = (Problem("stands", "other_part"),) if moved else ()
        self._refuse(draft, (*more, *((Problem("reason", code),) if code else ())))
        return self._next(before, replace(draft, policy=self._policy.mark()), reason, entry)

    def answer(self, draft: AnswerDraft, entry: EntryId) -> Changed[Answer]:
        """Agree, or not, as somebody else than the one who looks; review an urgent look."""
        problems = draft.problems()
        if problems:
            raise DraftError(problems)
        part = self.book.part_of(RecordId(draft.viewing))
        viewing = self._viewing(RecordId(draft.viewing))
        if viewing.draft.looker_member == self._sitting.member.id:
            raise OwnLookError
        # Whoever may not write here may still be the second pair of eyes.
        writes = self._sitting.may_write(part, EntryClass.VIEWING)
        kind = VIEWING_ANSWER if writes else VIEWING_AUTHORISED
        with self._sitting.writing(part, kind.entry_class) as write:
            written = write.record(kind, said_of_answer(draft), entry)
        return Changed(answer_of(written), _CHANGED)

    def end(self, of: Viewing, found: str, entry: EntryId) -> Changed[Viewing]:
        """Say what was found, be it nothing; nobody looks any more."""
        if code := what_is_wrong(found, LONGEST_NOTE):
            raise DraftError((Problem("found", code),))
        now = wall_clock(self._sitting.clock.now())
        draft = replace(of.draft, found=found, ended_at=now)
        return self._next(of, draft, found, entry)

    def looks_at(self, whose: PersonRef, handle: str) -> int:
        """Count the decisions to look at somebody so far, by who they are or by the account."""
        same = self._directory.same_as(whose.person) if whose.person else ()
        owners = {*same, plain_name(whose.name)} - {""}
        found = [looks_at(part.database, owners, handle) for part in self.book.opened()]
        return sum(len(each) for each in found)

    def open(self, record: RecordId) -> ViewingView:
        """Return a decision, proved as it is read, and where it stands now."""
        viewing = self._viewing(record)
        part = self._sitting.part(self.book.part_of(record))
        said = beside(part.database, record, VIEWING_ANSWER.name)
        rules = self.rules
        answers = tuple(answer_of(part.ledger.newest(each)) for each in said)
        return ViewingView(
            viewing=viewing,
            answers=answers,
            standing=standing_of(viewing, answers, self._sitting.clock.now()),
            gaps=gaps_of(viewing.draft, rules),
            to_review=needs_review(viewing, answers),
            captured=len(evidence_under(part.database, record)),
            rules=rules,
        )

    def page(
        self, first: int, count: int, part: Compartment = Compartment.CHILDREN
    ) -> Page[ViewingView]:
        """Return a stretch of the decisions of one part, newest first."""
        database = self._sitting.part(part).database
        records, total = page_of_kind(database, VIEWING.name, first, count)
        return Page(tuple(self.open(record) for record in records), first, total)

    def undone(self) -> tuple[ViewingView, ...]:
        """Return the decisions that somebody still has to agree to, complete, review or end."""
        return tuple(
            self.open(record)
            for part in self.book.opened()
            for record in undone_viewings(part.database)
        )

    def of_concern(self, concern: RecordId) -> tuple[ViewingView, ...]:
        """Return the decisions of a concern, oldest first."""
        return tuple(
            self.open(record)
            for part in self.book.opened()
            for record in viewings_of_concern(part.database, concern, VIEWING.name)
        )

    def _viewing(self, record: RecordId) -> Viewing:
        return viewing_of(self.book.newest(record))

    def _refuse(self, draft: ViewingDraft, more: tuple[Problem, ...] = ()) -> None:
        now = self._sitting.clock.now()
        self._raise((*problems_of(draft, now, draft.nth, self.rules), *more))
        refuse_about(self._cases, draft.kept_in, (draft.whose.name,))

    @staticmethod
    def _raise(problems: tuple[Problem, ...]) -> None:
        if problems:
            raise DraftError(problems)

    def _next(
        self, of: Viewing, draft: ViewingDraft, reason: str, entry: EntryId
    ) -> Changed[Viewing]:
        with self._sitting.writing(draft.kept_in, EntryClass.VIEWING) as write:
            said = said_of_viewing(draft, of.ref)
            written = write.version(VIEWING, said, of.entry.id, reason.strip(), entry)
        return Changed(viewing_of(written), _CHANGED)
