"""Files opened with a double click: where they lie, until somebody who unlocked has seen them.

Only the way to the file is noted, in the account's own folder, never what is in it: nothing of it
is read before somebody has unlocked. A note goes when the file was taken in or put aside.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

_ENDING = ".json"
_LENGTH = 32
_MOST = 50  # double clicks, not a folder of them


@dataclass(frozen=True)
class AtTheDoor:
    """The notes of one vault, in a folder of the account."""

    folder: Path
    vault: Path

    def leave(self, file: Path) -> None:
        """Note that a file waits. The same file twice is one note."""
        note = {"vault": os.path.abspath(self.vault), "file": os.path.abspath(file)}  # noqa: PTH100 - links stay as they were named
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        place = self._note_of(Path(note["file"]))
        part = place.with_suffix(".part")
        part.touch(0o600)
        part.write_text(json.dumps(note), "utf-8")
        part.replace(place)

    def waiting(self) -> tuple[Path, ...]:
        """Return the files that wait for this vault, whichever came first before others."""
        try:
            notes = sorted(self.folder.glob(f"*{_ENDING}"), key=_since)[:_MOST]
        except OSError:
            return ()
        told = (_read(note) for note in notes)
        here = os.path.abspath(self.vault)  # noqa: PTH100 - as above
        return tuple(Path(file) for vault, file in told if file and vault == here)

    def settle(self, file: Path) -> None:
        """Forget the note: the file was taken in, or is put aside. The file itself stays."""
        self._note_of(file).unlink(missing_ok=True)

    def _note_of(self, file: Path) -> Path:
        import hashlib  # noqa: PLC0415 - the lock screen only looks whether one waits

        named = f"{os.path.abspath(self.vault)}\0{file}"  # noqa: PTH100 - as above
        digest = hashlib.sha256(named.encode(errors="surrogateescape")).hexdigest()
        return self.folder / f"{digest[:_LENGTH]}{_ENDING}"


def _since(note: Path) -> tuple[int, str]:
    try:
        return note.stat().st_mtime_ns, note.name
    except FileNotFoundError:  # settled a moment ago
        return 0, note.name


def _read(note: Path) -> tuple[str, str]:
    try:
        untrusted = json.loads(note.read_text("utf-8"))
    except (OSError, ValueError):
        return "", ""
    if not isinstance(untrusted, dict):
        return "", ""
    return str(untrusted.get("vault", "")), str(untrusted.get("file", ""))
