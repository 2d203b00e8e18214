"""What the policy asks of an entry of a register: how each duty stands, and marking one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.changes import Changed, Thing
from dsl_desk.domain.ids import RecordId
from dsl_desk.domain.policy.matching import asks
from dsl_desk.domain.policy.states import Moments, rows
from dsl_desk.domain.registers.all import REGISTERS
from dsl_desk.domain.registers.entry_acts import done_by_entry, moments_of_entry
from dsl_desk.domain.registers.entry_facts import facts_of_entry
from dsl_desk.services.duties import marks_on, write_mark
from dsl_desk.services.register_needs import LOOKED_AT, RegisterNeeds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from dsl_desk.domain.duty_mark import DutyMark
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.policy.mark import PolicyMark
    from dsl_desk.domain.policy.states import Clocks, DutyRow
    from dsl_desk.domain.policy.terms import Recipient
    from dsl_desk.domain.registers.register import RegisterName
    from dsl_desk.domain.today import Need
    from dsl_desk.services.duties import School
    from dsl_desk.services.registers import Registers
    from dsl_desk.services.sitting import Sitting

    Reckoning = tuple[Clocks, Mapping[str, Recipient]]

_CHANGED: Final = frozenset({Thing.DUTIES})


class RegisterDuties:
    """What can be asked about the duties of entries of registers."""

    def __init__(self, sitting: Sitting, registers: Registers, school: School) -> None:
        self._sitting = sitting
        self._registers = registers
        self._school = school
        self._needs = RegisterNeeds(sitting, registers, school)

    def of(self, record: RecordId) -> tuple[DutyRow, ...]:
        """Return every duty of an entry as it stands, each of its people apart."""
        return self._rows(record, self._reckoning())

    def policy_of(self, record: RecordId) -> PolicyMark:
        """Return under which version of the policy it was written."""
        return self._registers.versions(record)[-1].draft.policy

    def mark(self, mark: DutyMark, entry: EntryId) -> Changed[tuple[DutyRow, ...]]:
        """Say what was done about one duty for one of its people; again is a further version."""
        record = RecordId(mark.record)
        name = self._registers.versions(record)[-1].draft.register
        write_mark(self._sitting, REGISTERS[name].part, mark, entry)
        return Changed(self.of(record), _CHANGED)

    def about(self, people: Iterable[str]) -> Iterator[tuple[RegisterName, RecordId, DutyRow]]:
        """Tell every duty of the entries that stand in the file of a child, by all its ids."""
        reckoning = self._reckoning()
        for name, record in self._registers.in_file_of(people):
            if name in LOOKED_AT:
                for row in self._rows(record, reckoning):
                    yield name, record, row

    def needs(self) -> Iterator[Need]:
        """Tell of each entry somebody is overdue to be told about, or something to be done."""
        return self._needs.all()

    def _reckoning(self) -> Reckoning:
        return self._school.clocks(), self._school.posts()  # once, not for each entry

    def _rows(self, record: RecordId, reckoning: Reckoning) -> tuple[DutyRow, ...]:
        clocks, posts = reckoning
        versions = self._registers.versions(record)
        draft = versions[-1].draft
        facts = facts_of_entry(draft)
        asked = asks(self._school.policy.under(draft.policy), facts)
        if not asked:
            return ()
        part = self._sitting.part(REGISTERS[draft.register].part)
        wrote = posts.get(versions[0].author.strip().casefold())
        # What somebody marked themselves comes last, and counts.
        marks = (*done_by_entry(asked, versions, wrote), *marks_on(part, record))
        moments = Moments(self._sitting.clock.now(), moments_of_entry(versions))
        return rows(asked, facts, marks, moments, clocks)
