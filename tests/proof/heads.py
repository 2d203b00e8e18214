"""Two schools with one day, in one an allegation about the Head: she can tell no difference.

Both are copies of one vault. In both the chair sits down; in one of them he records an allegation
about the Head, with whatever steps chance deals, and goes his round; in the other he only goes his
round. Then the Head sits down and asks the program for everything it answers, page by page. After
each step every file is taken down, its name, size and rights and whether it was written to.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.adult import Adult, Standing
from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort
from dsl_desk.domain.allegation_choices import LadoView, Reached
from dsl_desk.domain.duty_mark import DutyMark
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.member import Role
from dsl_desk.domain.outcome import Outcome
from dsl_desk.domain.person import PersonDraft, PersonKind, StaffKind
from dsl_desk.domain.policy.states import DutyState
from dsl_desk.domain.threshold import Answer
from dsl_desk.services.cases import Cases
from dsl_desk.services.founding import found
from dsl_desk.services.slot_files import SlotDesk
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import TrainingVault
from tests.fakes.clock import FakeClock
from tests.proof import harness
from tests.proof.heads_asked import asked
from tests.services.adults import (
    a_consultation,
    a_contact,
    a_low_level_draft,
    a_removal,
    a_step,
    an_allegation_draft,
    an_outcome,
    begin,
    do,
    four,
)
from tests.services.staffroom import ALBAN, HESTER, MAYA, Staffroom

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from pathlib import Path

    from dsl_desk.domain.allegation_step import AllegationStepDraft
    from dsl_desk.domain.entry import Act
    from dsl_desk.domain.ids import MemberId, RecordId
    from dsl_desk.domain.routing import Row
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.held_slot import HeldSlot

_RANDOM = re.compile(r"[0-9a-f]{32}|\b[0-9a-f]{16}\b|(?<=Z-)[0-9a-f]{6}|(?<=desk-)[0-9a-f]{8}")
_HEAD = HESTER.split()
_AT_ONCE = "a slot is written when somebody saves"
_BESIDE = "a file is left beside the slots"
_LET_IN = "the Head is let into the group about her"


class School:
    """One of the two, from the evening before on."""

    def __init__(self, folder: Path, before: School | None = None) -> None:
        self.folder = folder
        self.seen: list[tuple[str, object]] = []
        clock = FakeClock()
        if before is None:
            founder = a_founder()
            member = found(folder / "vault", SCHOOL, founder, clock)
            self.vault = TrainingVault(folder / "vault", member, founder.key, clock)
            self.room = Staffroom(self.vault).add_everybody()
            return
        shutil.copytree(before.vault.folder, folder / "vault")
        old = before.vault
        self.vault = TrainingVault(folder / "vault", old.member, old.key, clock)
        self.vault.keychain.kept.update(old.keychain.kept)
        self.room = Staffroom(self.vault)
        self.room.ids, self.room.keys = dict(before.room.ids), dict(before.room.keys)

    def step(self, what: str, act: Callable[[], object] = lambda: None) -> None:
        """Do something; then take down what a thief of the disk would see."""
        act()
        seen: dict[str, object] = {}
        for path in sorted(path for path in self.folder.rglob("*") if path.is_file()):
            facts = path.stat()
            name = self._named(str(path.relative_to(self.folder)))
            seen[name] = (facts.st_size, facts.st_mode, facts.st_mtime > 0)
            os.utime(path, (0, 0))
        kept = self.vault.keychain.kept.items()
        self.seen.append((what, seen))
        self.seen.append((what, sorted((self._named(name), len(value)) for name, value in kept)))

    def chair_sits_down(self, dealt: list[AllegationStepDraft] | None) -> None:
        """Let the chair go his rounds; with steps dealt, an allegation lies between them."""
        with self.room.desk(ALBAN) as desk:
            self.step("chair: round", desk.cases.rewrite_all)
            if dealt is not None:
                self._record(desk, dealt)
            self.step("chair: typing", lambda: desk.drafts.keep("note", {"words": "half of it"}))
            self.vault.clock.advance(minutes=15)
            self.step("chair: next round", desk.cases.rewrite_all)
        self.step("chair has locked")

    def head_sees(self) -> dict[str, object]:
        """Return whatever the program answers to the Head, names of chance taken out."""
        with self.room.desk(HESTER) as desk:
            self.step("head: round", desk.cases.rewrite_all)
            return {what: self._named(_said(answer)) for what, answer in asked(desk).items()}

    def _record(self, desk: Desk, dealt: list[AllegationStepDraft]) -> None:
        adult = Adult(HESTER, member=self.room.ids[HESTER], standing=Standing.HEAD)
        record = begin(desk, an_allegation_draft(adult))
        do(desk, record, *dealt)
        _mark_and_hold(desk, record)
        desk.today.read()

    def _named(self, name: str) -> str:
        for person, member in self.room.ids.items():
            name = name.replace(member, person)
        return _RANDOM.sub("*", name)


def _mark_and_hold(desk: Desk, record: RecordId) -> None:
    """Mark the first duty of the case, and put the case on hold: both lie in the slot alone."""
    asked = desk.adult_duties.of(record)[0]
    mark = DutyMark(
        record=record,
        matter=asked.asked.matter,
        act=asked.asked.act,
        recipient=asked.told.recipient,
        state=DutyState.DOES_NOT_APPLY,
        why="As the LADO says",
        words=asked.asked.words,
    )
    desk.adult_duties.mark(mark, an_entry_id(desk.sitting.clock))
    desk.sealed_disposals.hold(record, "An inquiry", an_entry_id(desk.sitting.clock))


def _said(answer: Callable[[], object]) -> str:
    try:
        return repr(answer())
    except DeskError as refusal:  # what is refused is an answer, too
        return repr(refusal)


def _deal(chance: random.Random) -> list[AllegationStepDraft]:
    """Return the steps of one allegation, as chance has them."""
    some = [
        four(chance.choice(list(Answer)), chance.choice(list(Answer))),
        a_contact(chance.choice(list(Reached))),
        a_consultation(chance.choice(list(LadoView))),
        a_step(Sort.NOTE, words="He was in the office. " * chance.randint(1, 40)),
        a_step(Sort.RESIGNATION),
        an_outcome(Outcome.FALSE),
    ]
    dealt = chance.sample(some, chance.randint(0, len(some)))
    return [*dealt, a_removal()] if an_outcome(Outcome.FALSE) in dealt else dealt


class Heads(harness.Harness):
    name: ClassVar = "heads"
    claim: ClassVar = "the Head cannot tell whether there is an allegation about her"
    asked: ClassVar = (
        "200 pairs, with and without an allegation about the Head: 0 differences in what the"
        " program answers her, in names, sizes, rights and change times of files, by step"
    )
    fast: ClassVar = 3
    control: ClassVar = 3
    full: ClassVar = 200
    faults: ClassVar[tuple[str, ...]] = (_AT_ONCE, _BESIDE, _LET_IN)

    @override
    def prepare(self) -> int:
        self.as_they_are = (Cases._save, SlotDesk.holders)
        self.evening = School(self.ground / "evening")
        with self.evening.room.desk(MAYA) as desk:
            clock = self.evening.vault.clock
            desk.concerns.record(a_concern_draft(), an_entry_id(clock))
            desk.low_level.record(a_low_level_draft(), an_entry_id(clock))
            head = PersonDraft(
                PersonKind.STAFF, forename=_HEAD[0], surname=_HEAD[1], staff_kind=StaffKind.TEACHER
            )
            desk.people.add(head, an_entry_id(clock))
        for name in (ALBAN, HESTER):
            with self.evening.room.desk(name) as desk:
                desk.cases.rewrite_all()
        _plant(self.planted)
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        dealt = _deal(chance)
        quiet = School(self.ground / "quiet" / "here", self.evening)
        busy = School(self.ground / "busy" / "here", self.evening)
        try:
            quiet.chair_sits_down(None)
            busy.chair_sits_down(dealt)
            here, there = quiet.head_sees(), busy.head_sees()
            return self._compare(quiet, busy) or self._answers(here, there)
        finally:
            shutil.rmtree(self.ground / "quiet")
            shutil.rmtree(self.ground / "busy")

    def _compare(self, quiet: School, busy: School) -> str:
        assert len(quiet.seen) == len(busy.seen)
        self.facts["steps compared"] += len(quiet.seen)
        for (what, here), (_, there) in zip(quiet.seen, busy.seen, strict=True):
            if here != there:
                return f"{what}: {here} {there}"
        return ""

    def _answers(self, here: dict[str, object], there: dict[str, object]) -> str:
        self.facts["answers compared"] += len(here)
        told = [what for what, answer in here.items() if answer != there[what]]
        return f"the Head is told otherwise: {', '.join(told)}" if told else ""

    @override
    def finish(self) -> None:
        setattr(Cases, "_save", self.as_they_are[0])  # noqa: B010 - as it was
        setattr(SlotDesk, "holders", self.as_they_are[1])  # noqa: B010 - as it was


def _plant(fault: str) -> None:
    real_save, real_holders = Cases._save, SlotDesk.holders

    def at_once(cases: Cases, slots: SlotDesk, held: HeldSlot, act: Act) -> None:
        real_save(cases, slots, held, act)
        cases.rewrite_all()

    def beside(cases: Cases, slots: SlotDesk, held: HeldSlot, act: Act) -> None:
        real_save(cases, slots, held, act)
        (slots.folder / "slots.part").write_bytes(b"")

    def let_in(slots: SlotDesk, row: Row) -> tuple[MemberId, ...]:
        head = slots.proved.assembly.posts[Role.HEAD].people()
        return tuple(dict.fromkeys((*real_holders(slots, row), *head)))

    if fault in (_AT_ONCE, _BESIDE):
        setattr(Cases, "_save", at_once if fault == _AT_ONCE else beside)  # noqa: B010 - as named
    if fault == _LET_IN:
        setattr(SlotDesk, "holders", let_in)  # noqa: B010 - the planted fault


if __name__ == "__main__":
    harness.main(Heads)
