"""What `demo` can be asked: how large, by which policy, and which day it has come to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.command import a_parser
from dsl_desk.app.paths import resources
from dsl_desk.services.profiles import policies_in

if TYPE_CHECKING:
    import argparse

SIZES: Final = {"class": 0, "school": 2_000, "trust": 100_000}
_MOST: Final = 1_000_000
_PROFILE: Final = "shire"
_NOON: Final = 12
_ABOUT: Final = """\
Make a training vault: an invented school, with a term of records of every kind. It says
on every page and paper that it is one, and can never become a real vault or be brought
together with one. Prints its members and their passphrases as JSON. Copies of it lie
beside it."""


def parser() -> argparse.ArgumentParser:
    """Return what `demo` can be asked."""
    parser = a_parser("demo", _ABOUT, "demo training --size school")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")
    parser.add_argument(
        "--size",
        type=_size,
        default=0,
        metavar="SIZE",
        help="class (a term; the default), school (2,000 entries), trust (100,000), or a number: "
        "at least so many entries, up to 1,000,000",
    )
    names = [one.profile.name for one in policies_in(resources())]
    parser.add_argument(
        "--profile", choices=names, default=_PROFILE, help="the policy the school goes by"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another number, another term"
    )
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=_today(),
        metavar="DATE",
        help="the day the term has come to (2026-11-19); today, if left out",
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
    # The term ends at noon: in the morning that is still to come.
    now = datetime.now(UTC).astimezone()
    return now.date() if now.hour >= _NOON else now.date() - timedelta(days=1)
