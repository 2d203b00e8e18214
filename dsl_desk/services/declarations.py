"""Declarations of family links: recorded, reviewed by another, accepted, and looked at again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.declaration import (
    DECLARATION,
    CameBy,
    Declaration,
    Identity,
    declaration_reference,
)
from dsl_desk.domain.declaration_review import DECLARATION_REVIEW, Review
from dsl_desk.domain.declaration_standing import (
    DeclarationLine,
    DeclarationView,
    declaration_needs,
    in_order,
    standing,
)
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.page import Page
from dsl_desk.domain.person import what_is_wrong_with_a_day
from dsl_desk.domain.record import Said
from dsl_desk.domain.routing import Route
from dsl_desk.domain.school_calendar import end_of_school_year
from dsl_desk.services.allegation_homes import Change, opened_act
from dsl_desk.services.declaration_homes import PartHome, SlotHome, declaration_homes
from dsl_desk.storage.shelves.declarations import DECLARATIONS, next_declaration

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declaration_filter import DeclarationFilter
    from dsl_desk.domain.declaration_review import CameBack, ReviewDraft
    from dsl_desk.domain.declaration_route import Reviewer
    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.family_links import LinkPolicy
    from dsl_desk.domain.today import Need
    from dsl_desk.services.calendars import Calendars
    from dsl_desk.services.declaration_homes import Home, Kept
    from dsl_desk.services.declaration_routes import DeclarationRoutes
    from dsl_desk.services.sitting import Sitting

_PART: Final = Compartment.DECLARATIONS
_CHANGED: Final = frozenset({Thing.DECLARATIONS})
_CONFIRMED: Final = "Confirmed with the person"
_ANSWERED: Final = "The question was answered"
_TAKEN_FURTHER: Final = "It was taken further"
_ACCEPTED: Final = "The member of staff signed for it"


class Declarations:
    """What can be asked about declarations, wherever this member can open them."""

    def __init__(
        self,
        sitting: Sitting,
        routes: DeclarationRoutes,
        calendars: Calendars,
        prove: Callable[[str], None],
    ) -> None:
        self._sitting = sitting
        self.routes = routes
        self._calendars = calendars
        self._prove = prove
        self._opened: set[RecordId] = set()

    def policy(self) -> LinkPolicy:
        """Return how links are declared, with the titles and clauses of this school."""
        return self.routes.said()

    def goes_to(self, draft: DeclarationDraft) -> Reviewer:
        """Return who reviews what somebody declares: asked before anything is written."""
        return self.routes.reviewer(draft)

    def may_record(self) -> bool:
        """Tell whether this member can write a declaration down, in the part or sealed."""
        writes = self._sitting.may_write(_PART, EntryClass.DECLARATION)
        return writes or self.routes.cases.holds_slots()

    def lines(self) -> tuple[DeclarationLine, ...]:
        """Return every declaration this member can open, what waits first."""
        homes = declaration_homes(self._sitting, self.routes.cases)
        return in_order(self._line(home, kept) for home in homes for kept in home.kept())

    def page(self, wanted: DeclarationFilter, first: int, count: int) -> Page[DeclarationLine]:
        """Return a stretch of those that are wanted."""
        lines = tuple(line for line in self.lines() if wanted.takes(line))
        return Page(lines[first : first + count], first, len(lines))

    def needs(self) -> Iterator[Need]:
        """Return what waits for this member, as Today tells it."""
        return declaration_needs(
            line for line in self.lines() if self.routes.may_review(line.declaration.draft)
        )

    def record(self, draft: DeclarationDraft, entry: EntryId) -> Changed[Declaration]:
        """Write a declaration down where it belongs; refused, with the route, if it is not ours.

        The same id again returns the same declaration, never a second.
        """
        problems = draft.problems(self._sitting.clock.now().date())
        if problems:
            raise DraftError(problems)
        draft = self.routes.completed(draft)
        draft = replace(draft, policy=self.routes.mark())
        home = self._home_for(draft)
        there = home.versions(RecordId(entry))
        if not there:
            ref = self._next_reference() if home.row is None else ""
            said = Said(draft, ref, draft.signed_on)
            there = (home.add(DECLARATION, said, entry, None),)
        return Changed(Declaration.of(there[0]), self._things(home))

    def take_up(self, draft: DeclarationDraft, round_: str, entry: EntryId) -> Changed[Declaration]:
        """Write down what was left at the lock screen: nobody has seen yet who left it."""
        by, not_checked = CameBy.LOCK_SCREEN, Identity.NOT_CHECKED
        left = replace(draft, came_by=by, identity=not_checked, member="", round=round_)
        return self.record(left, entry)

    def change(
        self, of: Declaration, draft: DeclarationDraft, reason: str, entry: EntryId
    ) -> Changed[Declaration]:
        """Write what is declared from now on, and what changed. Whose it is stays."""
        problems = draft.problems(self._sitting.clock.now().date())
        problems = (*problems, *_problems_of(reason))
        if not draft.subject().may_be(of.draft.subject()):
            problems = (*problems, Problem("by", "somebody_else"))
        if problems:
            raise DraftError(problems)
        draft = replace(draft, member=of.draft.member, policy=self.routes.mark())
        return self._next(of, draft, reason, entry)

    def confirm(self, of: Declaration, entry: EntryId) -> Changed[Declaration]:
        """Write down that somebody spoke with whom it says it is from: it declares what it did."""
        return self._next(of, replace(of.draft, identity=Identity.CONFIRMED), _CONFIRMED, entry)

    def review(
        self, of: Declaration, draft: ReviewDraft, passphrase: str, entry: EntryId
    ) -> Changed[Review]:
        """Sign a decision, as whoever reviews it, with the passphrase once more."""
        self.routes.refuse(of.draft)
        draft = self._beside(of, draft)
        problems = draft.problems(self._sitting.clock.now().date())
        if draft.agrees and of.draft.identity is not Identity.CONFIRMED:
            problems = (*problems, Problem("identity", "not_checked"))
        if problems:
            raise DraftError(problems)
        home = self.home(of.written.id)
        self._prove(passphrase)
        there = home.versions(RecordId(entry))
        if not there:
            there = (home.add(DECLARATION_REVIEW, Said(draft), entry, of.written.id),)
        return Changed(Review.of(there[0]), self._things(home))

    def answered(self, of: Review, back: CameBack, entry: EntryId) -> Changed[Review]:
        """Write down what was answered to a question."""
        return self._came_back(
            of, replace(of.draft, answer=back.words, answered_on=back.on), back, entry, _ANSWERED
        )

    def accepted(self, of: Review, back: CameBack, entry: EntryId) -> Changed[Review]:
        """Write down how the member of staff signed for what was decided."""
        return self._came_back(
            of,
            replace(of.draft, accepted_how=back.words, accepted_on=back.on),
            back,
            entry,
            _ACCEPTED,
        )

    def grew_into(self, of: Review, record: RecordId, entry: EntryId) -> Changed[Review]:
        """Write down which record a declaration became that was taken further."""
        home = self.home(RecordId(of.draft.declaration))
        draft, change = replace(of.draft, became=record), Change(of.written, _TAKEN_FURTHER)
        written = home.change(DECLARATION_REVIEW, Said(draft), entry, change)
        return Changed(Review.of(written), self._things(home))

    def open(self, record: RecordId) -> DeclarationView:
        """Return a declaration to be read; that it was opened is written down once in a sitting."""
        home = self.home(record)
        kept = next(one for one in home.kept() if one[0].written.id == record)
        draft = kept[0].draft
        if record not in self._opened:
            home.note(opened_act(self._sitting, record, len(draft.statement)), record)
            self._opened.add(record)
        return DeclarationView(
            line=self._line(home, kept),
            versions=tuple(Declaration.of(one) for one in home.versions(record)),
            before=self._before(home, kept[0]),
            holders=self.routes.holders(home.row),
            policy=self.routes.said(home.row),
            may_review=self.routes.may_review(draft),
            mine=self.routes.is_mine(draft),
            year_ends=self._year_ends(),
            rules=self.routes.rules_of(draft),
            asked=self.routes.asked_of(draft),
        )

    def note(self, record: RecordId, act: Act) -> None:
        """Keep beside a declaration what says that somebody went on past it."""
        self.home(record).note(act, record)

    def _next(
        self, of: Declaration, draft: DeclarationDraft, reason: str, entry: EntryId
    ) -> Changed[Declaration]:
        home, change = self.home(of.written.id), Change(of.written, reason.strip())
        said = Said(draft, of.ref, draft.signed_on)
        written = home.change(DECLARATION, said, entry, change)
        return Changed(Declaration.of(written), self._things(home))

    def _came_back(
        self, of: Review, draft: ReviewDraft, back: CameBack, entry: EntryId, reason: str
    ) -> Changed[Review]:
        codes = {
            "words": what_is_wrong(back.words, LONGEST_LINE * 10),
            "on": what_is_wrong_with_a_day(back.on) if back.on else "missing",
        }
        problems = tuple(Problem(name, code) for name, code in codes.items() if code)
        if problems:
            raise DraftError(problems)
        home = self.home(RecordId(of.draft.declaration))
        change = Change(of.written, reason)
        written = home.change(DECLARATION_REVIEW, Said(draft), entry, change)
        return Changed(Review.of(written), self._things(home))

    def _beside(self, of: Declaration, draft: ReviewDraft) -> ReviewDraft:
        agrees_beyond = draft.agrees and any(
            not rule.may_agree for rule in self.routes.rules_of(of.draft)
        )
        return replace(
            draft,
            declaration=of.written.id,
            of_version=of.written.version,
            beyond=agrees_beyond,
        )

    def _line(self, home: Home, kept: Kept) -> DeclarationLine:
        state = standing(*kept, self._sitting.clock.now().date())
        return DeclarationLine(*kept, state, sealed=home.row is not None)

    def _before(self, home: Home, now: Declaration) -> Declaration | None:
        """Return what the same person declared before this, if anything."""
        mine = [
            one
            for one, _reviews in home.kept()
            if one.draft.subject().may_be(now.draft.subject()) and one.written.id < now.written.id
        ]
        return max(mine, key=lambda one: one.written.id, default=None)

    def _year_ends(self) -> str:
        terms = self._calendars.in_force().school.terms
        return end_of_school_year(self._sitting.clock.now().date(), terms)

    def _home_for(self, draft: DeclarationDraft) -> Home:
        reviewer = self.routes.reviewer(draft)
        if reviewer.row is None and reviewer.people:
            return PartHome(self._sitting)
        if reviewer.row is None or self._sitting.member.id not in reviewer.people:
            raise GoesElsewhereError(reviewer.row)
        goes = Route(reviewer.row, reviewer.people)
        return SlotHome(self.routes.cases, reviewer.row, goes, draft.subject())

    def line(self, record: RecordId) -> DeclarationLine:
        """Return one declaration as lists have it, with nothing written down for it."""
        home = self.home(record)
        kept = next(one for one in home.kept() if one[0].written.id == record)
        return self._line(home, kept)

    def home(self, record: RecordId) -> Home:
        """Return where a declaration is kept."""
        for home in declaration_homes(self._sitting, self.routes.cases):
            if home.versions(record):
                return home
        self._sitting.part(_PART)  # whoever has no key of it is told that
        raise RecordMissingError

    def _next_reference(self) -> str:
        part, year = self._sitting.part(_PART), self._sitting.clock.now().year
        part.fill_back_to(year, DECLARATIONS)
        return declaration_reference(year, next_declaration(part.database, year))

    def _things(self, home: Home) -> frozenset[Thing]:
        return _CHANGED if home.row is None else _CHANGED | {Thing.CASES}


def _problems_of(reason: str) -> tuple[Problem, ...]:
    code = what_is_wrong(reason, LONGEST_LINE * 5)
    return (Problem("reason", code),) if code else ()
