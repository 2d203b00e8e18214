"""The training vault of this account, made when it is first asked for.

A process of its own makes it; what it says is kept beside it. `dsl-desk --demo` asks for it on a
terminal, the first page of set-up in a window.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from dsl_desk.domain.errors import DeskError
from dsl_desk.domain.training import Seat
from dsl_desk.system import folders, own_program


def training_folder() -> Path:
    """Return where the training vault of this account lies."""
    return Path(folders.default_vault()).with_name("training vault")


def training_seats() -> tuple[Seat, ...]:
    """Make it unless it is there; return its members with the passphrase of each."""
    note = training_folder().with_suffix(".json")
    if not _stands() and not _make():
        raise DeskError
    members = json.loads(note.read_bytes())["members"]
    return tuple(Seat(one["name"], one["role"], one["passphrase"]) for one in members)


def training_vault() -> str:
    """Return the folder of the training vault; nothing when it could not be made."""
    if not _stands():
        sys.stdout.write("Making the training vault; this takes a few seconds.\n")
        sys.stdout.flush()
    try:
        seats = training_seats()
    except DeskError:
        return ""  # the process that tried has said why
    sys.stdout.write("Its members, and the passphrase of each:\n")
    for seat in seats:
        sys.stdout.write(f"  {seat.name}, {seat.role}: {seat.passphrase}\n")
    sys.stdout.flush()
    return str(training_folder())


def _stands() -> bool:
    folder = training_folder()
    return folder.exists() and folder.with_suffix(".json").exists()


def _make() -> bool:
    folder = training_folder()
    for left in (folder, folder.with_name(f"{folder.name} copies")):
        shutil.rmtree(left, ignore_errors=True)  # of one that was cut short
    made = subprocess.run(  # noqa: S603 - our own program
        [*own_program.own_program(), "demo", str(folder)], stdout=subprocess.PIPE, check=False
    )
    if made.returncode == 0:
        folder.with_suffix(".json").write_bytes(made.stdout)
    return made.returncode == 0
