"""Allegations about adults: recorded where they belong, opened, and what is done about them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation import ALLEGATION, Allegation, allegation_reference
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_course import reached
from dsl_desk.domain.allegation_route import Keep
from dsl_desk.domain.allegation_step import ALLEGATION_STEP, AllegationStep
from dsl_desk.domain.allegation_view import AllegationRow, AllegationView
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.clock_needs import advice_needs, clock_needs, number_needs
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry import Act
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, NotEntitledError, Problem, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.lado_clock import clock_of
from dsl_desk.domain.member_errors import GoesElsewhereError
from dsl_desk.domain.record import Said
from dsl_desk.domain.routing import Route
from dsl_desk.domain.threshold import Answer
from dsl_desk.services.allegation_homes import Change, SealedHome, StaffHome, homes_of, sealed_homes
from dsl_desk.services.allegation_routes import managers, may_sign_low_level, way_for
from dsl_desk.services.allegation_rules import problems_of_reason, refuse_step
from dsl_desk.services.cross_references import holds_children, note_in_files
from dsl_desk.services.leaving_the_file import leaves_with
from dsl_desk.storage.shelves.allegations import ALLEGATIONS, next_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation import AllegationDraft
    from dsl_desk.domain.allegation_route import Way
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.lado_clock import LadoClock
    from dsl_desk.domain.today import Need
    from dsl_desk.domain.working_days import Calendar
    from dsl_desk.services.allegation_homes import Home, Next
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.lado_directory import LadoDirectories
    from dsl_desk.services.low_level import LowLevels
    from dsl_desk.services.sitting import Sitting

_STAFF: Final = Compartment.STAFF


class Allegations:
    """What can be asked about allegations, wherever this member can open them."""

    def __init__(
        self, sitting: Sitting, low_level: LowLevels, lado: LadoDirectories, calendar: Calendar
    ) -> None:
        self.sitting = sitting
        self._cases: Cases = low_level.cases
        self._low_level = low_level
        self._policy = low_level.policy
        self._lado = lado
        self._calendar = calendar
        self._opened: set[RecordId] = set()

    def goes_to(self, adult: Adult) -> Way:
        """Return where an allegation about somebody goes: asked before anything is written."""
        return way_for(self._cases, adult)

    def record(self, draft: AllegationDraft, entry: EntryId) -> Changed[Allegation]:
        """Write an allegation down where it belongs; refused, with the route, where it is not ours.

        The same id again returns the same allegation, never a second.
        """
        way = self.goes_to(draft.adult)
        if not way.mine or way.about_me:
            raise GoesElsewhereError(way.row)
        problems = draft.problems_at(self.sitting.clock.now())
        if problems:
            raise DraftError(problems)
        home = self._begin(way, replace(draft, policy=self._policy()), entry)
        self._note(home)
        return self._changed(Allegation.of(home.allegation()), sealed=home.sealed)

    def amend(
        self, of: Allegation, draft: AllegationDraft, reason: str, entry: EntryId
    ) -> Changed[Allegation]:
        """Write what the allegation says from now on, and why. About whom is not changed by it."""
        home = self._home(of.written.id)
        problems = (*draft.problems_at(self.sitting.clock.now()), *problems_of_reason(reason))
        if not draft.adult.is_the_same_as(of.draft.adult):
            problems = (*problems, Problem("about", "somebody_else"))
        if problems:
            raise DraftError(problems)
        change = Change(of.written, reason.strip())
        under = replace(draft, policy=self._policy())
        written = home.change(ALLEGATION, Said(under, of.ref, draft.told_at), entry, change)
        self._note(home)
        return self._changed(Allegation.of(written), sealed=home.sealed)

    def list(self) -> tuple[AllegationRow, ...]:
        """Return every allegation this member can open, the sealed ones first."""
        return tuple(self._line(home) for home in self._homes())

    def needs(self) -> Iterator[Need]:
        """Return each clock that runs, advice that is awaited, and a number to be checked."""
        lines, now = self.list(), self.sitting.clock.now()
        yield from clock_needs(lines, now)
        yield from advice_needs(lines, self._calendar)
        if self.sitting.may_write(_STAFF, EntryClass.ALLEGATION):
            yield from number_needs(self._lado.ours(), now.date(), cases=bool(lines))

    def line(self, record: RecordId) -> AllegationRow:
        """Return one as a list shows it, without noting that it was opened."""
        return self._line(self._home(record))

    def open(self, record: RecordId) -> AllegationView:
        """Return an allegation to be read; that it was opened is written down once in a sitting."""
        home = self._home(record)
        home.open()
        line = self._line(home)
        return AllegationView(
            line=line,
            managers=managers(self._cases, home.row),
            may_sign=may_sign_low_level(self._cases, home.row),
            holders=self.goes_to(line.allegation.draft.adult).people,
            authority=self._lado.ours(),
            number=self._lado.number_now(),
            statutory=self._lado.statutory_report(),
            before=() if home.sealed else self._low_level.about(line.allegation.draft.adult),
        )

    def step(
        self, record: RecordId, draft: AllegationStepDraft, entry: EntryId
    ) -> Changed[AllegationStep]:
        """Write down what was done. A removal takes the whole case out of the adult's file."""
        home = self._home(record)
        line = self._line(home)
        self._look_at(line, draft)
        said = self._said(line.allegation, draft)
        then = self._leaving(home, line, draft) if draft.sort is Sort.REMOVED else ()
        written = home.add(ALLEGATION_STEP, said, entry, then)
        self._note(home)
        return self._step_changed(written=AllegationStep.of(written), sealed=home.sealed)

    def change_step(
        self, of: AllegationStep, draft: AllegationStepDraft, reason: str, entry: EntryId
    ) -> Changed[AllegationStep]:
        """Write what a step says from now on, and why: threshold and outcome are changed so."""
        record = RecordId(of.draft.allegation)
        home = self._home(record)
        line = self._line(home)
        self._look_at(line, draft)
        if problems := problems_of_reason(reason):
            raise DraftError(problems)
        said = self._said(line.allegation, replace(draft, sort=of.sort))
        written = home.change(ALLEGATION_STEP, said, entry, Change(of.written, reason.strip()))
        return self._step_changed(written=AllegationStep.of(written), sealed=home.sealed)

    def versions(self, record: RecordId, step: RecordId) -> tuple[AllegationStep, ...]:
        """Return every version of a step, oldest first."""
        return tuple(AllegationStep.of(one) for one in self._home(record).versions(step))

    def stood(self, record: RecordId) -> tuple[Allegation, ...]:
        """Return every version of what the allegation says, oldest first."""
        return tuple(Allegation.of(one) for one in self._home(record).versions(record))

    def _begin(self, way: Way, draft: AllegationDraft, entry: EntryId) -> Home:
        record = RecordId(entry)
        if way.keep is Keep.SEALED and way.row is not None:
            body = ALLEGATION.body(Said(draft, "", draft.told_at), self.sitting.member.name)
            goes = Route(way.row, self._cases.holders(way.row))
            self._cases.begin_with(goes, Act(entry, record, EntryClass.CASE, body))
            return SealedHome(self._cases, way.row, record, record)
        home = StaffHome(self.sitting, record, self._opened)
        part, year = self.sitting.part(_STAFF), self.sitting.clock.now().year
        part.fill_back_to(year, ALLEGATIONS)
        ref = allegation_reference(year, next_number(part.database, ALLEGATION.name, year))
        grew = RecordId(draft.grew_from)
        then = (self._low_level.growth(grew, record),) if grew else ()
        home.add(ALLEGATION, Said(draft, ref, draft.told_at), entry, then)
        return home

    def note_in_files(self) -> None:
        """Write what is missing in the children's files: some is recorded where nobody may."""
        note_in_files(self._cases, self.list())

    def _note(self, home: Home) -> None:
        note_in_files(self._cases, (self._line(home),))

    def _leaving(
        self, home: Home, line: AllegationRow, draft: AllegationStepDraft
    ) -> tuple[Next, ...]:
        grew_from = RecordId(line.allegation.draft.grew_from)
        before = self._low_level.read(grew_from) if grew_from and not home.sealed else None
        return leaves_with(home, draft, before)

    def _look_at(self, line: AllegationRow, draft: AllegationStepDraft) -> None:
        problems = draft.problems_at(self.sitting.clock.now())
        if problems:
            raise DraftError(problems)
        may_sign = may_sign_low_level(self._cases, line.row)
        refuse_step(line, draft, may_sign=may_sign)
        if draft.sort is Sort.CHILD_FILES and holds_children(self._cases, line):
            raise DraftError((Problem("sort", "reads_there"),))

    def _said(
        self, allegation: Allegation, draft: AllegationStepDraft
    ) -> Said[AllegationStepDraft]:
        adult = allegation.draft.adult
        goes = draft.sort is Sort.REMOVED and draft.answer("consent") != Answer.YES.value
        stays = allegation.draft.in_file and not goes
        named = replace(adult.ref(), person=adult.person if stays else "")
        of = replace(draft, allegation=allegation.written.id, adult=named, member=adult.member)
        return Said(of, "", draft.at)

    def _line(self, home: Home) -> AllegationRow:
        allegation = Allegation.of(home.allegation())
        steps = tuple(AllegationStep.of(one) for one in home.steps())
        clock = self._clock(allegation, steps)
        return AllegationRow(allegation, steps, clock, home.sealed, home.row)

    def _clock(self, allegation: Allegation, steps: tuple[AllegationStep, ...]) -> LadoClock:
        ours = self._lado.ours()
        hours = 24 if ours is None else ours.hours_to_answer
        return clock_of(allegation.draft.told_at, self._calendar, hours, reached(steps))

    def _homes(self) -> tuple[Home, ...]:
        return tuple(homes_of(self.sitting, self._cases, self._opened))

    def _home(self, record: RecordId) -> Home:
        for home in sealed_homes(self._cases):
            if home.record == record:
                return replace(home, read=())
        if _STAFF not in self.sitting.parts:
            raise NotEntitledError(_STAFF)
        if not self.sitting.part(_STAFF).ledger.knows(bytes.fromhex(record)):
            raise RecordMissingError
        return StaffHome(self.sitting, record, self._opened)

    def _changed(self, allegation: Allegation, *, sealed: bool) -> Changed[Allegation]:
        return Changed(allegation, _things(sealed=sealed))

    def _step_changed(self, *, written: AllegationStep, sealed: bool) -> Changed[AllegationStep]:
        return Changed(written, _things(sealed=sealed))


def _things(*, sealed: bool) -> frozenset[Thing]:
    return frozenset({Thing.ALLEGATIONS, Thing.CASES} if sealed else {Thing.ALLEGATIONS})
