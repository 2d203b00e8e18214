"""`python3 installer build linux | windows | macos`: the front door of the builds."""

from __future__ import annotations

import argparse
import sys

from installer.build import linux_build
from installer.steps import StopError, say


def main(words: list[str]) -> int:
    """Build what was asked for."""
    reader = argparse.ArgumentParser(prog="python3 installer build")
    reader.add_argument("system", choices=("linux",))
    reader.add_argument("--twice", action="store_true", help="build again and compare the bytes")
    asked = reader.parse_args(words)
    try:
        linux_build.build(twice=asked.twice)
    except StopError as trouble:
        say(str(trouble))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
