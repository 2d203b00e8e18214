"""`dsl-desk --demo`: the training vault of this account, made when it is first asked for.

Runs in the supervisor, so a process of its own makes the vault; what it says is kept beside it.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from dsl_desk.system import folders, own_program


def training_vault() -> str:
    """Return the folder of the training vault; nothing when it could not be made."""
    folder = Path(folders.default_vault()).with_name("training vault")
    note = folder.with_suffix(".json")
    if not note.exists() or not folder.exists():
        for left in (folder, folder.with_name(f"{folder.name} copies")):
            shutil.rmtree(left, ignore_errors=True)  # of one that was cut short
        sys.stdout.write("Making the training vault; this takes a few seconds.\n")
        sys.stdout.flush()
        made = subprocess.run(  # noqa: S603 - our own program
            [*own_program.own_program(), "demo", str(folder)], stdout=subprocess.PIPE, check=False
        )
        if made.returncode:
            return ""
        note.write_bytes(made.stdout)
    sys.stdout.write("Its members, and the passphrase of each:\n")
    for member in json.loads(note.read_bytes())["members"]:
        sys.stdout.write(f"  {member['name']}, {member['role']}: {member['passphrase']}\n")
    sys.stdout.flush()
    return str(folder)
