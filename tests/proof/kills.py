"""kill -9 of the real desk, at any moment of real work, again and again.

The desk is the program's own process with its real window, over a real vault; a robot records,
prints, opens and types in it, and says over a pipe what the desk has said to be saved. It is killed
at any instant, and the vault it leaves is opened: all that was said to be saved stands there, word
for word; all of it is whole; the drafts are those that were sealed, or later ones.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import select
import time
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.app.handover import hand_over
from dsl_desk.app.launch import start_desk
from dsl_desk.domain.errors import DeskError
from dsl_desk.services.drafts import Drafts
from dsl_desk.services.places import drafts_file
from dsl_desk.storage.spool import Spool
from tests.proof import harness, robot
from tests.proof.ground import Ground, check, person_of, words_of

if TYPE_CHECKING:
    import random

    from dsl_desk.app.launch import Started

_KILLS_OF_ONE_VAULT = 20
_PATIENCE = 30.0
_LONGEST = 40  # milliseconds after the last word that is waited for


class Kills(harness.Harness):
    name: ClassVar = "kills"
    claim: ClassVar = "a desk killed at any moment loses nothing it said to be saved"
    asked: ClassVar = "2,000 kills, 0 confirmed entries lost, 0 unreadable"
    fast: ClassVar = 12
    control: ClassVar = 40
    full: ClassVar = 2000
    together: ClassVar = True

    @override
    def prepare(self) -> int:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ["XDG_STATE_HOME"] = str(self.ground / "state")
        os.environ["XDG_CONFIG_HOME"] = str(self.ground / "config")
        self.vault_number = -1
        self.rest = b""
        return self.full

    def _lay(self, number: int) -> None:
        self.vault_number = number
        folder = self.ground / f"vault-{number}"
        self.vault = Ground.laid(folder)
        self.copies = self.ground / f"copies-{number}"
        self.copies.mkdir()
        os.mkfifo(folder / "facts")
        self.facts_end = os.open(folder / "facts", os.O_RDWR | os.O_NONBLOCK)
        self.person = person_of(self.vault)
        self.promised: dict[str, str] = {}
        self.draft = 0

    @override
    def case(self, number: int, chance: random.Random) -> str:
        if self.vault_number != number // _KILLS_OF_ONE_VAULT:
            self._lay(number // _KILLS_OF_ONE_VAULT)
        self.copied: dict[str, str] = {}
        started = self._start()
        pid = started.process.pid
        try:
            self._wait_for("Drafts")
            wanted = {"seed": number, "folder": str(self.copies), "early": bool(self.planted)}
            self._order(pid, f"busy {json.dumps(wanted)}")
            for _ in range(chance.randint(1, 25)):
                self._wait_for("Saved")
            select.select([], [], [], chance.uniform(0, _LONGEST) / 1000)
        finally:
            started.process.kill()
            started.process.wait()
            started.process.reap()
            os.close(started.incoming)
            os.close(started.outgoing)
        self._hear()
        self.facts["kills"] += 1
        try:
            return self._judge()
        except DeskError as error:
            return f"unreadable: {type(error).__name__} {error.args}"

    # ---- the desk

    def _start(self) -> Started:
        key_end, ours = os.pipe()
        started = start_desk(robot.plan(self.vault.folder), key_end)
        hand_over(ours, self.vault.member, self.vault.key)
        os.close(ours)
        return started

    def _order(self, pid: int, order: str) -> None:
        orders = os.open(self.vault.folder / f"orders-{pid}", os.O_WRONLY)
        os.write(orders, order.encode() + b"\n")
        os.close(orders)

    def _wait_for(self, what: str) -> None:
        until = time.monotonic() + _PATIENCE
        while not self._hear(what):
            left = until - time.monotonic()
            assert left > 0, f"no {what} came"
            select.select([self.facts_end], [], [], left)

    def _hear(self, what: str = "") -> bool:
        """Take in what was told; True if there was a fact of this kind."""
        heard = False
        with contextlib.suppress(BlockingIOError):
            self.rest += os.read(self.facts_end, 1 << 20)
        *lines, self.rest = self.rest.split(b"\n")
        for line in lines:
            fact = json.loads(line)
            heard |= fact["what"] == what
            if fact["what"] == "Saved":
                self._promise(json.loads(fact["text"]))
        return heard

    def _promise(self, saved: dict[str, str]) -> None:
        self.facts["confirmed"] += 1
        if "entry" in saved:
            self.promised[saved["entry"]] = saved["words"]
        elif "copy" in saved:
            self.copied[saved["copy"]] = saved["sha256"]
        else:
            self.draft = max(self.draft, int(saved["draft"]))

    # ---- what is left

    def _judge(self) -> str:
        sitting = self.vault.sit()
        try:
            check(sitting)
            words = {
                entry: hashlib.sha256(text.encode()).hexdigest()
                for entry, text in words_of(sitting).items()
            }
        finally:
            sitting.close()
        lost = [entry for entry, digest in self.promised.items() if words.get(entry) != digest]
        if lost:
            return f"{len(lost)} said to be saved are not there"
        return self._judge_drafts() or self._judge_copies()

    def _judge_drafts(self) -> str:
        spool = Spool(drafts_file(self.vault.folder, self.vault.member), self.person.drafts_key())
        drafts = Drafts(spool)
        if drafts.lost:
            return "the drafts are lost"
        kept = int(drafts.brought_back().get("robot", {}).get("words", "0"))
        return "" if kept >= self.draft else f"draft {self.draft} was sealed, {kept} came back"

    def _judge_copies(self) -> str:
        for name, digest in self.copied.items():
            file = self.copies / name
            if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
                return f"the copy {name} is not as it was told"
        for file in self.copies.glob("*.pdf"):
            if not file.read_bytes().rstrip().endswith(b"%%EOF"):
                return f"{file.name} is half a copy"
        return ""


if __name__ == "__main__":
    harness.main(Kills)
