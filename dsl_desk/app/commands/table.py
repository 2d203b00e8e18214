"""Every command, in the order of the help, and who answers it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from dsl_desk.app import policy
from dsl_desk.app.command import CODES, DONE, NOT_ASKED, PROGRAM, Command, a_parser
from dsl_desk.app.commands.checking import CHECK
from dsl_desk.app.commands.copying import REHEARSE, RESTORE, SNAPSHOT
from dsl_desk.app.commands.leaving import EXPORT
from dsl_desk.app.commands.man import page
from dsl_desk.app.commands.reading import RECORDS
from dsl_desk.app.commands.showing import BENCH, DEMO, GALLERY, TOUR
from dsl_desk.app.commands.taking_in import IMPORT
from dsl_desk.app.version import VERSION

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

USAGE: Final = f"""\
usage: {PROGRAM} [--vault FOLDER]
       {PROGRAM} FILE.parcel [--vault FOLDER]
       {PROGRAM} --demo
       {PROGRAM} COMMAND ...
       {PROGRAM} --help | --version
"""
ABOUT: Final = """\
An offline, encrypted desk for Designated Safeguarding Leads. Without a command the app opens,
with the vault of this computer or the one that is named; --demo opens a training vault instead.
A parcel that is named, or double-clicked, waits until somebody has unlocked, and is then offered.
A command asks the same services as the windows, and what it does is written down as they do."""


def _man_parser() -> argparse.ArgumentParser:
    return a_parser("man", "Print this program's manual page.", "man | man -l -")


def _man(words: Sequence[str]) -> int:
    _man_parser().parse_args(list(words))
    sys.stdout.write(page(ABOUT, USAGE, COMMANDS))
    return DONE


COMMANDS: Final = (
    DEMO,
    CHECK,
    SNAPSHOT,
    RESTORE,
    REHEARSE,
    RECORDS,
    EXPORT,
    IMPORT,
    Command("policy", "look at a school's own policy", policy.parser, policy.policy),
    TOUR,
    GALLERY,
    BENCH,
    Command("man", "print the manual page", _man_parser, _man),
)


def answer(words: Sequence[str]) -> int:
    """Answer what was typed after the program's name."""
    if words[0] in ("--help", "-h", "help"):
        sys.stdout.write(overview())
        return DONE
    if words[0] == "--version":
        sys.stdout.write(f"DSL Desk {VERSION}\n")
        return DONE
    command = next((one for one in COMMANDS if one.name == words[0]), None)
    if command is None:
        names = ", ".join(one.name for one in COMMANDS)
        sys.stderr.write(f"{USAGE}commands: {names}\n")
        return NOT_ASKED
    return command.run(words[1:])


def overview() -> str:
    """Return what `--help` says."""
    listed = "".join(f"  {one.name:<10} {one.summary}\n" for one in COMMANDS)
    return (
        f"{USAGE}\n{ABOUT}\n\ncommands:\n{listed}\n{CODES}\n"
        f"\n{PROGRAM} COMMAND --help says more of each.\n"
    )
