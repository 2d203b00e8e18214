"""The way in. Read by whatever Python is there, however old; its neighbours need 3.11."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

OLDEST = (3, 11)


def main() -> int:
    """Check the Python, then hand over to the commands."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        print("DSL Desk needs Python 3.11 or newer; this is Python " + found + ".")
        print("Start the same line with a newer one, for example: python3.12 installer run")
        return 1
    # Python looks for modules in this folder now; the neighbours are called installer.something.
    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    return int(importlib.import_module("installer.commands").main(sys.argv[1:]))


if __name__ == "__main__":
    raise SystemExit(main())
