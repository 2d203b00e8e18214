"""An hour at the desk, in a fraction of the time; then everything it left on the disk is searched.

A case is a minute: unlock, record, show, type, print to a folder that was chosen, lock. The program
runs with a home, a temporary folder and settings of its own, and every name that any of its
processes opens for writing is taken down. Afterwards no file but the chosen copies holds a word of
it, in any dress, and nothing was written anywhere but in the vault and the program's own folders.
"""

from __future__ import annotations

import json
import os
import secrets
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from dsl_desk.domain.ways_in import Way
from dsl_desk.keys.stretching import FLOOR
from dsl_desk.services.vaults import create
from dsl_desk.system.clock import SystemClock
from tests.app.running import Running
from tests.builders import a_set_up, nowhere
from tests.proof import harness
from tests.proof.disk import built
from tests.proof.leavings import where_it_stands

if TYPE_CHECKING:
    import random

_HARMLESS = ("/dev/null", "/dev/tty", "/proc/", "/dev/dri", "/dev/nvidia")


class Hour(harness.Harness):
    name: ClassVar = "hour"
    claim: ClassVar = "an hour of use leaves nothing outside the vault but the copies asked for"
    asked: ClassVar = "one hour of use: 0 hits outside chosen copies, files only where allowed"
    fast: ClassVar = 2
    control: ClassVar = 1
    full: ClassVar = 60
    together: ClassVar = True

    @override
    def prepare(self) -> int:
        self.mark = secrets.token_hex(9)
        self.passphrase = f"{self.mark} kettle river moss"
        self.places = {name: self.ground / name for name in ("home", "tmp", "copies", "run")}
        for folder in self.places.values():
            folder.mkdir(mode=0o700)
        self.vault = self.ground / "vault"
        plan = a_set_up(passphrase=self.passphrase, way=Way.PASSPHRASE_ALONE)
        create(self.vault, plan, nowhere(SystemClock()), FLOOR)
        self.written = self.ground / "written"
        self._move_in()
        self.running = Running(self.vault, program="tests.proof.robot")
        self.desk = self._unlock(self.running.next_pair())
        return self.full

    def _move_in(self) -> None:
        """Give every process a home of its own, and take down what it opens for writing."""
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            del os.environ[name]
        os.environ |= {
            "HOME": str(self.places["home"]),
            "TMPDIR": str(self.places["tmp"]),
            "XDG_RUNTIME_DIR": str(self.places["run"]),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
            "LD_PRELOAD": str(built()),
            "PROOF_PATHS": str(self.written),
        }

    def _unlock(self, pair: tuple[int, int]) -> int:
        self.running.order(pair[0], f"unlock-with {self.passphrase}")
        return self.running.wait_for("Opened", pid=pair[1]).pid

    @override
    def case(self, number: int, chance: random.Random) -> str:
        wanted = {
            "about": f"Wren {self.mark}",
            "told_by": f"Lena {self.mark}",
            "words": f"she said {self.mark} {number} " * chance.randint(1, 200),
            "typed": f"and then {self.mark} " * chance.randint(1, 50),
        }
        self.running.order(self.desk, f"say {json.dumps(wanted)}")
        self.running.wait_for("Said", pid=self.desk)
        self.running.order(self.desk, f"print {self.places['copies']}")
        self.running.wait_for("Saved", pid=self.desk)
        if self.planted:
            (self.places["tmp"] / "qt_temp").write_bytes(b"xx" + zlib.compress(self.mark.encode()))
        spare = self.running.next_pair()
        self.running.order(self.desk, "lock")
        self.running.wait_for("Gone", pid=self.desk)
        self.desk = self._unlock(spare)
        return self._found() or self._strays()

    def _found(self) -> str:
        searched = [self.vault, *(self.places[name] for name in ("home", "tmp", "run"))]
        files = sum(len(list(folder.rglob("*"))) for folder in searched)
        self.facts["files searched"] = max(files, self.facts["files searched"])
        copies = len(list(self.places["copies"].iterdir()))
        self.facts["copies asked for"] = copies
        hits = list(where_it_stands(searched, self.mark))
        if not copies or not any(where_it_stands([self.places["copies"]], "Fernhollow")):
            return "the search finds nothing even in the copies"
        return f"found in {hits[:3]}" if hits else ""

    def _strays(self) -> str:
        """Return what was written where nothing of ours belongs."""
        allowed = (str(self.vault), str(self.places["copies"]), str(self.places["home"]))
        names = set(self.written.read_text("utf-8", "replace").splitlines())
        self.facts["names opened for writing"] = len(names)
        strays = [
            name
            for name in sorted(names)
            if not name.startswith((*allowed, *_HARMLESS)) and Path(name).is_absolute()
        ]
        return f"written at {strays[:5]}" if strays else ""

    @override
    def finish(self) -> None:
        if hasattr(self, "running"):
            self.running.supervisor.terminate()
            self.running.exit_code()
            self.running.close()


if __name__ == "__main__":
    harness.main(Hour)
