"""Two schools with the same days, one with a sealed case: nobody else can tell which is which.

In both the same people sit down, record, type, copy the vault to a stick and lock, at the same
times. In one of them somebody is given a case, and writes in it and opens it, just before something
is typed in a form: both lie in the same file of drafts. After every step a thief of the disk takes
down every file of vault and stick, its name, size and rights and whether it was written to, and
every value of the keychain; at the end everybody who does not hold the case asks the program
whatever it answers. No difference may be found.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.case import CaseDraft
from dsl_desk.domain.errors import NotEntitledError
from dsl_desk.services.cases import Cases
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import _write_unlock
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import TrainingVault
from tests.fakes.clock import FakeClock
from tests.proof import harness
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.ids import EntryId, RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.held_slot import HeldSlot
    from dsl_desk.services.slot_files import SlotDesk

_PEOPLE = (MAYA, HESTER, ALBAN, OWEN)
# Whom the case is about, and who receives it.
_CASES = ((MAYA, HESTER), (HESTER, ALBAN), (OWEN, MAYA))
_RANDOM = re.compile(r"[0-9a-f]{32}|\b[0-9a-f]{16}\b|(?<=Z-)[0-9a-f]{6}|(?<=desk-)[0-9a-f]{8}")
_AT_ONCE = "a slot is written when somebody saves"
_IN_A_PART = "a case is counted in a part"
_SPARING = "a slot is written only where something waits"


class School:
    """One of the two. Without a case, whoever would have one only looks whether there is any."""

    def __init__(self, folder: Path, plan: Plan, *, busy: bool) -> None:
        founder, clock = a_founder(), FakeClock()
        self.vault = TrainingVault(
            folder / "vault", found(folder / "vault", SCHOOL, founder, clock), founder.key, clock
        )
        self.stick = folder / "stick"
        self.room = Staffroom(self.vault).add_everybody()
        self.plan = plan
        self.busy = busy
        self.case: RecordId | None = None
        self.seen: list[tuple[str, object]] = []

    def live(self) -> None:
        """Let the days go by."""
        for day, sittings in enumerate(self.plan.days):
            for name, quarters in sittings:
                self._step(f"day {day}, {name} unlocks", lambda: None)
                with self.room.desk(name) as desk:
                    for quarter in range(quarters):
                        self._quarter(desk, name, f"day {day}, {name}, quarter {quarter}")
                self._step(f"day {day}, {name} has locked", lambda: None)
            self.vault.clock.advance(days=1)

    def _quarter(self, desk: Desk, name: str, when: str) -> None:
        self._step(f"{when}: round", desk.cases.rewrite_all)
        if name == MAYA:
            draft = a_concern_draft()
            self._step(when, lambda: desk.concerns.record(draft, an_entry_id(self.vault.clock)))
        if self.busy and name == self.plan.receives:
            self._work_on_the_case(desk)
        self._step(when, lambda: desk.drafts.keep("concern", {"words": "half a sentence"}))
        if name == MAYA:
            self._step(f"{when}: copy", lambda: desk.snapshots.take(self.stick))
        self.vault.clock.advance(minutes=15)
        self._step(f"{when}: next round", desk.cases.rewrite_all)

    def _work_on_the_case(self, desk: Desk) -> None:
        clock = self.vault.clock
        if self.case is None:
            draft = CaseDraft(self.plan.about, "Wren", "said that")
            self.case = desk.cases.begin(draft, an_entry_id(clock)).answer.id
        for note in range(self.plan.notes):
            desk.cases.write(self.case, f"more, {note} " * 5, an_entry_id(clock))
        desk.cases.open(self.case)

    def _step(self, what: str, act: Callable[[], object]) -> None:
        """Do something; then take down what a thief of the disk, or of the account, would see."""
        act()
        self.seen.append((what, self._files()))
        self.seen.append((what, self._keychain()))

    def _files(self) -> dict[str, object]:
        folder = self.vault.folder.parent
        seen: dict[str, object] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            facts = path.stat()
            name = self._named(str(path.relative_to(folder)))
            seen[name] = (facts.st_size, facts.st_mode, facts.st_mtime > 0)
            os.utime(path, (0, 0))
        return seen

    def _keychain(self) -> list[tuple[str, int]]:
        kept = self.vault.keychain.kept
        return sorted((self._named(name), len(value)) for name, value in kept.items())

    def _named(self, name: str) -> str:
        """Return a name with what chance has put in it taken out, but for who is who."""
        for person, member in self.room.ids.items():
            name = name.replace(member, person)
        return _RANDOM.sub("*", name)

    def asked_by(self, name: str) -> dict[str, object]:
        """Return whatever the program answers to somebody."""
        with self.room.desk(name) as desk:
            page = self.room.page
            return {
                "cases": desk.cases.mine(),
                "entries of cases": desk.cases.check(),
                "list": _list(desk),
                "counts": desk.vault.counts(),
                "whole": desk.vault.check(lambda _done, _of: None),
                "tail": [(line.kind, line.entry_class, line.did) for line in desk.vault.tail(500)],
                "rights": [view.rights for view in desk.members.everyone()],
                "posts": len(desk.members.posts()),
                "unfinished": desk.members.unfinished(),
                "drafts": desk.drafts.brought_back(),
                "noticed": len(desk.vault.noticed()),
                "roll": len(page.roll),
                "grants": [len(row.grants) for row in page.members],
            }


def _list(desk: Desk) -> list[str]:
    try:
        return [row.ref for row in desk.concerns.page(0, 99).rows]
    except NotEntitledError:
        return []


class Plan:
    """The days both schools live, made by chance."""

    def __init__(self, pair: tuple[str, str], chance: random.Random) -> None:
        self.about, self.receives = pair
        self.notes = chance.randint(0, 3)
        self.days = [
            [(name, chance.randint(1, 2)) for name in chance.sample(_PEOPLE, len(_PEOPLE))]
            for _ in range(chance.randint(1, 3))
        ]


class Schools(harness.Harness):
    name: ClassVar = "schools"
    claim: ClassVar = "nobody not entitled can tell whether there is a sealed case"
    asked: ClassVar = (
        "two copies of all files from different days, with and without a case: 0 differences in"
        " names, sizes, counts and change times by round, in no member's answers"
    )
    fast: ClassVar = 3
    control: ClassVar = 6
    full: ClassVar = 60
    together: ClassVar = True
    faults: ClassVar[tuple[str, ...]] = (_AT_ONCE, _IN_A_PART, _SPARING)

    @override
    def prepare(self) -> int:
        self.as_they_are = (Cases._save, Cases._round)
        _plant(self.planted)
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        plan = Plan(_CASES[number % len(_CASES)], chance)
        folder = self.ground / "schools"
        quiet = School(folder / "quiet", plan, busy=False)
        busy = School(folder / "busy", plan, busy=True)
        try:
            quiet.live()
            busy.live()
            return self._compare(quiet, busy)
        finally:
            shutil.rmtree(folder)

    def _compare(self, quiet: School, busy: School) -> str:
        self.facts["steps compared"] += len(quiet.seen)
        assert busy.case is not None
        assert len(quiet.seen) == len(busy.seen)
        for (what, here), (_, there) in zip(quiet.seen, busy.seen, strict=True):
            if here != there:
                return f"{what}: {_difference(here, there)}"
        holds = {busy.plan.receives, *_who_holds(busy), *_who_holds(quiet)}  # both unlock for it
        for name in (name for name in _PEOPLE if name not in holds):
            here_too, there_too = quiet.asked_by(name), busy.asked_by(name)
            self.facts["answers compared"] += len(here_too)
            for what, answer in here_too.items():
                if answer != there_too[what]:
                    return f"{name} is told otherwise: {what}"
        return ""

    @override
    def finish(self) -> None:
        setattr(Cases, "_save", self.as_they_are[0])  # noqa: B010 - as it was
        setattr(Cases, "_round", self.as_they_are[1])  # noqa: B010 - as it was


def _who_holds(school: School) -> tuple[str, ...]:
    """Return everybody in the group that the case went to."""
    with school.room.desk(school.plan.receives) as desk:
        slots = desk.cases._slots()
        held = {member for view in desk.cases.mine() for member in slots.holders(view.row)}
    return tuple(name for name, member in school.room.ids.items() if member in held)


def _difference(here: object, there: object) -> str:
    if isinstance(here, dict) and isinstance(there, dict):
        names = [name for name in {*here, *there} if here.get(name) != there.get(name)]
        return ", ".join(f"{name} {here.get(name)} {there.get(name)}" for name in sorted(names)[:3])
    return f"{here} {there}"


def _plant(fault: str) -> None:
    real_save, real_round = Cases._save, Cases._round

    def at_once(cases: Cases, slots: SlotDesk, held: HeldSlot, act: Act) -> None:
        real_save(cases, slots, held, act)
        cases.rewrite_all()

    def in_a_part(cases: Cases, slots: SlotDesk, held: HeldSlot, act: Act) -> None:
        real_save(cases, slots, held, act)
        _write_unlock(cases.sitting)

    def sparing(
        cases: Cases, slots: SlotDesk, held: HeldSlot, more: tuple[Act, ...] = ()
    ) -> set[EntryId]:
        return real_round(cases, slots, held, more) if held.waiting else set()

    if fault in (_AT_ONCE, _IN_A_PART):
        setattr(Cases, "_save", at_once if fault == _AT_ONCE else in_a_part)  # noqa: B010 - as named
    if fault == _SPARING:
        setattr(Cases, "_round", sparing)  # noqa: B010 - the planted fault


if __name__ == "__main__":
    harness.main(Schools)
