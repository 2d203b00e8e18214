"""Power cuts: what had not been synced is dropped, reordered or torn, and the vault is opened.

A session of real services is written down, call by call, as it reaches the disk. Then the power is
cut at any place of it: of what was written since the last sync, any part may have reached the disk,
in any order, each write torn at any sector. Names (made, moved, taken away) reach the disk in their
own order, as on every file system with a journal of its own, up to any place after the last sync of
a folder. What was said to be saved before the cut has to stand in what is left: entries, the roll
of members, and the draft that was sealed, or a later one.

How the images are judged (tests/proof/images.py): everything that differs is opened and checked,
once. Two cuts that leave the same bytes of a part and its journal need not have it opened twice.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from sqlcipher3 import dbapi2
from typing_extensions import override

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.progress import untold
from dsl_desk.keys import header_file
from dsl_desk.keys.header_file import read_header_file
from dsl_desk.storage import database, spool
from tests.builders import a_concern_draft
from tests.proof import disk_after_a_cut, harness
from tests.proof.disk import Disk, load_before_all_else
from tests.proof.disk_after_a_cut import read_log
from tests.proof.ground import Ground, add_member, contents, new_id
from tests.proof.images import NOTHING, Bench, Told

if TYPE_CHECKING:
    import random

    from dsl_desk.services.desk import Desk
    from dsl_desk.services.sitting import Sitting

_SESSION = 5000  # images of one session, then another is recorded
_SHORT = 250
_VAULT = "/vault"
_OPEN_TO_ALL_SERVICES = 500  # every so-manyeth image is opened as a member would, and worked on
_PARTS, _DRAFTS, _NAMES = (
    "parts that are never synced",
    "drafts that are never synced",
    "a page whose name is never synced",
)


class Power(harness.Harness):
    name: ClassVar = "power"
    claim: ClassVar = "a power cut loses nothing that was said to be saved"
    asked: ClassVar = "500,000 images, 0 confirmed entries lost"
    fast: ClassVar = 2000
    control: ClassVar = 5000
    full: ClassVar = 500_000
    faults: ClassVar[tuple[str, ...]] = (_PARTS, _DRAFTS, _NAMES)
    together: ClassVar = True

    @override
    def prepare(self) -> int:
        self.disk = Disk(self.ground / "disk")
        self.session = -1
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        # A planted fault does not show in every session: what comes after may save the names too.
        session = number // (_SHORT if self.planted else _SESSION)
        if session != self.session:
            self._record(session)
        cut = chance.randrange(len(self.log.steps) + 1)
        image = self.log.cut(cut, chance)
        try:
            found = self.bench.opened(image)
        except dbapi2.DatabaseError as bug:  # tables that were never saved: only a plant does that
            if not self.planted:
                raise
            return f"cut at {cut}: {bug}"
        promised = Told.of(self.log.marks(cut))
        if not promised.created and found.refused == NOTHING:
            self.facts["before there was a vault"] += 1
            return ""
        if number % _OPEN_TO_ALL_SERVICES == 0 and not found.refused:
            found = self.bench.worked_on(image)
        wrong = promised.missing_in(found)
        if not wrong:
            self.facts["whole"] += 1
        return f"cut at {cut}: {wrong}" if wrong else ""

    def _record(self, session: int) -> None:
        """Do a session in a process of its own and read what reached the disk."""
        self.session = session
        shutil.rmtree(self.ground / "disk", ignore_errors=True)
        (self.ground / "disk").mkdir()
        log = self.ground / "log"
        log.unlink(missing_ok=True)
        told, tells = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                self.disk.log(log)
                vault = self._work(self.chance(-session))
                os.write(tells, f"{vault.member} {vault.key.hex()}\n".encode())
            finally:
                os._exit(0)
        os.close(tells)
        with os.fdopen(told) as lines:
            member, key = lines.readline().split()
        os.waitpid(child, 0)
        vault = Ground(Path(_VAULT), MemberId(member), bytes.fromhex(key))
        self.bench = Bench(self.ground / "image", vault, self.facts)
        self.log = disk_after_a_cut.Disk(read_log(log))
        self.facts["sessions"] += 1

    def _work(self, chance: random.Random) -> Ground:
        _plant(self.planted)
        ground = Ground.laid(self.ground / "disk" / _VAULT.lstrip("/"), concerns=0)
        sitting = ground.sit()
        self._promise(sitting)
        sitting.close()
        self.disk.mark("created -")
        desk = ground.unlock()
        for number in range(chance.randint(3, 8)):
            self._one_thing(desk, chance, number)
        if self.planted == _NAMES or chance.random() < 0.5:
            self._somebody_joins(desk, chance)
        desk.close()
        return ground

    def _one_thing(self, desk: Desk, chance: random.Random, number: int) -> None:
        words = f"said {number} " * chance.choice((1, 20, 400, 2000))
        concern = desk.concerns.record(a_concern_draft(words=words), new_id()).answer
        self._promise(desk.sitting)
        if chance.random() < 0.5:
            desk.concerns.open(concern.id)
            self._promise(desk.sitting)
        desk.drafts.keep("form", {"words": f"{number} {words[:100]}"})
        self.disk.mark(f"draft {number}")

    def _somebody_joins(self, desk: Desk, chance: random.Random) -> None:
        """Change the page too, and perhaps put the parts under new keys, in new files."""
        owen, _key = add_member(desk, "Owen Larkspur", Role.DEPUTY_DSL)
        self._promise(desk.sitting)
        desk.cases.rewrite_all()
        if chance.random() < 0.5:
            desk.members.take_back_key(owen, Compartment.CHILDREN, "moves on", untold)
            self._promise(desk.sitting)
            desk.concerns.record(a_concern_draft(), new_id())
            self._promise(desk.sitting)

    def _promise(self, sitting: Sitting) -> None:
        self.disk.mark(f"roll {len(read_header_file(sitting.folder).roll)}")
        for entry, digest in contents(sitting).items():
            self.disk.mark(f"entry {entry} {digest}")


def _plant(fault: str) -> None:
    if fault == _PARTS:
        database._RULES = tuple(  # type: ignore[misc, assignment] # the planted fault
            ("synchronous", "OFF", 0) if name == "synchronous" else (name, asked, answer)
            for name, asked, answer in database._RULES
        )
    if fault == _DRAFTS:
        setattr(spool, "os", _WithoutSync())  # noqa: B010 - the planted fault
    if fault == _NAMES:
        setattr(header_file, "_flush_names", lambda _folder: None)  # noqa: B010 - the planted fault


class _WithoutSync:
    """The module `os` as somebody has it who never waits for the disk."""

    def __getattr__(self, name: str) -> object:
        return (lambda _fd: None) if name == "fsync" else getattr(os, name)


if __name__ == "__main__":
    load_before_all_else("tests.proof.power")
    harness.main(Power)
