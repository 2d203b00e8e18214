"""What the policy asks today of every entry of every register: reckoned from the lists alone.

No entry is opened and none is left out, however many there are: what entries of one policy, the
same facts and the same answers are asked is asked once, and most are dismissed by that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId, RecordId
from dsl_desk.domain.policy.facts import Facts
from dsl_desk.domain.policy.mark import NO_POLICY, PolicyMark
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import Mark, Moments, rows
from dsl_desk.domain.policy.terms import DutyAct, Recipient, Unit
from dsl_desk.domain.record import AUTHOR
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.entry_acts import done_by_letters, moments_of_events
from dsl_desk.domain.registers.register import RegisterName
from dsl_desk.domain.today import Need, NeedSort
from dsl_desk.domain.words import label
from dsl_desk.services.duties import is_late
from dsl_desk.storage.shelves.policies import how_marked
from dsl_desk.storage.shelves.registers import rows_to_reckon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from dsl_desk.domain.policy.matching import Asked, Told
    from dsl_desk.domain.policy.states import Clocks, DutyRow
    from dsl_desk.domain.registers.register import RegisterRow
    from dsl_desk.services.duties import School
    from dsl_desk.services.registers import Registers
    from dsl_desk.services.sitting import Sitting
    from dsl_desk.storage.shelves.registers import ReckonedRow

# Today has a clock of its own for these.
_CLOCKED: Final = frozenset({Recipient.ICO, Recipient.NEXT_SCHOOL})
# What a photograph asks is asked before it is published, each time: it is nobody's open work.
LOOKED_AT: Final = frozenset(RegisterName) - {RegisterName.PHOTO_CONSENT}
_NEVER_LATE: Final = frozenset({Unit.AFTER, Unit.UNSAID})


@dataclass(frozen=True)
class _Alike:
    """What is asked of every entry that says the same, and whether any of it can be late."""

    facts: Facts
    asked: tuple[Asked, ...]
    can_be_late: bool


@dataclass
class RegisterNeeds:
    """Every entry of the parts this member holds, looked at anew each time it is asked."""

    sitting: Sitting = field(repr=False)
    registers: Registers = field(repr=False)
    school: School = field(repr=False)
    _begun: dict[RecordId, tuple[datetime, str]] = field(default_factory=dict, repr=False)

    def all(self) -> Iterator[Need]:
        """Tell of each entry somebody is overdue to be told about, or something to be done."""
        round_ = _Round(self, self.school.clocks(), self.school.posts())
        looked_at = [name for name in self.registers.readable() if name in LOOKED_AT]
        for part in dict.fromkeys(REGISTERS[name].part for name in looked_at):
            database = self.sitting.part(part).database
            marks = how_marked(database)
            here = [name for name in looked_at if REGISTERS[name].part is part]
            for row in rows_to_reckon(database, here):
                late = round_.late(row, marks.get(row.record, []))
                if late:
                    yield _need(self.registers.listed(part, row.record), late)

    def begun(self, row: ReckonedRow) -> tuple[datetime, str]:
        """Return when an entry was written for the first time, and by whom. It never changes."""
        if row.version == 1:
            return datetime.fromisoformat(row.written), row.author
        if row.record not in self._begun:
            ledger = self.sitting.part(REGISTERS[row.register].part).ledger
            first = ledger.begun(bytes.fromhex(row.record))
            at = datetime.fromisoformat(first.header.written_at)
            self._begun[row.record] = (at, first.body.names[AUTHOR])
        return self._begun[row.record]


@dataclass
class _Round:
    """One look at all of them."""

    needs: RegisterNeeds
    clocks: Clocks
    posts: Mapping[str, Recipient]
    _alike: dict[tuple[RegisterName, str, str, str], _Alike] = field(default_factory=dict)

    def late(self, row: ReckonedRow, marks: list[Mark]) -> list[DutyRow]:
        """Return what is overdue of one entry."""
        alike = self._same_as(row)
        # A mark that was taken back opens again what the entry itself says was done.
        if not alike.asked or not (alike.can_be_late or marks):
            return []
        written, author = self.needs.begun(row)
        post = self.posts.get(author.strip().casefold())
        said = done_by_letters(alike.asked, (row.register, row.letters), post)
        moments = Moments(self.needs.sitting.clock.now(), moments_of_events(row.said(), written))
        found = rows(alike.asked, alike.facts, (*said, *marks), moments, self.clocks)
        return [one for one in found if is_pressing(one)]

    def _same_as(self, row: ReckonedRow) -> _Alike:
        key = (row.register, row.policy, row.facts, row.letters)
        if key not in self._alike:
            facts = Facts.of(row.facts.splitlines())
            mark = PolicyMark(EntryId(row.policy)) if row.policy else NO_POLICY
            asked = asks(self.needs.school.policy.under(mark), facts)
            done = {
                (mark.matter, mark.act, mark.recipient)
                for mark in done_by_letters(asked, (row.register, row.letters))
            }
            can = any(
                (one.matter, one.act, told.recipient) not in done and _can_be_late(one, told)
                for one in asked
                for told in one.whom
            )
            self._alike[key] = _Alike(facts, asked, can)
        return self._alike[key]


def is_pressing(row: DutyRow) -> bool:
    """Tell whether a duty of an entry is overdue, and has no clock of its own on Today."""
    return is_late(row) and row.told.recipient not in _CLOCKED


def _can_be_late(asked: Asked, told: Told) -> bool:
    clocked = told.recipient in _CLOCKED
    return asked.act is not DutyAct.KEEP_TO and not clocked and told.by.unit not in _NEVER_LATE


def _need(entry: RegisterRow, late: list[DutyRow]) -> Need:
    first, register = late[0], REGISTERS[entry.register]
    act, whom = label(first.asked.act), first.told.title
    return Need(
        NeedSort.REGISTER_DUTY,
        what=f"{act}: {whom}" if whom else act,
        about="" if register.part is Compartment.STAFF else entry.cells[0],
        ref=register.tab,
        due="" if first.due is None else first.due.date().isoformat(),
        count=len(late),
        register=entry.id,
        over=True,
    )
