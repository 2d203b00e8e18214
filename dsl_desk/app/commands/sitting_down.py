"""Sitting down at a vault from a command line: who it is, their passphrase, the desk, the way out.

A passphrase is typed on the terminal, unseen, or stands in the first line of a file; never in an
argument, which is in the terminal's history, nor in a variable, which every child can read.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from dsl_desk.app.paths import resources
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.places import open_lock
from dsl_desk.services.vaults import open_desk
from dsl_desk.system import locks

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.desk import Desk


class NobodyToAskError(RuntimeError):
    """A passphrase is needed, there is no file with it, and nobody sits at a terminal."""


def ask_who(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    """Let a command be asked as a member."""
    parser.add_argument(
        "--as", dest="name", required=needed, metavar="MEMBER", help="a member's name, as it stands"
    )
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the passphrase; without it, you are asked",
    )


@contextmanager
def at_the_door(folder: Path, asked: argparse.Namespace) -> Iterator[tuple[MemberId, bytes]]:
    """Have the vault alone, with the key of the member who was named; nothing of it is open yet."""
    place = this_place()
    member = _member(folder, asked.name)
    lock = locks.take(open_lock(folder), place.clock)
    try:
        said = passphrase_of(asked.passphrase_file, asked.name)
        yield member, derive(folder, member, said, place)
    finally:
        lock.release()


@contextmanager
def sat_down(folder: Path, asked: argparse.Namespace) -> Iterator[Desk]:
    """Open the vault as the member who was named, alone, and lock it again at the end."""
    with at_the_door(folder, asked) as (member, key):
        desk = open_desk(folder, member, key, this_place(), resources() / "fonts")
        try:
            yield desk
        finally:
            desk.close()


def passphrase_of(file: Path | None, name: str) -> str:
    """Return what stands in the file, or is typed unseen."""
    if file is not None:
        return file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise NobodyToAskError
    return getpass(f"Passphrase of {name}: ")


def _member(folder: Path, name: str) -> MemberId:
    face = face_of(folder)
    if face is None:
        raise VaultMissingError
    for member in face.members:
        if member.name == name:
            return member.id
    raise MemberMissingError
