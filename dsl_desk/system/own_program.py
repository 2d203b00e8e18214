"""The command line that starts this very program again, as another of its processes.

Imported on the way to the first window, so it needs nothing but `os` and `sys`.
"""

from __future__ import annotations

import os
import sys

# The child is isolated (-I: no PYTHON* variables, no current folder) and does not look for
# packages to set up (-S); it is told where its packages are instead.
_ISOLATED = ("-I", "-S", "-X", "utf8")
_BEGIN = (
    "import sys; sys.path += sys.argv.pop(1).split('\\n'); "
    "from dsl_desk.app.main import main; sys.exit(main())"
)


def own_program() -> list[str]:
    """Return how it begins; what follows is the word of `app/main.py` for a process."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, *_ISOLATED, "-c", _BEGIN, "\n".join(_package_folders())]


def _package_folders() -> list[str]:
    """Return where this package and its neighbours come from, once each."""
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120 - pathlib costs 6 ms before the first window
    folders = [here, *(folder for folder in sys.path if folder.endswith("-packages"))]
    return list(dict.fromkeys(folders))
