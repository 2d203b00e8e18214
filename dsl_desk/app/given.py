"""A file the program was started with: noted for whoever unlocks, and who sees the note."""

from __future__ import annotations

from pathlib import Path

from dsl_desk.services.places import open_lock
from dsl_desk.system import folders
from dsl_desk.system.at_the_door import AtTheDoor


def door_of(vault: Path) -> AtTheDoor:
    """Return the notes that this account has for a vault."""
    return AtTheDoor(Path(folders.waiting()), vault)


def note(file: str, vault: str) -> None:
    """Note that a file waits. What is in it is not looked at."""
    door_of(Path(vault)).leave(Path(file))


def is_open_here(vault: str) -> bool:
    """Tell whether this account has the vault open: its window sees the note by itself."""
    from dsl_desk.system import locks  # noqa: PLC0415 - no lock screen asks

    return Path(vault).is_dir() and locks.is_held_here(open_lock(Path(vault)))
