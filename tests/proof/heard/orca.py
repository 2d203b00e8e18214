"""Orca, where the machine has it: listens beside a story, and leaves what it said as text.

It needs no voice: what it would say goes into its own record, and no speech server is started.
"""

from __future__ import annotations

import re
import select
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SAID: Final = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*(?:\{|$)")
_PATIENCE: Final = 40.0
_LOOK: Final = 0.05
_STILL: Final = 16  # so many looks without a new word, and it has said what it had to say


@dataclass(frozen=True)
class Ears:
    """What Orca writes down while it listens; without Orca there is nothing to wait for."""

    told: Path
    there: bool

    def said(self) -> list[str]:
        """Return what was spoken so far."""
        return said_in(self.told)

    def quiet(self, looks: int = _STILL) -> None:
        """Wait until it has come to the end of what it says."""
        until = time.monotonic() + _PATIENCE
        still, size = 0, -1
        while self.there and still < looks and time.monotonic() < until:
            select.select([], [], [], _LOOK)
            now = self.told.stat().st_size
            still, size = (still + 1 if now == size else 0), now


@contextmanager
def listening(folder: Path) -> Iterator[Ears]:
    """Let Orca listen. Without Orca nothing is heard."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "said.txt"
    told.unlink(missing_ok=True)
    orca = shutil.which("orca")
    if orca is None:
        yield Ears(told, there=False)
        return
    words = [orca, "--replace", "--disable", "braille", "--debug-file", str(told)]
    listener = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _has_begun(told)
        yield Ears(told, there=True)
    finally:
        listener.kill()  # it takes its time over a farewell that nobody hears
        listener.wait()


def _has_begun(told: Path) -> None:
    """Wait until it greets; what happens before that is heard by nobody."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and not said_in(told):
        select.select([], [], [], _LOOK)


def said_in(told: Path) -> list[str]:
    """Return what was spoken, each line once where it is said twice running."""
    try:
        text = told.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return []
    said: list[str] = []
    for line in _SAID.findall(text):
        if line.strip() and said[-1:] != [line]:
            said.append(line)
    return said
