"""Two schools with the same days, one with a sealed case: nobody else can tell which is which."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from dsl_desk.domain.case import CaseDraft
from dsl_desk.services.cases import Cases
from dsl_desk.services.founding import found
from dsl_desk.services.waiting_acts import WaitingActs
from dsl_desk.storage.slots import SlotFile
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.conftest import TrainingVault
from tests.fakes.clock import FakeClock
from tests.services.staffroom import ALBAN, HESTER, MAYA, OWEN, Staffroom

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.ids import RecordId
    from dsl_desk.services.desk import Desk
    from dsl_desk.services.slot_files import SlotDesk

DAYS = 3
# Whom the case is about, and who receives it.
CASES = [(MAYA, HESTER), (HESTER, ALBAN), (OWEN, MAYA)]


class World:
    """One of the two schools. `about` is empty where there is no case."""

    def __init__(self, folder: Path, about: str, receives: str) -> None:
        founder = a_founder()
        clock = FakeClock()
        vault = TrainingVault(folder, found(folder, SCHOOL, founder, clock), founder.key, clock)
        self.school = Staffroom(vault).add_everybody()
        self.about, self.receives = about, receives
        self.case: RecordId | None = None
        self.copies: list[dict[str, object]] = []

    def live(self) -> None:
        for _ in range(DAYS):
            for name in (MAYA, HESTER, ALBAN, OWEN):
                with self.school.desk(name) as desk:
                    self._sit(desk, name)
            self.copies.append(self._observed())
            self.school.vault.clock.advance(days=1)

    def _sit(self, desk: Desk, name: str) -> None:
        desk.cases.rewrite_all()
        for quarter in range(2):
            if name == MAYA:
                desk.concerns.record(a_concern_draft(), an_entry_id(self.school.vault.clock))
            desk.drafts.keep("concern", {"words": "half a sentence"})
            if name == self.receives and self.about:
                self._work_on_the_case(desk, quarter)
            self.school.vault.clock.advance(minutes=15)
            desk.cases.rewrite_all()

    def _work_on_the_case(self, desk: Desk, quarter: int) -> None:
        clock = self.school.vault.clock
        if self.case is None:
            draft = CaseDraft(self.about, "Wren", "words")
            self.case = desk.cases.begin(draft, an_entry_id(clock)).answer.id
        desk.cases.write(self.case, f"more, {quarter}", an_entry_id(clock))
        desk.cases.open(self.case)

    def _observed(self) -> dict[str, object]:
        """Take a copy as a thief of the disk would: names and sizes, and how files come and go."""
        folder = self.school.vault.folder
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        names = {self.school.ids[name]: name for name in self.school.ids}
        seen: dict[str, object] = {}
        for path in files:
            name = str(path.relative_to(folder))
            for one, person in names.items():
                name = name.replace(one, person)
            seen[name] = (path.stat().st_size, path.stat().st_mode)
        return seen


def rounds_of(world: World, name: str) -> dict[str, bool]:
    """Let somebody sit for a round, and tell which slots were written, before it and by it."""
    slots = world.school.vault.folder / "slots"
    for path in slots.iterdir():
        os.utime(path, (0, 0))
    with world.school.desk(name) as desk:
        if world.case is not None and name == world.receives:
            desk.cases.write(world.case, "more", an_entry_id(world.school.vault.clock))
        wrote = {f"{path.name} before": path.stat().st_mtime > 0 for path in slots.iterdir()}
        desk.cases.rewrite_all()
    return wrote | {path.name: path.stat().st_mtime > 0 for path in slots.iterdir()}


def difference(tmp_path: Path, about: str, receives: str) -> str:
    """Live the same days in both worlds, and tell the first thing that differs on disk."""
    quiet, busy = World(tmp_path / "quiet", "", receives), World(tmp_path / "busy", about, receives)
    for world in (quiet, busy):
        world.live()
    assert busy.case is not None
    if quiet.copies != busy.copies:
        return "copies"
    for name in (MAYA, HESTER, ALBAN, OWEN):
        before, after = (rounds_of(world, name) for world in (quiet, busy))
        if before != after:
            return "rounds"
    return ""


@pytest.mark.parametrize(("about", "receives"), CASES)
def test_that_copies_from_different_days_tell_nobody_whether_there_is_a_case(
    tmp_path: Path, about: str, receives: str
) -> None:
    assert difference(tmp_path, about, receives) == ""


def test_that_a_slot_written_when_somebody_saves_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Cases._save

    def at_once(cases: Cases, slots: SlotDesk, held: object, act: object) -> None:
        real(cases, slots, held, act)  # type: ignore[arg-type]  # passed on as it came
        cases.rewrite_all()

    monkeypatch.setattr(Cases, "_save", at_once)
    assert difference(tmp_path, MAYA, HESTER) == "rounds"


def test_that_a_slot_as_long_as_what_is_in_it_would_be_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def as_it_is(slot: SlotFile, key: bytes, cells: bytes, content: bytes, **_begun: bool) -> None:
        slot.path.write_bytes(key + cells + content)

    def no_key(_slot: SlotFile, _key_in: object) -> bytes:
        return b""

    monkeypatch.setattr(SlotFile, "write", as_it_is)
    monkeypatch.setattr(SlotFile, "read", no_key)
    monkeypatch.setattr(WaitingActs, "seen", lambda *_args: 0)
    monkeypatch.setattr(WaitingActs, "moved", lambda *_args: None)
    assert difference(tmp_path, HESTER, ALBAN) == "copies"


@pytest.mark.parametrize(("about", "receives"), CASES)
def test_that_everything_the_program_answers_is_the_same_to_whom_it_is_about(
    tmp_path: Path, about: str, receives: str
) -> None:
    quiet, busy = World(tmp_path / "quiet", "", receives), World(tmp_path / "busy", about, receives)
    answers = []
    for world in (quiet, busy):
        world.live()
        with world.school.desk(about) as desk:
            answers.append(
                (
                    desk.cases.mine(),
                    desk.cases.check(),
                    desk.concerns.page(0, 50).total,
                    [view.rights for view in desk.members.everyone()],
                    desk.members.unfinished(),
                    desk.vault.check(lambda _done, _of: None),
                    len(world.school.page.roll),
                    {len(row.grants) for row in world.school.page.members},
                )
            )
    assert answers[0] == answers[1]


def test_that_slots_rewritten_without_a_case_are_new_from_the_first_byte_to_the_last(
    tmp_path: Path,
) -> None:
    world = World(tmp_path / "quiet", "", MAYA)
    slot = world.school.vault.folder / "slots" / "staff-1.slot"
    with world.school.desk() as desk:
        desk.cases.rewrite_all()
        before = slot.read_bytes()
        desk.cases.rewrite_all()
    after = slot.read_bytes()
    same = sum(a == b for a, b in zip(before, after, strict=True))
    assert same < len(after) * 0.01  # chance alone: one byte in 256
