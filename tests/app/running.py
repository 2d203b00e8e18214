"""A supervisor with its children, running; a test orders, kills, and waits for facts."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from dsl_desk.storage.spool import Spool
from tests.app.stand_in import KEY

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0  # a fact that has not come by then will not come


@dataclass(frozen=True)
class Fact:
    what: str
    pid: int
    name: str
    text: str
    at: int


class Running:
    """Facts are read in the order they happened; `wait_for` skips what is not asked for."""

    def __init__(
        self,
        vault: Path,
        limits: dict[str, float] | None = None,
        program: str = "tests.app.stand_in",
    ) -> None:
        self.vault = vault
        self._program = program
        self._limits = limits or {}
        if not (vault / "spool").exists():
            Spool.prepare(vault / "spool")
            os.mkfifo(vault / "facts")
        # Read and write: so the pipe never ends, whoever comes and goes.
        self._facts = os.open(vault / "facts", os.O_RDWR)
        self._rest = b""
        self.seen: list[Fact] = []
        self._unread: list[Fact] = []
        self.supervisor = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        begin = [sys.executable, "-m", self._program, "supervise"]
        command = [*begin, json.dumps(self._limits)]
        environment = {**os.environ, "XDG_STATE_HOME": str(self.vault / "state")}
        return subprocess.Popen(
            [*command, str(self._facts), str(self.vault)],
            pass_fds=[self._facts],
            stderr=subprocess.PIPE,
            env=environment,
            cwd=ROOT,
        )

    def wait_for(self, what: str, name: str = "", pid: int = 0) -> Fact:
        """Return the first fact of this kind (of this child, if given) not yet waited for."""
        until = time.monotonic() + PATIENCE
        while True:
            for fact in self._unread:
                if fact.what == what and name in ("", fact.name) and pid in (0, fact.pid):
                    self._unread.remove(fact)
                    return fact
            self.read_more(until)

    def read_more(self, until: float) -> None:
        """Wait until at least one more fact is there."""
        ready, _, _ = select.select([self._facts], [], [], max(0, until - time.monotonic()))
        if not ready:
            told = [(fact.what, fact.name, fact.pid) for fact in self.seen]
            message = f"nothing more came; told: {told}"
            raise AssertionError(message)
        self._read()

    def settled_pair(self) -> tuple[int, int]:
        """Read on until a gate covers the screen and its desk waits; lock a desk that is open."""
        until = time.monotonic() + PATIENCE
        asked: set[int] = set()
        while (pair := self._covering_pair()) is None:
            for desk in self.alive("desk"):
                if "Opened" in self.told_of(desk) and desk not in asked:
                    asked.add(desk)
                    self.order(desk, "lock")
            self.read_more(until)
        return pair

    def _covering_pair(self) -> tuple[int, int] | None:
        order = [fact.pid for fact in self.seen if fact.what == "Started"]
        for gate in reversed(self.alive("gate")):
            desks = [desk for desk in self.alive("desk") if order.index(desk) > order.index(gate)]
            told = self.told_of(gate) | (self.told_of(desks[0]) if desks else set())
            if {"Covered", "Waiting"} <= told and not {"HandedOver", "Opened"} & told:
                return gate, desks[0]
        return None

    def next_pair(self) -> tuple[int, int]:
        """Wait until the next pair is ready, gate painted and desk waiting; return their pids."""
        gate = self.wait_for("Started", "gate").pid
        self.wait_for("Painted", pid=gate)
        desk = self.wait_for("Started", "desk").pid
        self.wait_for("Waiting", pid=desk)
        return gate, desk

    def unlock(self, pair: tuple[int, int]) -> int:
        """Unlock with this pair, and return the desk that is open then."""
        self.order(pair[0], "unlock")
        return self.wait_for("Opened", pid=pair[1]).pid

    def type(self, desk: int, text: str) -> None:
        """Type a note that is not saved."""
        self.order(desk, f"type {text}")
        self.wait_for("Typed", pid=desk)

    def drafts_of(self, desk: int) -> str:
        """Return the draft that this desk brought back."""
        return self.wait_for("Drafts", pid=desk).text

    def draft(self) -> str:
        """Return the draft that is in the spool now."""
        return Spool(self.vault / "spool", KEY).unseal().get("note", {}).get("text", "")

    def why_of(self, gate: int) -> tuple[str, dict[str, str]]:
        """Return why the screen is covered, as this gate was told, and the facts of it."""
        why, facts = json.loads(self.wait_for("Why", pid=gate).text)
        return why, facts

    def order(self, pid: int, order: str) -> None:
        """Tell a child's window what to do."""
        try:
            orders = os.open(self.vault / f"orders-{pid}", os.O_WRONLY | os.O_NONBLOCK)
        except OSError:  # nobody reads it any more: the child is gone
            return
        os.write(orders, order.encode() + b"\n")
        os.close(orders)

    def alive(self, name: str) -> list[int]:
        """Return the children of this kind that have started and are not known to be gone."""
        gone = {fact.pid for fact in self.seen if fact.what == "Gone"}
        started = [f.pid for f in self.seen if f.what == "Started" and f.name == name]
        return [pid for pid in started if pid not in gone]

    def told_of(self, pid: int) -> set[str]:
        """Return everything that is known of a child."""
        return {fact.what for fact in self.seen if fact.pid == pid}

    def exit_code(self) -> int:
        return self.supervisor.wait(PATIENCE)

    def nobody_is_left(self) -> bool:
        """Wait until every process with our vault on its command line is gone."""
        until = time.monotonic() + PATIENCE
        while left := _processes_with(str(self.vault)):
            watched = [os.pidfd_open(pid) for pid in left if Path(f"/proc/{pid}").exists()]
            poll = select.poll()
            for fd in watched:
                poll.register(fd, select.POLLIN)
            poll.poll(50)
            for fd in watched:
                os.close(fd)
            if time.monotonic() > until:
                for pid in left:  # ours, by our own vault's name: the test fails, the machine not
                    os.kill(pid, signal.SIGKILL)
                return False
        return True

    def close(self) -> None:
        """End what this very test started, and nothing else."""
        self.supervisor.kill()
        self.supervisor.communicate()
        os.close(self._facts)

    def read_for(self, seconds: float) -> None:
        """Read what comes within a moment, if anything does."""
        if select.select([self._facts], [], [], seconds)[0]:
            self._read()

    def _read(self) -> None:
        *lines, self._rest = (self._rest + os.read(self._facts, 65536)).split(b"\n")
        for line in lines:
            told = json.loads(line)
            fact = Fact(
                told["what"],
                told["pid"],
                told.get("name", ""),
                told.get("text", ""),
                told.get("at", 0),
            )
            self.seen.append(fact)
            self._unread.append(fact)


def _processes_with(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit() and int(folder.name) != os.getpid():
            try:
                words = (folder / "cmdline").read_bytes().split(b"\0")
                state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if mark.encode() in words and state != "Z":
                found.append(int(folder.name))
    return found
