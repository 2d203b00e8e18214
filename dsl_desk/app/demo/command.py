"""The command `demo`: make a training vault, and say who its members are and how they come in."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.demo.cast import MEMBERS
from dsl_desk.app.demo.term import Wanted, copies_of, made
from dsl_desk.app.paths import resources
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.keeping_errors import FolderNotEmptyError
from dsl_desk.domain.words import label
from dsl_desk.services.profiles import policies_in
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

DONE, NOT_ASKED = 0, 2
SIZES: Final = {"class": 0, "school": 2_000, "trust": 100_000}
_MOST: Final = 1_000_000
_TOLD_EVERY: Final = 50_000
_PROFILE: Final = "shire"


def demo(words: Sequence[str]) -> int:
    """Answer `dsl-desk demo DIR`."""
    asked = parser().parse_args(list(words))
    folder = asked.folder.absolute()
    wanted = Wanted(folder, asked.size, asked.profile, asked.seed, asked.today or _today())
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


def parser() -> argparse.ArgumentParser:
    """Return what `demo` can be asked."""
    parser = argparse.ArgumentParser(
        prog="dsl-desk demo",
        description="Make a training vault: an invented school, with a term of records of every "
        "kind. It says on every page and paper that it is one, and can never become a real vault "
        "or be brought together with one. Prints its members and their passphrases as JSON.",
        allow_abbrev=False,
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--size",
        type=_size,
        default=0,
        metavar="SIZE",
        help="class (a term; the default), school (2,000 entries), trust (100,000), or at least so "
        "many entries, up to 1,000,000",
    )
    parser.add_argument(
        "--profile", choices=_profiles(), default=_PROFILE, help="the policy it goes by"
    )
    parser.add_argument("--seed", type=int, default=1, help="another number, another term")
    parser.add_argument(
        "--today", type=_day, default=None, metavar="DATE", help="the day the term has come to"
    )
    return parser


def _size(untrusted: str) -> int:
    if untrusted in SIZES:
        return SIZES[untrusted]
    entries = int(untrusted.replace(",", "").replace("_", ""))
    if not 1 <= entries <= _MOST:
        raise ValueError
    return entries


def _today() -> date:
    return datetime.now(UTC).astimezone().date()


def _day(untrusted: str) -> date:
    return date.fromisoformat(untrusted)


def _profiles() -> tuple[str, ...]:
    return tuple(one.profile.name for one in policies_in(resources()))
