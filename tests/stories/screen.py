"""A screen of its own, with the real program on it: three processes, a keyboard, and facts.

The screen is virtual (Xvfb, no window manager), the keyboard is X's own (xdotool). What happened is
told by the supervisor (`--tell`) or stands on the disk; nothing is waited for but such facts.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.ui.leaving.way import HOW, WHAT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
PATIENCE = 25.0  # a fact that has not come by then will not come
_LOOK = 0.02
SAVE_WINDOW = "Save this paper"
FROM_HERE = (sys.executable, "-m", "dsl_desk")


@dataclass(frozen=True)
class Fact:
    what: str
    name: str
    pid: int


class Screen:
    """One program on one screen. Everything it starts ends with it."""

    patience = PATIENCE

    def __init__(self, vault: Path, command: Sequence[str] = FROM_HERE) -> None:
        self.vault = vault
        self._command = command
        self._ended = False
        self._screen, display = virtual_screen()
        self._env = {
            **os.environ,
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_STATE_HOME": str(vault.with_name("state")),
        }
        self._facts, told = os.pipe()
        self._rest = b""
        self.seen: list[Fact] = []
        self.program = self._start("--vault", str(vault), "--tell", str(told), pass_fds=[told])
        os.close(told)

    # ---- facts

    def wait_for(self, what: str, count: int = 1) -> Fact:
        """Return the fact of this kind that was the count-th to happen."""
        until = time.monotonic() + self.patience
        while len(found := [fact for fact in self.seen if fact.what == what]) < count:
            assert self._hear(until), f"no {what}; told: {self.seen}"
        return found[count - 1]

    def wait_until(self, fact: Callable[[], object], patience: float | None = None) -> bool:
        """Wait for a fact on the disk or on the screen, and hear what is told meanwhile."""
        until = time.monotonic() + (self.patience if patience is None else patience)
        while not fact():
            if time.monotonic() > until:
                return False
            self._hear(time.monotonic() + _LOOK)
        return True

    def _hear(self, until: float) -> bool:
        if not select.select([self._facts], [], [], max(0.0, until - time.monotonic()))[0]:
            return False
        heard = os.read(self._facts, 65536)
        assert heard, f"the program has ended: {self.program.communicate()[0]!r}"
        *lines, self._rest = (self._rest + heard).split(b"\n")
        told = [json.loads(line) for line in lines]
        self.seen += [Fact(line["what"], line["name"], line["pid"]) for line in told]
        return True

    # ---- hands

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "0", *keys)

    def type(self, words: str) -> None:
        self._xdotool("type", "--delay", "1", words)

    def unlock(self, passphrase: str) -> int:
        """Type the passphrase until the desk is open; the gate's page may still be on its way."""
        before = sum(fact.what == "HandedOver" for fact in self.seen)
        opened = sum(fact.what == "Opened" for fact in self.seen)
        for _attempt in range(5):
            self.press("ctrl+a")
            self.type(passphrase)
            self.press("Return")
            if self.wait_until(lambda: self._count("HandedOver") > before, 3):
                break
        return self.wait_for("Opened", opened + 1).pid

    def save_as(self, path: Path, *way: str) -> None:
        """Go the way out of a concern by the keyboard until it asks where to, and name the file.

        It leaves without a lock, for a reason, so that a reader that is not ours can open it.
        `way` leads to the page of the concern. Keys before a page is there are heard by nobody.
        """
        until = time.monotonic() + 3 * self.patience
        while not self._is_asked_where():
            assert time.monotonic() < until, "no window to save in"
            for keys in (way[:1], way[1:], ("ctrl+e",)):  # a place, its rows, and the way out
                self.wait_until(self._is_asked_where, 1.5)
                if keys:
                    self.press(*keys)
            self.wait_until(self._is_asked_where, 2)
            self.type("Our")  # own paper file; then its name, its place, and what it is for
            self.press("Tab", "Tab", "Tab")
            self.type("The paper file in the cupboard")
            for _step in (WHAT, HOW):
                self.press("ctrl+Return")
                self.wait_until(self._is_asked_where, 1)
            # Four steps at the top, the locked card, that of an archive, the open one, its reason.
            self.press(*("Tab",) * 5, "Down", "Down", "Tab")
            self.type("It is read back and kept in the cupboard")
            for _step in range(4):
                self.press("ctrl+Return")
                if self.wait_until(self._is_asked_where, 1):
                    break
        while self._is_asked_where():  # the first Return may choose from names it offers
            assert time.monotonic() < until, "the window to save in stays"
            self._go_to(SAVE_WINDOW)
            self.press("ctrl+a")
            self.type(str(path))
            self.press("Return")
            self.wait_until(path.exists, 2)
        assert self.wait_until(path.exists), "no paper was written"
        self._go_to("DSL Desk")

    def _go_to(self, window: str) -> None:
        """Give a window the keyboard, as a window manager would."""
        self._xdotool("search", "--onlyvisible", "--name", window, "windowfocus", "--sync")

    def check(self, passphrase: str, name: str = "Maya Fernsby") -> tuple[int, str]:
        """Run `dsl-desk check`, and return its exit code and what it says."""
        words = self.vault.with_name("passphrase.txt")
        words.write_text(f"{passphrase}\n", encoding="utf-8")
        asked = [str(self.vault), "--as", name, "--passphrase-file", str(words)]
        program = self._start("check", *asked)
        said, _ = program.communicate(timeout=self.patience)
        return program.returncode, said.decode()

    # ---- ends

    def end(self) -> int:
        """End the program as the system does at a shutdown; return its exit code."""
        self.program.terminate()
        return self.program.wait(self.patience)

    def close(self) -> None:
        """End what this screen started, and nothing else."""
        if self.program.poll() is None:
            self.program.terminate()
        self.program.communicate(timeout=self.patience)
        self._screen.terminate()
        self._screen.wait(self.patience)
        os.close(self._facts)

    def _count(self, what: str) -> int:
        return sum(fact.what == what for fact in self.seen)

    def _is_asked_where(self) -> bool:
        return bool(self._xdotool("search", "--onlyvisible", "--name", SAVE_WINDOW))

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words],  # noqa: S607 - found on PATH: installer/system.py brings it
            env=self._env,
            capture_output=True,
            check=False,  # `search` answers 1 when it finds nothing
            timeout=self.patience,
        )
        return done.stdout.decode()

    def _start(self, *words: str, pass_fds: list[int] | None = None) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [*self._command, *words],
            pass_fds=pass_fds or (),
            env=self._env,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


def virtual_screen() -> tuple[subprocess.Popen[bytes], str]:
    """Start a screen of its own; return it and its number."""
    told, tells = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tells), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],  # noqa: S607 - as above
        pass_fds=[tells],
        stderr=subprocess.DEVNULL,
    )
    os.close(tells)
    with os.fdopen(told) as display:  # the whole line: it dies if nobody hears the end of it
        return screen, display.readline().strip()
