"""Loading Qt quickly: what the first window need not wait for, it does not wait for.

PySide replaces Python's own import by one that reads the source text of every module imported after
it, to look for its `__feature__` switches. This house uses none, so Python's import is put back.
And nothing of what is loaded is garbage, so nobody looks for any until the window is there.
What each brings is in docs/decisions/0005-processes.md. A later PySide that no longer replaces
`import` changes nothing here. (Mind `PySide6.QtCore.Qt`: the first use of that name costs 10 ms.)
"""

from __future__ import annotations

import builtins
import gc


def load() -> None:
    """Load QtWidgets. Call before the modules that need it are imported."""
    gc.disable()
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - loaded here and now: that is the point

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def loaded() -> None:
    """Collect garbage again, now that the window is there; what is loaded is here to stay."""
    gc.freeze()
    gc.enable()
