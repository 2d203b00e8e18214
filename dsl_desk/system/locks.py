"""The lock of a single opener: a file that says who has the vault open, where and since when.

The lock is the system's own and ends with the process that holds it, however it ends; a file
left behind means nothing. The note in the file is for people.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING

from dsl_desk.domain.vault_errors import VaultInUseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dsl_desk.domain.clock import Clock

_NOTE = 512  # the note is written whole and padded, so that a reader never meets half of it
_PROBE = 0.005  # how long to wait between two tries
_A_WHILE = 5.0
_PATIENCE = 0.1  # somebody who only asks for the holder has the lock for less than this


@dataclass(frozen=True)
class Holder:
    """Who has the vault open: an account, a computer, and since when (ISO 8601)."""

    who: str = field(repr=False)
    where: str = field(repr=False)
    since: str


class SingleOpener:
    """The lock while it is held. Ends with `release`, or with the process."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def release(self) -> None:
        """Let the next one in. The file stays: taking it away would race with the next opener."""
        os.close(self._fd)


def take(path: Path, clock: Clock, patience: float = _PATIENCE) -> SingleOpener:
    """Take the lock, or raise VaultInUseError with who, where and since."""
    fd = _open(path)
    if not _try_for(fd, patience):
        note = _read_note(fd)
        os.close(fd)
        raise VaultInUseError(note.who, note.where, note.since)
    note = Holder(_account(), platform.node(), clock.now().isoformat(timespec="seconds"))
    _write_note(fd, note)
    return SingleOpener(fd)


def holder(path: Path) -> Holder | None:
    """Say who holds the lock, or None. Leaves it as it was."""
    if not path.exists():
        return None
    fd = _open(path)
    try:
        if _try(fd, sharing=True):
            _let_go(fd)
            return None
        return _read_note(fd)
    finally:
        os.close(fd)


def is_held_here(path: Path) -> bool:
    """Tell whether this account of this computer holds the lock, in another of its processes."""
    found = holder(path)
    return found is not None and (found.who, found.where) == (_account(), platform.node())


@contextmanager
def in_turn(path: Path, patience: float = _A_WHILE) -> Iterator[None]:
    """Do something short that two programs must not do at once; TimeoutError if it is never ours.

    A lock screen and a desk may write the same file: neither waits long for the other.
    """
    fd = _open(path)
    try:
        if not _try_for(fd, patience):
            raise TimeoutError
        yield
    finally:
        os.close(fd)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)


def _try_for(fd: int, patience: float) -> bool:
    pause = Event()
    for _ in range(max(1, round(patience / _PROBE))):
        if _try(fd, sharing=False):
            return True
        pause.wait(_PROBE)
    return False


def _write_note(fd: int, note: Holder) -> None:
    body = json.dumps({"who": note.who, "where": note.where, "since": note.since}).encode()
    if len(body) > _NOTE:  # a very long account or computer name
        body = json.dumps({"who": "", "where": "", "since": note.since}).encode()
    os.lseek(fd, 0, os.SEEK_SET)
    os.write(fd, body.ljust(_NOTE))


def _read_note(fd: int) -> Holder:
    os.lseek(fd, 0, os.SEEK_SET)
    try:
        untrusted_note = json.loads(os.read(fd, _NOTE) or b"{}")
    except ValueError:
        untrusted_note = {}
    if not isinstance(untrusted_note, dict):
        untrusted_note = {}
    who, where, since = (str(untrusted_note.get(fact, "")) for fact in ("who", "where", "since"))
    return Holder(who, where, since)


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # an account without a name
        return ""


if sys.platform == "win32":
    import msvcrt

    # Windows refuses to let others read a locked byte, so the one we lock is far behind the note.
    _LOCKED_BYTE = 1 << 30

    def _try(fd: int, *, sharing: bool) -> bool:  # noqa: ARG001 - Windows has one kind here
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _let_go(fd: int) -> None:
        os.lseek(fd, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _try(fd: int, *, sharing: bool) -> bool:
        try:
            fcntl.flock(fd, (fcntl.LOCK_SH if sharing else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _let_go(fd: int) -> None:
        fcntl.flock(fd, fcntl.LOCK_UN)
