"""Locking the real program: whatever process is left afterwards holds nothing of what was shown.

Supervisor, gate and desk are the real ones; a robot unlocks with a passphrase, records and types
what nobody else in the world has written, and locks. Then the memory of every process that is left
is searched from outside for these words, in the two encodings Python and Qt use, and for the keys,
raw and in hexadecimal.
"""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.doors import DoorPlan, Lock, key_of_a_door
from dsl_desk.keys.stretching import FLOOR, Recipe, stretch
from dsl_desk.services.founding import found
from dsl_desk.system.clock import SystemClock
from tests.app.running import Running
from tests.builders import SCHOOL, a_founder
from tests.proof import harness
from tests.proof.ground import Ground, part_keys, person_of
from tests.proof.memory import family_of, search

if TYPE_CHECKING:
    import random


class Locks(harness.Harness):
    name: ClassVar = "locks"
    claim: ClassVar = "after a lock no process is left that holds a word, a passphrase or a key"
    asked: ClassVar = "200 locks, all surviving processes searched: 0 hits"
    fast: ClassVar = 2
    control: ClassVar = 1
    full: ClassVar = 200
    together: ClassVar = True

    @override
    def prepare(self) -> int:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Everything that must not be found carries this mark, which no library can hold.
        self.mark = secrets.token_hex(8)
        self.passphrase = f"{self.mark} kettle river moss"
        self._lay()
        self.running = Running(self.vault.folder, program="tests.proof.robot")
        self.desk = self._unlock(self.running.next_pair())
        return self.full

    def _lay(self) -> None:
        lock = Lock(Way.PASSPHRASE_ALONE, Recipe.fresh(FLOOR))
        stretched = stretch(self.passphrase, lock.recipe)
        key = key_of_a_door(lock.way, stretched)
        founder = replace(a_founder(), plans=(DoorPlan(lock, key),))
        folder = self.ground / "vault"
        self.vault = Ground(folder, found(folder, SCHOOL, founder, SystemClock()), founder.key)
        person = person_of(self.vault)
        keys = {"member": founder.key, "stretched": stretched, "drafts": person.drafts_key()}
        keys |= {f"part {part.value}": key for part, key in part_keys(self.vault).items()}
        secret = person.secret()
        keys |= {f"private {at}": secret[at : at + 32] for at in range(0, len(secret), 32)}
        self.needles = {
            "words": self.mark.encode(),
            "words of Qt": self.mark.encode("utf-16-le"),
        }
        for name, key in keys.items():
            self.needles[f"key {name}"] = key
            self.needles[f"key {name} in hexadecimal"] = key.hex().encode()

    def _unlock(self, pair: tuple[int, int]) -> int:
        self.running.order(pair[0], f"unlock-with {self.passphrase}")
        return self.running.wait_for("Opened", pid=pair[1]).pid

    @override
    def case(self, number: int, chance: random.Random) -> str:
        wanted = {
            "about": f"Wren {self.mark}",
            "told_by": f"Lena {self.mark}",
            "words": f"she said {self.mark} {number} " * chance.randint(1, 50),
            "typed": f"and then {self.mark} ",
        }
        self.running.order(self.desk, f"say {json.dumps(wanted)}")
        self.running.wait_for("Said", pid=self.desk)
        if self.planted:  # as if the desk were left alive
            return str(search(self.desk, self.needles) or "")
        spare = self.running.next_pair()
        self.running.order(self.desk, "lock")
        self.running.wait_for("Covered", pid=spare[0])
        self.running.wait_for("Gone", pid=self.desk)
        wrong = self._search()
        self.desk = self._unlock(spare)
        return wrong

    def _search(self) -> str:
        left = family_of(self.running.supervisor.pid)
        self.facts["processes searched"] += len(left)
        for pid in left:
            if found := search(pid, self.needles):
                return f"in a process that was left: {found}"
        return ""

    @override
    def finish(self) -> None:
        if hasattr(self, "running"):
            self.running.supervisor.terminate()
            self.running.exit_code()
            self.running.close()


if __name__ == "__main__":
    harness.main(Locks)
