"""The command `demo`: make a training vault, and say who its members are and how they come in."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import DONE, NOT_ASKED
from dsl_desk.app.demo.cast import MEMBERS
from dsl_desk.app.demo.term import Wanted, copies_of, made
from dsl_desk.app.paths import resources
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.keeping_errors import FolderNotEmptyError
from dsl_desk.domain.words import label
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping
    from pathlib import Path

_TOLD_EVERY: Final = 50_000


def demo(asked: argparse.Namespace) -> int:
    """Answer `dsl-desk demo DIR`."""
    folder = asked.folder.absolute()
    wanted = Wanted(folder, asked.size, asked.profile, asked.seed, asked.today)
    try:
        _refuse_what_is_there(folder)
        passphrases = _made_or_nothing(wanted)
    except DeskError as failure:
        sys.stderr.write(f"{advice_for(failure).words}\n")
        return NOT_ASKED
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. Nothing was left behind.\n")
        return NOT_ASKED
    sys.stdout.write(json.dumps(_answer(folder, passphrases), indent=2, ensure_ascii=False) + "\n")
    return DONE


def _made_or_nothing(wanted: Wanted) -> Mapping[str, str]:
    there = wanted.folder.exists()
    try:
        return made(wanted, resources(), this_place().keychain, _progress(wanted.entries))
    except BaseException:
        for folder in (wanted.folder, copies_of(wanted.folder)):
            shutil.rmtree(folder, ignore_errors=True)
        if there:
            wanted.folder.mkdir(exist_ok=True)
        raise


def _refuse_what_is_there(folder: Path) -> None:
    for place in (folder, copies_of(folder)):
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            raise FolderNotEmptyError


def _answer(folder: Path, passphrases: Mapping[str, str]) -> dict[str, object]:
    members = [
        {"name": name, "role": label(MEMBERS[name]), "passphrase": said}
        for name, said in passphrases.items()
    ]
    return {"vault": str(folder), "members": members}


def _progress(entries: int) -> Callable[[int], None]:
    """Tell how far it is: on one line where somebody watches, else now and then."""
    watched = sys.stderr.isatty()

    def told(written: int) -> None:
        if watched:
            sys.stderr.write(f"\r{written:,} of {entries:,} entries")
        elif written and not written % _TOLD_EVERY:
            sys.stderr.write(f"{written:,} of {entries:,} entries\n")

    return told
