"""Retention: until when each record is kept, what is due for review, and what is on hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.disposal_errors import HeldAlreadyError
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.evidence import EVIDENCE, evidence_of
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.keeping_words import Kept, kept_until
from dsl_desk.domain.legal_hold import HOLD, Held, HoldDraft, held_as, said_of_hold
from dsl_desk.domain.page import Page
from dsl_desk.domain.person import PERSON, PersonKind, where_file_is
from dsl_desk.domain.retention import RetentionClass, Since, read_periods, review_on
from dsl_desk.domain.retention_period import RETENTION_PERIOD, said_of_period
from dsl_desk.domain.sharing_copy import SHARING_COPY, copy_of
from dsl_desk.services.dues import Dues
from dsl_desk.services.reckoning import Reckoning, day_of, held_in
from dsl_desk.storage.shelves.all import SHELVES
from dsl_desk.storage.shelves.child_files import file_of
from dsl_desk.storage.shelves.evidence import evidence_in
from dsl_desk.storage.shelves.keeping import (
    KEEPING,
    Family,
    above,
    families_in,
    family_of,
    kept_row,
    people_named,
    what_goes_with,
)
from dsl_desk.storage.shelves.retention import hold_of, holds_in, periods_in, proposed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.retention import Periods, Rule
    from dsl_desk.domain.retention_period import PeriodDraft
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.part import Part

# Every part that keeps the facts days are reckoned from; a part begins by having the shelf.
KEPT_IN: Final = tuple(part for part in Compartment if KEEPING in SHELVES[part])
_CLASS: Final = EntryClass.RETENTION
_SCHOOL: Final = Compartment.SCHOOL
_CHANGED: Final = frozenset({Thing.KEEPING})
_FILE: Final = "england.toml"
_NAMED: Final = "as long as any record names them"


def periods_in_force(resources: Path) -> Periods:
    """Return the periods as they were installed."""
    return read_periods((resources / "retention" / _FILE).read_text("utf-8"))


class Retention:
    """What can be asked about keeping. Nothing here is a timer: on the day, people decide."""

    def __init__(self, sitting: Sitting, directory: Directory, resources: Path) -> None:
        self._sitting = sitting
        self._directory = directory
        self.reckoning = Reckoning(directory)
        self._resources = resources
        self._installed: Periods | None = None
        self.dues = Dues(sitting, self)

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
        with self._sitting.writing(_SCHOOL, _CLASS) as write:
            write.record(RETENTION_PERIOD, said_of_period(draft), entry)
        return Changed(self.rules()[draft.of], _CHANGED)

    def of(self, record: RecordId) -> Kept:
        """Return until when one record is kept; held where anything above or beside it is."""
        return self.kept(record, self.named)

    def kept(self, record: RecordId, named: Callable[[], frozenset[str]]) -> Kept:
        """Return the same; `named` tells whom records name, for whoever asks many times."""
        part, family = self._family(record)
        database, rules = self._sitting.part(part).database, self.rules()
        holds = holds_in(database)
        held = held_in(family, holds)
        for row in above(database, family.row):
            if held[1] is Held.NOT:
                held = held_in(Family(row, what_goes_with(database, row.record)), holds)
        kept = self.reckoning.kept(part, family, rules, held)
        if family.row.kind == PERSON.name and self._stays(record, named()):
            kept = replace(kept, review_on=None, why=_NAMED)
        return kept

    def going_with(self, record: RecordId) -> tuple[RecordId, ...]:
        """Return what goes when a record goes: what stands beside it, and files nobody else has.

        With a person go the records that were found to be of the same person.
        """
        part, family = self._family(record)
        opened, rows = self._sitting.part(part), list(family.rows)
        if family.row.kind == PERSON.name:
            same = self._directory.same_as(record)[1:]
            others = [row for one in same if (row := kept_row(opened.database, one))]
            rows += [row for one in others for row in family_of(opened.database, one).rows]
        going = tuple(dict.fromkeys(row.record for row in rows))
        return (*going[1:], *_files_that_go(opened, going))

    def forget_people(self) -> None:
        """Read the people again: one of them was disposed of."""
        self._directory.renew()

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
        born = day_of(known.draft.born) if known and known.kind is PersonKind.PUPIL else None
        rule = self.rules()[RetentionClass.CHILD_FILE]
        day = review_on(replace(rule, otherwise=None), {Since.BIRTH: born} if born else {})
        return kept_until(day, rule.why) if day else ""

    def due(self, first: int, count: int) -> Page[Kept]:
        """Return what is to be looked at again, the longest due before the rest."""
        rows = self.dues.now()
        return Page(rows[first : first + count], first, len(rows))

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
        part, family = self._family(record)
        opened = self._sitting.part(part)
        if opened.ledger.find(entry) is None:
            before = hold_of(opened.database, record)
            sexual = any(row.facts.sexual for row in family.rows)
            stands = held_as(before[1] if before else None, sexual=sexual)
            if on is (stands is not Held.NOT):
                raise HeldAlreadyError
            said = said_of_hold(HoldDraft(record, on, reason, by_itself=sexual))
            with self._sitting.writing(part, _CLASS) as write:
                if before is None:
                    write.record(HOLD, said, entry)
                else:
                    write.version(HOLD, said, before[0], reason.strip(), entry)
        return Changed(self.of(record), _CHANGED)

    def _family(self, record: RecordId) -> tuple[Compartment, Family]:
        for part in self.parts():
            database = self._sitting.part(part).database
            row = kept_row(database, record)
            if row is not None:
                return part, family_of(database, row)
        raise RecordMissingError

    def parts(self) -> tuple[Compartment, ...]:
        """Return the parts with a day for their records that this member can read."""
        return tuple(part for part in KEPT_IN if part in self._sitting.parts)

    def _all(self) -> Iterator[tuple[Kept, bool]]:
        rules, named = self.rules(), self.named()
        for part in self.parts():
            database = self._sitting.part(part).database
            holds, proposed = holds_in(database), proposed_in(database)
            for family in families_in(database):
                row = family.row
                if row.kind == PERSON.name and self._stays(row.record, named):
                    continue
                held = held_in(family, holds)
                yield self.reckoning.kept(part, family, rules, held), row.record in proposed

    def reckoned(self, part: Compartment, family: Family) -> Kept:
        """Return until when something is kept that lies in no part: a sealed case."""
        return self.reckoning.kept(part, family, self.rules(), held_in(family, {}))

    def named(self) -> frozenset[str]:
        """Return everybody whom a record this member can read names."""
        each = (people_named(self._sitting.part(part).database) for part in self.parts())
        return frozenset[str]().union(*each)

    def _stays(self, person: RecordId, named: frozenset[str]) -> bool:
        """Tell whether a person's record is not looked at: it is named, or shown as another's.

        Whoever cannot read the part with somebody's file cannot tell whether they are named.
        """
        row = self._directory.person(person)
        if row is None or row.id != person:
            return True
        unseen = where_file_is(row.kind) not in self._sitting.parts
        return unseen or not named.isdisjoint(self._directory.same_as(person))


def _files_that_go(part: Part, records: Iterable[RecordId]) -> tuple[RecordId, ...]:
    """Return the records of sealed files that no other piece of evidence names."""
    going = set(records)
    files: dict[str, None] = {}
    for record in going:
        entry = part.ledger.newest(record)
        if entry.body.kind == EVIDENCE.name:
            files[evidence_of(entry).captured.file] = None
        elif entry.body.kind == SHARING_COPY.name:  # no piece of evidence names the file of a copy
            files[copy_of(entry).copied.file] = None
    return tuple(
        RecordId(file)
        for file in sorted(files)
        if going.issuperset(evidence_in(part.database, file))
        and part.ledger.disposal(bytes.fromhex(file)) is None  # removed on the police's advice
    )
