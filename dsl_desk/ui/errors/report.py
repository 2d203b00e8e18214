"""What a bug may tell about itself: kinds and places in our code. No values, no names.

An exception's own message is left out on purpose: a UnicodeDecodeError carries the whole text it
stumbled over, and that text may be a child's.
"""

from __future__ import annotations

import hashlib
import platform
import traceback
from dataclasses import dataclass
from pathlib import Path

_LENGTH = 4


@dataclass(frozen=True)
class BugReport:
    """A short code that is the same for the same bug, and the places it came through."""

    code: str
    text: str


def report_on(error: BaseException, version: str) -> BugReport:
    """Write the report on one bug."""
    steps: list[str] = []
    at: BaseException | None = error
    while at is not None:
        steps.append(type(at).__qualname__)
        steps += [
            f"  {Path(frame.f_code.co_filename).name}:{line} {frame.f_code.co_name}"
            for frame, line in traceback.walk_tb(at.__traceback__)
        ]
        at = at.__cause__
    digest = hashlib.sha256("\n".join(steps).encode()).hexdigest().upper()
    code = f"{digest[:_LENGTH]}-{digest[_LENGTH : 2 * _LENGTH]}"
    about = f"DSL Desk {version}, Python {platform.python_version()}, {platform.system()}"
    return BugReport(code, "\n".join([f"Code {code}", about, *steps]))
