"""Loading Qt, and taking back what PySide does to Python's `import`.

PySide replaces Python's own import by one that reads the source text of every module imported after
it, to look for its `__feature__` switches. This house uses none, so Python's import is put back:
15 ms of the way to the first window (docs/decisions/0005-processes.md). A later PySide that no
longer does this changes nothing here.
"""

from __future__ import annotations

import builtins


def load() -> None:
    """Load QtWidgets. Call before the modules that need it are imported."""
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - loaded here and now: that is the point

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
