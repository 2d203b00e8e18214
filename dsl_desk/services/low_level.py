"""Low-level concerns: recorded by whoever may write, signed by the case manager, seen together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_route import Keep
from dsl_desk.domain.allegation_step import ALLEGATION_STEP, AllegationStep
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.low_level import LOW_LEVEL, LowLevel, low_level_reference, patterns
from dsl_desk.domain.member_errors import GoesElsewhereError, NotCaseManagerError
from dsl_desk.domain.record import Said
from dsl_desk.domain.routing import Row
from dsl_desk.domain.threshold import manager_of
from dsl_desk.domain.written import Written
from dsl_desk.services.allegation_homes import Change, Next, StaffHome, opened_act
from dsl_desk.services.allegation_routes import may_sign_low_level, way_for
from dsl_desk.services.allegation_rules import problems_of_reason
from dsl_desk.storage.shelves.allegations import ALLEGATIONS, next_number, records_of_kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.adult import Adult
    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.low_level import LowLevelDraft, Pattern
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.sitting import Sitting

_STAFF: Final = Compartment.STAFF
_CHANGED: Final = frozenset({Thing.ALLEGATIONS})
_GREW: Final = "It grew into an allegation"
_SIGNED: Final = "Signed as low-level by the case manager"


class LowLevels:
    """What can be asked about low-level concerns."""

    def __init__(self, sitting: Sitting, cases: Cases, policy: Callable[[], PolicyMark]) -> None:
        self._sitting = sitting
        self.cases = cases
        self.policy = policy  # under which version something is written now
        self._opened: set[RecordId] = set()

    def record(self, draft: LowLevelDraft, entry: EntryId) -> Changed[LowLevel]:
        """Write one down. The same id again returns the same concern, never a second.

        About somebody who holds a key to Staff it is refused with the route: it is begun as a
        sealed case by whoever receives it.
        """
        way = way_for(self.cases, draft.adult)
        if way.keep is not Keep.STAFF or not way.mine:
            raise GoesElsewhereError(way.row)
        problems = draft.problems_at(self._sitting.clock.now())
        if problems:
            raise DraftError(problems)
        part, year = self._sitting.part(_STAFF), self._sitting.clock.now().year
        part.fill_back_to(year, ALLEGATIONS)
        with self._sitting.writing(_STAFF, EntryClass.ALLEGATION) as write:
            ref = low_level_reference(year, next_number(part.database, LOW_LEVEL.name, year))
            under = replace(draft, policy=self.policy())
            written = write.record(LOW_LEVEL, Said(under, ref, draft.at), entry)
        return Changed(LowLevel.of(Written.of(written)), _CHANGED)

    def sign(self, of: LowLevel, why: str, entry: EntryId) -> Changed[LowLevel]:
        """Sign that it is low-level, as the case manager, with the reason."""
        if not self.may_sign():
            raise NotCaseManagerError(manager_of(Row.STAFF))
        draft = replace(of.draft, signed_by=self._sitting.member.name)
        return Changed(self._next(of, draft, why.strip() or _SIGNED, entry), _CHANGED)

    def amend(
        self, of: LowLevel, draft: LowLevelDraft, reason: str, entry: EntryId
    ) -> Changed[LowLevel]:
        """Write what it says from now on, and why. About whom is not changed by it.

        Whoever signed has signed other words: it waits for the case manager again.
        """
        problems = (*draft.problems_at(self._sitting.clock.now()), *problems_of_reason(reason))
        if not draft.adult.is_the_same_as(of.draft.adult):
            problems = (*problems, Problem("about", "somebody_else"))
        if problems:
            raise DraftError(problems)
        kept = replace(
            draft,
            signed_by="",
            grew_into=of.draft.grew_into,
            in_file=of.draft.in_file,
            policy=self.policy(),
        )
        return Changed(self._next(of, kept, reason.strip(), entry), _CHANGED)

    def versions(self, record: RecordId) -> tuple[LowLevel, ...]:
        """Return every version of one, oldest first."""
        ledger = self._sitting.part(_STAFF).ledger
        return tuple(LowLevel.of(Written.of(entry)) for entry in ledger.versions(record))

    def may_sign(self) -> bool:
        """Tell whether this member is the case manager for members of staff."""
        return may_sign_low_level(self.cases, Row.STAFF)

    def list(self) -> tuple[LowLevel, ...]:
        """Return every low-level concern this member can open, the newest first."""
        if _STAFF not in self._sitting.parts:
            return ()
        part = self._sitting.part(_STAFF)
        records = records_of_kind(part.database, LOW_LEVEL.name)
        return tuple(self.read(record) for record in records)

    def about(self, adult: Adult) -> tuple[LowLevel, ...]:
        """Return those about one adult that still stand in their file."""
        alike = (one for one in self.list() if one.draft.adult.is_the_same_as(adult))
        return tuple(one for one in alike if one.draft.in_file)

    def patterns(self) -> tuple[Pattern, ...]:
        """Return about whom there are three or more within twelve months."""
        return patterns(self.list(), self._sitting.clock.now().date())

    def open(self, record: RecordId) -> LowLevel:
        """Return one to be read; that it was opened is written down once in a sitting."""
        concern = self.read(record)
        if record not in self._opened:
            act = opened_act(self._sitting, record, len(concern.draft.words))
            with self._sitting.writing(_STAFF, EntryClass.OPENED) as write:
                write.enter(act)
            self._opened.add(record)
        return concern

    def growth(self, record: RecordId, allegation: RecordId) -> Next:
        """Return the version that says which allegation it became: the thread leads both ways."""
        concern = self.read(record)
        draft = replace(concern.draft, grew_into=allegation)
        return Next(LOW_LEVEL, Said(draft, concern.ref, draft.at), Change(concern.written, _GREW))

    def knows(self, record: RecordId) -> bool:
        """Tell whether a record is a low-level concern that this member can open."""
        if _STAFF not in self._sitting.parts:
            return False
        return record in records_of_kind(self._sitting.part(_STAFF).database, LOW_LEVEL.name)

    def steps(self, record: RecordId) -> tuple[AllegationStep, ...]:
        """Return what was marked of its duties, in the newest version of each."""
        return tuple(AllegationStep.of(one) for one in self._home(record).steps())

    def step(
        self, record: RecordId, draft: AllegationStepDraft, entry: EntryId
    ) -> Changed[AllegationStep]:
        """Write down beside it what was done."""
        written = self._home(record).add(ALLEGATION_STEP, self._said(record, draft), entry)
        return Changed(AllegationStep.of(written), _CHANGED)

    def change_step(
        self, of: AllegationStep, draft: AllegationStepDraft, reason: str, entry: EntryId
    ) -> Changed[AllegationStep]:
        """Write what that says from now on, and why."""
        record = RecordId(of.draft.allegation)
        said, change = self._said(record, draft), Change(of.written, reason)
        written = self._home(record).change(ALLEGATION_STEP, said, entry, change)
        return Changed(AllegationStep.of(written), _CHANGED)

    def _home(self, record: RecordId) -> StaffHome:
        return StaffHome(self._sitting, record, self._opened)

    def _said(self, record: RecordId, draft: AllegationStepDraft) -> Said[AllegationStepDraft]:
        adult = self.read(record).draft.adult
        of = replace(draft, allegation=record, adult=adult.ref(), member=adult.member)
        return Said(of, "", draft.at)

    def _next(self, of: LowLevel, draft: LowLevelDraft, reason: str, entry: EntryId) -> LowLevel:
        with self._sitting.writing(_STAFF, EntryClass.ALLEGATION) as write:
            said = Said(draft, of.ref, draft.at)
            written = write.version(LOW_LEVEL, said, of.written.entry, reason, entry)
        return LowLevel.of(Written.of(written))

    def read(self, record: RecordId) -> LowLevel:
        """Return one as it stands, without noting that it was opened."""
        ledger = self._sitting.part(_STAFF).ledger
        if not ledger.knows(bytes.fromhex(record)):
            raise RecordMissingError
        return LowLevel.of(Written.of(ledger.newest(record)))
