"""One command: what it is called, what its help says, and what answers it."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PROGRAM: Final = "dsl-desk"
# What every command answers with, in its last line of help and to whoever called it.
DONE, WRONG, NOT_ASKED = 0, 1, 2
CODES: Final = (
    "Answers 0 when it is done, 1 when something is wrong with the data, 2 when it could not be "
    "asked."
)


@dataclass(frozen=True)
class Command:
    """A command of the table. `parser` makes its arguments, `run` answers the words after it."""

    name: str
    summary: str
    parser: Callable[[], argparse.ArgumentParser]
    run: Callable[[Sequence[str]], int]


def a_parser(name: str, about: str, example: str = "") -> argparse.ArgumentParser:
    """Return a parser whose help says what the command does, by example, and its answers."""
    epilog = f"{CODES}\n\nexample:\n  {PROGRAM} {example}" if example else CODES
    return argparse.ArgumentParser(
        prog=f"{PROGRAM} {name}",
        description=about,
        epilog=epilog,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
