"""What the supervisor tells whoever asked with `--tell FD`: tests and benchmarks.

One JSON line per event: what, which child, when. No key, no record and no name passes here, since
none reaches the supervisor.
"""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING

from dsl_desk.app.wire import Beat, Covered

if TYPE_CHECKING:
    from dsl_desk.app.child import Child
    from dsl_desk.app.wire import Word


class Telling:
    """Writes to `fd`, or, without one, to nobody."""

    def __init__(self, fd: int | None) -> None:
        self._fd = fd

    def started(self, child: Child) -> None:
        """Tell that a child has been started."""
        self._write("Started", child, time.monotonic_ns())

    def said(self, child: Child, word: Word) -> None:
        """Tell what a child said; heartbeats are not worth a line."""
        if not isinstance(word, Beat):
            at = int(word.at) if isinstance(word, Covered) else time.monotonic_ns()
            self._write(type(word).__name__, child, at)

    def gone(self, child: Child) -> None:
        """Tell that a child is gone."""
        self._write("Gone", child, time.monotonic_ns())

    def _write(self, what: str, child: Child, at: int) -> None:
        if self._fd is not None:
            line = {"what": what, "name": child.name, "pid": child.pid, "at": at}
            os.write(self._fd, json.dumps(line).encode() + b"\n")
