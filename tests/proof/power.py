"""Power cuts: what had not been synced is dropped, reordered or torn, and the vault is opened.

A session of real services is written down, call by call, as it reaches the disk. Then the power is
cut at any place of it: of what was written since the last sync, any part may have reached the disk,
in any order, each write torn at any sector. Names (made, moved, taken away) reach the disk in their
own order, as on every file system with a journal of its own, up to any place after the last sync of
a folder. What was said to be saved before the cut has to stand in what is left.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.ids import MemberId
from dsl_desk.services.places import stands
from dsl_desk.storage import database
from tests.builders import a_concern_draft
from tests.proof import harness
from tests.proof.disk import Disk, load_before_all_else
from tests.proof.disk_after_a_cut import Step, after_a_cut, read_log, steps_up_to
from tests.proof.ground import Ground, check, contents, new_id

if TYPE_CHECKING:
    import random

    from dsl_desk.services.sitting import Sitting

_SESSION = 20_000  # images of one session, then another is recorded
_VAULT = "/vault"
_OPEN_TO_ALL_SERVICES = 200  # every so-manyeth new image is opened as a member would


class Power(harness.Harness):
    name: ClassVar = "power"
    claim: ClassVar = "a power cut loses nothing that was said to be saved"
    asked: ClassVar = "500,000 images, 0 confirmed entries lost"
    fast: ClassVar = 800
    control: ClassVar = 3000
    full: ClassVar = 500_000

    @override
    def prepare(self) -> int:
        self.disk = Disk(self.ground / "disk")
        self.session = -1
        self.verdicts: dict[str, dict[str, str] | str] = {}
        return self.full

    @override
    def case(self, number: int, chance: random.Random) -> str:
        if number // _SESSION != self.session:
            self._record(number // _SESSION)
        cut = chance.randrange(len(self.steps) + 1)
        image, names = after_a_cut(self.steps[:cut], chance)
        promised = self._promised(cut)
        found = self._opened(image, names)
        if isinstance(found, str):
            created = "created" in promised
            return f"cut at {cut}: {found}" if created or found != "no vault stands here" else ""
        for entry, digest in promised.items():
            if entry != "created" and found.get(entry) != digest:
                return f"cut at {cut}: {entry} was said to be saved and is not there"
        self.facts["whole"] += 1
        return ""

    def _promised(self, cut: int) -> dict[str, str]:
        marks = (step.octets.decode().split() for step in steps_up_to(self.steps, cut))
        return dict(marks)

    # ---- what is left, opened

    def _opened(self, image: dict[str, bytes], names: frozenset[str]) -> dict[str, str] | str:
        mark = hashlib.sha256(repr(sorted(names)).encode())
        for path in sorted(image):
            mark.update(path.encode() + b"\0" + hashlib.sha256(image[path]).digest())
        key = mark.hexdigest()
        if key not in self.verdicts:
            self.facts["different images"] += 1
            self.verdicts[key] = self._judge(image, names)
        return self.verdicts[key]

    def _judge(self, image: dict[str, bytes], names: frozenset[str]) -> dict[str, str] | str:
        folder = self.ground / "image"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in sorted(names):
            (folder / name.lstrip("/")).mkdir()
        for path, octets in image.items():
            (folder / path.lstrip("/")).write_bytes(octets)
        return self._verdict(self.vault.at(folder / _VAULT.lstrip("/")))

    def _verdict(self, vault: Ground) -> dict[str, str] | str:
        try:
            if not stands(vault.folder):
                return "no vault stands here"
            vault = replace(vault, member=self.vault.member)
            sitting = vault.sit()
            check(sitting)
            found = contents(sitting)
            sitting.close()
            if self.facts["different images"] % _OPEN_TO_ALL_SERVICES == 0:
                self.facts["opened by every service"] += 1
                _work_on(vault)
        except DeskError as error:
            return f"does not open: {type(error).__name__} {error.args}"
        return found

    # ---- the session

    def _record(self, session: int) -> None:
        """Do a session in a process of its own and read what reached the disk."""
        self.session = session
        self.verdicts.clear()
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
        self.vault = Ground(Path(_VAULT), MemberId(member), bytes.fromhex(key))
        self.steps: list[Step] = read_log(log)
        self.facts["sessions"] += 1

    def _work(self, chance: random.Random) -> Ground:
        if self.planted:
            _trust_the_disk_blindly()
        ground = Ground.laid(self.ground / "disk" / _VAULT.lstrip("/"), concerns=0)
        self._promise(ground)
        self.disk.mark("created -")
        desk = ground.unlock()
        for number in range(chance.randint(3, 8)):
            words = f"said {number} " * chance.choice((1, 20, 400, 2000))
            concern = desk.concerns.record(a_concern_draft(words=words), new_id()).answer
            self._promise_of(desk.sitting)
            if chance.random() < 0.5:
                desk.concerns.open(concern.id)
                self._promise_of(desk.sitting)
            desk.drafts.keep("form", {"words": words[:100]})
        desk.close()
        return ground

    def _promise(self, ground: Ground) -> None:
        sitting = ground.sit()
        self._promise_of(sitting)
        sitting.close()

    def _promise_of(self, sitting: Sitting) -> None:
        for entry, digest in contents(sitting).items():
            self.disk.mark(f"{entry} {digest}")


def _work_on(vault: Ground) -> None:
    """Open what a cut left as its member would, write, and open it again."""
    desk = vault.unlock()
    desk.concerns.record(a_concern_draft(), new_id())
    desk.vault.check(lambda _done, _of: None)
    desk.close()
    vault.unlock().close()


def _trust_the_disk_blindly() -> None:
    """Plant the fault: never sync a part."""
    database._RULES = tuple(  # type: ignore[misc, assignment] # the planted fault
        ("synchronous", "OFF", 0) if name == "synchronous" else (name, asked, answer)
        for name, asked, answer in database._RULES
    )


if __name__ == "__main__":
    load_before_all_else("tests.proof.power")
    harness.main(Power)
