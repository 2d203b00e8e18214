"""Kills a writer in the midst of its work, again and again, and counts what was confirmed and lost.

Run as `python -m tests.services.killing FOLDER KILLS [early]`; prints one line of JSON. `early` is
the planted fault: a writer that confirms before it has saved. Everything is real but the keychain.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.ids import EntryId
from dsl_desk.domain.progress import untold
from dsl_desk.domain.ways_in import Doorstep
from dsl_desk.services.founding import found
from dsl_desk.services.vaults import open_desk
from dsl_desk.system.clock import SystemClock
from tests.builders import SCHOOL, a_concern_draft, a_founder, an_entry_id
from tests.fakes.keychain import FakeKeychain

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk

_LINE = 33
_LONGEST = 0.03  # seconds from the first confirmation to the kill
_FONTS = Path("resources/fonts")


class Nursery:
    """One vault, and one writer after the other."""

    def __init__(self, folder: Path, *, early: bool) -> None:
        self._folder = folder
        self._early = early
        self._founder = a_founder()
        self._place = Doorstep(SystemClock(), FakeKeychain())
        self._member = found(folder, SCHOOL, self._founder, self._place.clock)
        self._chance = random.Random(20261121)  # noqa: S311 when to kill is no secret
        self.confirmed: list[EntryId] = []
        self.hot = 0

    def open(self) -> Desk:
        return open_desk(self._folder, self._member, self._founder.key, self._place, _FONTS)

    def one_life(self) -> None:
        """Let a writer begin, and kill it at whatever instruction."""
        ear, mouth = os.pipe()
        writer = os.fork()
        if writer == 0:
            os.close(ear)
            self._write_until_killed(mouth)
        os.close(mouth)
        select.select([ear], [], [])
        select.select([], [], [], self._chance.uniform(0, _LONGEST))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        with os.fdopen(ear, "rb") as said:
            whole = said.read()
        self.confirmed += [
            EntryId(whole[at : at + _LINE - 1].decode())
            for at in range(0, len(whole) - _LINE + 1, _LINE)
        ]
        self.hot += self._left_hot()

    def _write_until_killed(self, mouth: int) -> None:
        desk = self.open()
        draft = a_concern_draft(words="She said that three others agreed. " * 60)
        while True:
            entry = an_entry_id(self._place.clock)
            if self._early:
                os.write(mouth, f"{entry}\n".encode())
            desk.concerns.record(draft, entry)
            if not self._early:
                os.write(mouth, f"{entry}\n".encode())

    def _left_hot(self) -> int:
        journals = self._folder.glob("parts/*-journal")
        return sum(journal.read_bytes()[:1] not in (b"", b"\0") for journal in journals)

    def lost(self) -> int:
        """Open what the last writer left; tell how many confirmed entries are not there."""
        desk = self.open()
        ledger = desk.sitting.part(Compartment.CHILDREN).ledger
        lost = sum(ledger.find(entry) is None for entry in self.confirmed)
        self.confirmed.clear()
        desk.close()
        return lost

    def whole(self) -> int:
        """Check everything; tell how many entries there are."""
        desk = self.open()
        entries = desk.vault.check(untold).entries
        desk.close()
        return entries


def main() -> None:
    folder, kills = Path(sys.argv[1]), int(sys.argv[2])
    nursery = Nursery(folder, early="early" in sys.argv[3:])
    confirmed = lost = 0
    for _ in range(kills):
        nursery.one_life()
        confirmed += len(nursery.confirmed)
        lost += nursery.lost()
    told = {"confirmed": confirmed, "lost": lost, "hot": nursery.hot, "entries": nursery.whole()}
    kept = folder / "quarantine"
    told["kept"] = len(list(kept.iterdir())) if kept.exists() else 0
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
