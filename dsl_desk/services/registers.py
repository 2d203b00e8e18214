"""Registers: writing in one, changing what stands there, listing, and what is due again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import LONGEST_LINE, what_is_wrong
from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.entry import Act, Body
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.errors import DraftError, Problem, RecordMissingError
from dsl_desk.domain.ids import EntryId, RecordId, fresh_id
from dsl_desk.domain.page import Page
from dsl_desk.domain.registers.all import BY_KIND, REGISTERS
from dsl_desk.domain.registers.deciders import WHO_DECIDES, as_called, deciders, titles
from dsl_desk.domain.registers.in_file import IN_FILES
from dsl_desk.domain.registers.register import Occasion, RegisterName, registered_of
from dsl_desk.domain.school_calendar import Days
from dsl_desk.domain.today import SOON, Need, NeedSort
from dsl_desk.services.about_holders import refuse_about
from dsl_desk.storage.shelves.registers import (
    page_of_register,
    register_entries_about,
    register_entries_due,
    register_row,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.packing import Json
    from dsl_desk.domain.registers.deciders import Decider
    from dsl_desk.domain.registers.register import (
        Register,
        RegisterDraft,
        Registered,
        RegisterRow,
    )
    from dsl_desk.services.calendars import Calendars
    from dsl_desk.services.cases import Cases
    from dsl_desk.services.directory import Directory
    from dsl_desk.services.policy import Policies
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.ledger import Ledger

_CHANGED: Final = frozenset({Thing.REGISTERS})
_DAY: Final = len("2026-11-19")


@dataclass(frozen=True)
class SchoolSays:
    """What the school settled that registers are kept by."""

    calendars: Calendars
    policy: Policies


class Registers:
    """What can be asked about registers, in every part this member can read."""

    def __init__(
        self, sitting: Sitting, cases: Cases, directory: Directory, school: SchoolSays
    ) -> None:
        self._sitting = sitting
        self._cases = cases
        self._directory = directory
        self._calendars, self._policy = school.calendars, school.policy
        self._opened: set[RecordId] = set()

    def readable(self) -> tuple[RegisterName, ...]:
        """Return the registers in the parts this member holds a key to."""
        parts = self._sitting.parts
        return tuple(name for name, register in REGISTERS.items() if register.part in parts)

    def page(
        self, register: RegisterName, first: int, count: int, words: str = ""
    ) -> Page[RegisterRow]:
        """Return a stretch of a register, newest first; names are as they are now."""
        database = self._sitting.part(REGISTERS[register].part).database
        page = page_of_register(database, register, first, count, words)
        rows = map(self._titled(register), map(self._named, page.rows))
        return Page(tuple(rows), page.first, page.total)

    def record(self, draft: RegisterDraft, entry: EntryId) -> Changed[Registered]:
        """Write an entry. The same id again returns the same entry, never a second."""
        register = REGISTERS[draft.register]
        draft = self._completed(register, replace(draft, policy=self._policy.mark()))
        self._refuse(register, draft, self._occasion(draft))
        with self._sitting.writing(register.part, EntryClass.REGISTER) as write:
            written = write.record(register.kind, register.said(draft), entry)
        return Changed(registered_of(written, register), _CHANGED)

    def change(
        self, of: EntryId, draft: RegisterDraft, reason: str, entry: EntryId
    ) -> Changed[Registered]:
        """Write what stands there from now on, and why. `of` is the entry that was read."""
        register = REGISTERS[draft.register]
        before = registered_of(self._ledger(register).known(of), register)
        begun = self._ledger(register).versions(before.id)[0].header.author
        occasion = replace(
            self._occasion(draft), before=before.draft, mine=begun == self._sitting.member.id
        )
        wrong = what_is_wrong(reason, LONGEST_LINE)
        self._refuse(register, draft, occasion, (Problem("reason", wrong),) if wrong else ())
        draft = self._completed(register, replace(draft, policy=self._policy.mark()))
        with self._sitting.writing(register.part, EntryClass.REGISTER) as write:
            said = register.said(draft)
            written = write.version(register.kind, said, of, reason.strip(), entry)
        return Changed(registered_of(written, register), _CHANGED)

    def open(self, record: RecordId) -> Registered:
        """Return an entry to be read; that it was opened is written down once in a sitting."""
        register = self._register_of(record)
        entry = registered_of(self._ledger(register).newest(record), register)
        if record not in self._opened:
            length = sum(map(len, entry.draft.answers.values()))
            shown: dict[str, Json] = {"record": record, "version": entry.version, "length": length}
            name = fresh_id(self._sitting.clock.now())
            with self._sitting.writing(register.part, EntryClass.OPENED) as write:
                body = Body("opened", 1, fields=shown)
                write.enter(Act(EntryId(name), RecordId(name), EntryClass.OPENED, body))
            self._opened.add(record)
        return entry

    def versions(self, record: RecordId) -> tuple[Registered, ...]:
        """Return everything that ever stood there, oldest first."""
        register = self._register_of(record)
        entries = self._ledger(register).versions(record)
        return tuple(registered_of(entry, register) for entry in entries)

    def in_file_of(self, people: Iterable[str]) -> Iterator[tuple[RegisterName, RecordId]]:
        """Tell which entries stand in the file of a child, by all the ids the child ever had."""
        same = tuple(people)
        for name in self.readable():
            if name.value in IN_FILES:
                database = self._sitting.part(REGISTERS[name].part).database
                found = (register_entries_about(database, name, one) for one in same)
                for record in dict.fromkeys(chain.from_iterable(found)):
                    if self.versions(record)[-1].draft.people.get("child") in same:
                        yield name, record

    def listed(self, part: Compartment, record: RecordId) -> RegisterRow:
        """Return one entry as its list has it, with the names as they are now."""
        row = register_row(self._sitting.part(part).database, record)
        assert row is not None  # noqa: S101 it was found on this very list
        return self._titled(row.register)(self._named(row))

    def needs(self) -> Iterator[Need]:
        """Return what somebody has to look at again, now or within the week."""
        until = (self._sitting.clock.now().date() + SOON).isoformat()
        for part in dict.fromkeys(register.part for register in REGISTERS.values()):
            if part in self._sitting.parts:
                database = self._sitting.part(part).database
                for row in register_entries_due(database, f"{until}T24"):
                    yield from self._need(self._named(row))

    def _need(self, row: RegisterRow) -> Iterator[Need]:
        sort = REGISTERS[row.register].need
        left = [one for one in row.people if one and self._has_left(one)]
        asked = sort is NeedSort.SUBJECT_CLOCK  # by whoever has left, too
        if sort is not None and (asked or not left) and not self._is_past(row):
            yield Need(
                sort,
                what=row.cells[1],
                about=row.cells[0],
                ref=row.due[_DAY + 1 :],
                due=row.due[:_DAY],
                register=row.id,
            )

    def _is_past(self, row: RegisterRow) -> bool:
        """Tell whether a newer entry has taken the place of this one."""
        register = REGISTERS[row.register]
        if not register.newest_counts:
            return False
        database = self._sitting.part(register.part).database
        [newest] = page_of_register(database, row.register, 0, 1).rows
        return newest.id != row.id

    def _has_left(self, person: str) -> bool:
        row = self._directory.person(person)
        today = self._sitting.clock.now().date().isoformat()
        return row is not None and bool(row.draft.ends) and row.draft.ends < today

    def _named(self, row: RegisterRow) -> RegisterRow:
        named = [
            self._directory.name_of(person, cell) if person else cell
            for cell, person in zip(row.cells, row.people, strict=True)
        ]
        return replace(row, cells=tuple(named))

    def deciders(self) -> Mapping[str, tuple[Decider, ...]]:
        """Return who decides by the school's policy, for each kind of proposal."""
        profiles = self._policy.in_force().profiles
        sorts = REGISTERS[RegisterName.APPROVALS].blank("sort").choices
        return {one.code: deciders(profiles, one.code) for one in sorts}

    def titles(self) -> Mapping[str, str]:
        """Return what the school calls those a proposal can go to."""
        return titles(self._policy.in_force().profiles)

    def as_called(self, name: RegisterName) -> Register:
        """Return a register as this school speaks of it: who decides bears their title here."""
        return as_called(REGISTERS[name], self.titles())

    def _titled(self, name: RegisterName) -> Callable[[RegisterRow], RegisterRow]:
        """Return what puts the school's titles into a row: lists keep the words of the form."""
        register = REGISTERS[name]
        if WHO_DECIDES not in register.columns:
            return lambda row: row
        place, here = register.columns.index(WHO_DECIDES), self.as_called(name)
        pairs = (register.blank(WHO_DECIDES).choices, here.blank(WHO_DECIDES).choices)
        titles = {old.words: new.words for old, new in zip(*pairs, strict=True)}

        def titled(row: RegisterRow) -> RegisterRow:
            cells = list(row.cells)
            cells[place] = titles.get(cells[place], cells[place])
            return replace(row, cells=tuple(cells))

        return titled

    def _occasion(self, draft: RegisterDraft) -> Occasion:
        named: tuple[Decider, ...] = ()
        if draft.register is RegisterName.APPROVALS:
            named = self.deciders().get(draft.said("sort"), ())
        now, role = self._sitting.clock.now(), self._sitting.member.role
        return Occasion(now, role, deciders=tuple(one.code for one in named))

    def _completed(self, register: Register, draft: RegisterDraft) -> RegisterDraft:
        """Return a draft with what the school settled, where it was not said.

        Who decides comes from the policy, the day on which somebody looks again from the calendar.
        """
        told = register.completes(draft, self._calendars.in_force())
        draft = replace(draft, answers={**draft.answers, **told})
        if register.name is RegisterName.APPROVALS and not draft.said("who_decides"):
            named = self.deciders().get(draft.said("sort"), ())
            code = named[0].code if named else ""
            return replace(draft, answers={**draft.answers, "who_decides": code})
        if register.next_look is None or not register.is_open(draft):
            return draft
        name, count = register.next_look
        if draft.said(name):
            return draft
        today = self._sitting.clock.now().date()
        look = self._calendars.in_force().after(today, count, Days.SCHOOL).isoformat()
        return replace(draft, answers={**draft.answers, name: look})

    def _refuse(
        self,
        register: Register,
        draft: RegisterDraft,
        occasion: Occasion,
        more: tuple[Problem, ...] = (),
    ) -> None:
        problems = (*register.problems(draft, occasion), *more)
        if problems:
            raise DraftError(problems)
        if register.subject:
            names = [draft.said(register.subject)]
            refuse_about(self._cases, register.part, names)

    def _register_of(self, record: RecordId) -> Register:
        for part in dict.fromkeys(register.part for register in REGISTERS.values()):
            if part in self._sitting.parts:
                ledger = self._sitting.part(part).ledger
                if ledger.knows(bytes.fromhex(record)):
                    return BY_KIND[ledger.newest(record).body.kind]
        raise RecordMissingError

    def _ledger(self, register: Register) -> Ledger:
        part: Compartment = register.part
        return self._sitting.part(part).ledger
