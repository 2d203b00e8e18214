"""Loading Qt without what only its own developers use: a third of the way to the first window.

Two things, both measured in docs/decisions/0005-processes.md and both harmless if a later PySide
no longer has them:
- PySide replaces Python's `import` by one that reads the source text of every module imported
  after it, to look for `__feature__`. We use no features, so Python's own import is put back.
- PySide loads the generator of its type stubs, with argparse, logging and tempfile, at every start.
  An empty module of that name keeps it out.
"""

from __future__ import annotations

import builtins
import sys

_STUB_GENERATOR = "shibokensupport.signature.lib.pyi_generator"


def load() -> None:
    """Load QtWidgets. Call before anything else imports PySide6."""
    if "PySide6" in sys.modules:
        return
    empty = type(sys)(_STUB_GENERATOR)
    empty.__spec__ = type(sys.__spec__)(_STUB_GENERATOR, None)
    sys.modules[_STUB_GENERATOR] = empty
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - loaded here and now: that is the point

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
