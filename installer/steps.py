"""One step at a time: says what it does and how long it took, and the way out when it fails."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
MOST_SHOWN = 3000


class StopError(Exception):
    """A step that could not be done. Its words are shown as they are, without a traceback."""


def say(words: str) -> None:
    """Print at once: what runs next writes to the same terminal."""
    print(words, flush=True)


def step(title: str, command: Sequence[str | Path], way_out: str) -> None:
    """Run quietly, showing the title and the seconds; what it printed is shown only if it fails."""
    print(f"  {title} ...", end="", flush=True)
    begun = time.monotonic()
    try:
        subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as trouble:
        printed = [getattr(trouble, "stdout", b""), getattr(trouble, "stderr", b"")]
        say(" failed\n" + b"".join(printed).decode(errors="replace")[-MOST_SHOWN:])
        message = f"This step failed: {title} ({trouble.__class__.__name__}). {way_out}"
        raise StopError(message) from trouble
    say(f" {time.monotonic() - begun:.1f} s")
