"""The command `check`: prove every entry of a vault, without a window.

Answers 0 when everything is whole, 1 when something is damaged, 2 when it could not be asked.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from dsl_desk.app.paths import resources
from dsl_desk.app.wiring import this_place
from dsl_desk.domain.errors import DamageError, DeskError
from dsl_desk.domain.member_errors import MemberMissingError
from dsl_desk.domain.vault_errors import VaultMissingError
from dsl_desk.domain.words import label
from dsl_desk.services.doorstep import derive
from dsl_desk.services.faces import face_of
from dsl_desk.services.vaults import open_desk
from dsl_desk.ui.errors.sentences import advice_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.services.vault import Whole

WHOLE: Final = 0
DAMAGED: Final = 1
NOT_ASKED: Final = 2


def check(words: Sequence[str]) -> int:
    """Answer `dsl-desk check --vault DIR --as NAME --passphrase-file FILE`."""
    asked = _read(words)
    try:
        passphrase = _first_line(asked.passphrase_file)
        whole = _check(asked.vault, asked.name, passphrase)
    except DamageError as damage:
        sys.stderr.write(f"{advice_for(damage).words}\n")
        return DAMAGED
    except DeskError as failure:
        sys.stderr.write(f"{advice_for(failure).words}\n")
        return NOT_ASKED
    except (OSError, UnicodeDecodeError):
        sys.stderr.write("The passphrase file cannot be read. Check its name and try again.\n")
        return NOT_ASKED
    parts = ", ".join(label(part) for part in whole.parts)
    sys.stdout.write(f"Whole: {whole.entries:,} entries in {parts}.\n")
    return WHOLE


def _read(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dsl-desk check", allow_abbrev=False)
    parser.add_argument("--vault", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--as", dest="name", required=True, metavar="NAME")
    parser.add_argument("--passphrase-file", type=Path, required=True, metavar="FILE")
    return parser.parse_args(list(words))


def _first_line(file: Path) -> str:
    # A file, never an argument: what is typed on a command line is in its history.
    return file.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")


def _check(vault: Path, name: str, passphrase: str) -> Whole:
    member = _member(vault, name)
    place = this_place()
    key = derive(vault, member, passphrase, place)
    desk = open_desk(vault, member, key, place, resources() / "fonts")
    try:
        return desk.vault.check(_tell)
    finally:
        desk.close()


def _member(vault: Path, name: str) -> MemberId:
    face = face_of(vault)
    if face is None:
        raise VaultMissingError
    for member in face.members:
        if member.name == name:
            return member.id
    raise MemberMissingError


def _tell(checked: int, total: int) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{checked:,} of {total:,} entries")
