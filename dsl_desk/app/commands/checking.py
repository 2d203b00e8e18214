"""`check`: prove a vault, from outside or as a member; make its lists anew where that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.command import NOT_ASKED, Command, a_parser
from dsl_desk.app.commands.answering import answered, may_be_json, progress, tell
from dsl_desk.app.commands.sitting_down import ask_who, sat_down
from dsl_desk.domain.words import label
from dsl_desk.services.outside import look_from_outside

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_ABOUT = """\
Prove a vault without a window. As a member: every entry, signature and list of every
part that member can open. Without one: everything that needs no key, which is the list
of members from its first signed line, and that every file is there."""


def _parser() -> argparse.ArgumentParser:
    parser = a_parser("check", _ABOUT, 'check vault --as "Maya Fernsby"')
    parser.add_argument("folder", type=Path, metavar="DIR", help="the vault's folder")
    ask_who(parser, needed=False)
    parser.add_argument(
        "--rebuild", action="store_true", help="first make every list anew from the ledger"
    )
    may_be_json(parser)
    return parser


def _run(words: Sequence[str]) -> int:
    parser = _parser()
    asked = parser.parse_args(list(words))
    if asked.rebuild and asked.name is None:
        parser.print_usage()
        return NOT_ASKED
    return answered(_check if asked.name is None else _check_as, asked)


def _check(asked: argparse.Namespace) -> int:
    found = look_from_outside(asked.folder)
    words = (
        f"Whole from outside: {found.members} members, {found.lines} lines of their list, "
        f"{found.files} files. What is in the files, a member's key proves: --as."
    )
    facts = {"members": found.members, "lines": found.lines, "files": found.files, "entries": None}
    return tell(asked, words, facts)


def _check_as(asked: argparse.Namespace) -> int:
    look_from_outside(asked.folder)
    if asked.rebuild:
        with sat_down(asked.folder, asked) as desk:
            desk.vault.give_up_lists()
    with sat_down(asked.folder, asked) as desk:
        desk.vault.fill_lists()
        whole = desk.vault.check(progress)
    parts = [label(part) for part in whole.parts]
    words = f"Whole: {whole.entries:,} entries in {', '.join(parts)}."
    facts = {"entries": whole.entries, "parts": [part.value for part in whole.parts]}
    return tell(asked, words, facts)


CHECK = Command("check", "prove that a vault is whole", _parser, _run)
