"""Orca, where the machine has it: listens beside a story, and leaves what it said as text."""

from __future__ import annotations

import re
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_SAID: Final = re.compile(r"SPEECH OUTPUT: '(.*?)'(?: \{|$)")
_MOST: Final = 60


@contextmanager
def listening(folder: Path) -> Iterator[Callable[[], list[str]]]:
    """Let Orca listen; what is yielded returns what it has said. Without Orca that is nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    told = folder / "said.txt"
    told.unlink(missing_ok=True)
    orca = shutil.which("orca")
    if orca is None:
        yield list
        return
    words = [orca, "--replace", "--disable", "braille", "--debug-file", str(told)]
    listener = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield lambda: said_in(told)
    finally:
        listener.kill()  # it takes its time over a farewell that nobody hears
        listener.wait()


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
    return said[:_MOST]
