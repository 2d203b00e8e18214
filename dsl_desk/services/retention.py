"""Retention: until when each record is kept, what is due for review, and what is on hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disposal_errors import HeldAlreadyError
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.keeping_words import Kept, kept_until
from dsl_desk.domain.legal_hold import HOLD, Held, HoldDraft, held_as, said_of_hold
from dsl_desk.domain.page import Page
from dsl_desk.domain.person import PersonKind
from dsl_desk.domain.retention import RetentionClass, Since, class_of, read_periods, review_on
from dsl_desk.domain.retention_period import RETENTION_PERIOD, said_of_period
from dsl_desk.storage.shelves.child_files import file_of
from dsl_desk.storage.shelves.keeping import all_kept, kept_row, last_entry
from dsl_desk.storage.shelves.retention import hold_of, holds_in, periods_in, proposed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.domain.retention import Periods, Rule
    from dsl_desk.domain.retention_period import PeriodDraft
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.database import Database
    from dsl_desk.storage.shelves.keeping import KeptRow

KEPT_IN: Final = (Compartment.CHILDREN, Compartment.STAFF)
_SCHOOL: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.KEEPING})
_FILE: Final = "england.toml"
_NO_DAY: Final = "; no day can be reckoned, because a date is not known"


def periods_in_force(resources: Path) -> Periods:
    """Return the periods as they were installed."""
    return read_periods((resources / "retention" / _FILE).read_text("utf-8"))


class Retention:
    """What can be asked about keeping. Nothing here is a timer: on the day, people decide."""

    def __init__(self, sitting: Sitting, directory: Directory, resources: Path) -> None:
        self._sitting = sitting
        self._directory = directory
        self._resources = resources
        self._installed: Periods | None = None

    @property
    def installed(self) -> Periods:
        """The periods as they were installed: from when they hold, and when they were checked."""
        if self._installed is None:
            self._installed = periods_in_force(self._resources)
        return self._installed

    def rules(self) -> Mapping[RetentionClass, Rule]:
        """Return every rule as it holds in this school."""
        rules = dict(self.installed.rules)
        if _SCHOOL in self._sitting.parts:
            for period in periods_in(self._sitting.part(_SCHOOL).database):
                rules[period.of] = rules[period.of].with_years(period.years, period.reason)
        return rules

    def change_period(self, draft: PeriodDraft, entry: EntryId) -> Changed[Rule]:
        """Keep a class for another number of years from now on, for the whole school."""
        problems = draft.problems()
        if not self.installed.rules[draft.of].terms:
            problems = (*problems, Problem("years", "not_in_years"))
        if problems:
            raise DraftError(problems)
        with self._sitting.writing(_SCHOOL, EntryClass.RETENTION) as write:
            write.record(RETENTION_PERIOD, said_of_period(draft), entry)
        return Changed(self.rules()[draft.of], _CHANGED)

    def of(self, record: RecordId) -> Kept:
        """Return until when one record is kept; what stands beside another goes with that."""
        part, row = self._row(record)
        database = self._sitting.part(part).database
        hold = hold_of(database, record)
        return self._kept(part, row, hold[1] if hold else None, self.rules())

    def of_file(self, person: str) -> Kept | None:
        """Return until when a child's file is kept; None where there is none yet."""
        if Compartment.CHILDREN not in self._sitting.parts:
            return None
        database = self._sitting.part(Compartment.CHILDREN).database
        for one in self._directory.same_as(person):
            if (file := file_of(database, one)) is not None:
                return self.of(file)
        return None

    def file_line(self, person: str) -> str:
        """Return in one line until when a child's file is kept; nothing where no day is known."""
        if (kept := self.of_file(person)) is not None:
            return kept.line(self._sitting.clock.now().date())
        known = self._directory.person(person)
        born = _day(known.draft.born) if known and known.kind is PersonKind.PUPIL else None
        rule = self.rules()[RetentionClass.CHILD_FILE]
        day = review_on(replace(rule, otherwise=None), {Since.BIRTH: born} if born else {})
        return kept_until(day, rule.why) if day else ""

    def due(self, first: int, count: int) -> Page[Kept]:
        """Return what is to be looked at again, the longest due before the rest."""
        today = self._sitting.clock.now().date()
        due = [
            (kept.review_on, kept)
            for kept, proposed in self._all()
            if kept.is_due(today) and not proposed
        ]
        rows = [kept for _day, kept in sorted(due, key=lambda one: (one[0] or today, one[1].ref))]
        return Page(tuple(rows[first : first + count]), first, len(rows))

    def held(self, first: int, count: int) -> Page[Kept]:
        """Return what is on hold, by itself or put on."""
        rows = sorted(
            (kept for kept, _proposed in self._all() if kept.held is not Held.NOT),
            key=lambda kept: (kept.part.value, kept.ref, kept.record),
        )
        return Page(tuple(rows[first : first + count]), first, len(rows))

    def hold(self, record: RecordId, reason: str, entry: EntryId) -> Changed[Kept]:
        """Keep a record whatever its day, until somebody lifts that."""
        return self._decide(record, reason, entry, on=True)

    def lift(self, record: RecordId, reason: str, entry: EntryId) -> Changed[Kept]:
        """Let a record be kept by its day again, with the reason."""
        return self._decide(record, reason, entry, on=False)

    def _decide(self, record: RecordId, reason: str, entry: EntryId, *, on: bool) -> Changed[Kept]:
        if code := what_is_wrong(reason):
            raise DraftError((Problem("reason", code),))
        part, row = self._row(record)
        opened = self._sitting.part(part)
        if opened.ledger.find(entry) is None:
            before = hold_of(opened.database, record)
            stands = held_as(before[1] if before else None, sexual=row.sexual)
            if on is (stands is not Held.NOT):
                raise HeldAlreadyError
            said = said_of_hold(HoldDraft(record, on, reason, by_itself=row.sexual))
            with self._sitting.writing(part, EntryClass.RETENTION) as write:
                if before is None:
                    write.record(HOLD, said, entry)
                else:
                    write.version(HOLD, said, before[0], reason.strip(), entry)
        return Changed(self.of(record), _CHANGED)

    def _row(self, record: RecordId) -> tuple[Compartment, KeptRow]:
        for part in self._parts():
            row = kept_row(self._sitting.part(part).database, record)
            if row is not None:
                return part, row
        raise RecordMissingError

    def _parts(self) -> tuple[Compartment, ...]:
        return tuple(part for part in KEPT_IN if part in self._sitting.parts)

    def _all(self) -> Iterator[tuple[Kept, bool]]:
        rules = self.rules()
        for part in self._parts():
            database = self._sitting.part(part).database
            holds, proposed = holds_in(database), proposed_in(database)
            for row in all_kept(database):
                hold = holds.get(row.record)
                kept = self._kept(part, row, hold[1] if hold else None, rules)
                yield kept, row.record in proposed

    def _kept(
        self,
        part: Compartment,
        row: KeptRow,
        hold: HoldDraft | None,
        rules: Mapping[RetentionClass, Rule],
    ) -> Kept:
        of = class_of(row.kind, part, sexual=row.sexual)
        rule = rules[of]
        day = review_on(rule, self._facts(row, rule, self._sitting.part(part).database))
        return Kept(
            record=row.record,
            part=part,
            ref=row.ref,
            what=row.what,
            of=of,
            review_on=day,
            why=rule.why if day or not rule.terms else rule.why + _NO_DAY,
            held=held_as(hold, sexual=row.sexual),
            hold_reason=hold.reason if hold else "",
        )

    def _facts(self, row: KeptRow, rule: Rule, database: Database) -> dict[Since, date]:
        people = [self._directory.person(person) for person in row.people]
        born = [_day(person.draft.born) if person else None for person in people]
        left = [_day(person.draft.ends) if person else None for person in people]
        told: dict[Since, Callable[[], date | None]] = {
            Since.BIRTH: lambda: _last(born),
            Since.LEAVING: lambda: _last(left),
            Since.MADE: lambda: _day(row.made) or _day(row.last),
            Since.LAST_ENTRY: lambda: _day(last_entry(database, row)),
        }
        # Looked up only where the rule asks for it: the last entry is a question of its own.
        asked = [term.since for term in (*rule.terms, rule.otherwise) if term is not None]
        known = ((since, told[since]()) for since in asked)
        return {since: day for since, day in known if day is not None}


def _last(days: list[date | None]) -> date | None:
    """Return the last of the days, if every one is known: the youngest child's day counts."""
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
