"""Copying files with their digests: written anew, flushed, and read back from the disk."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, BinaryIO, Final

from dsl_desk.domain.errors import SnapshotDamagedError
from dsl_desk.storage.manifest import FileRow
from dsl_desk.system.flushing import ANEW, ONLY_THE_OWNER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from dsl_desk.domain.progress import Progress

_PIECE: Final = 1024 * 1024


class Teller:
    """Adds up bytes, and tells how many of how many are done."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def __call__(self, count: int) -> None:
        """Count so many more bytes."""
        self._done += count
        self._progress(self._done, max(self._done, self._total))


def copy_row(name: str, source: BinaryIO, target: Path, tell: Callable[[int], None]) -> FileRow:
    """Copy a stream to a place where nothing is yet; return what was copied."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest, length = hashlib.sha256(), 0
    with os.fdopen(os.open(target, ANEW, ONLY_THE_OWNER), "wb") as copy:
        for piece in _pieces(source):
            digest.update(piece)
            copy.write(piece)
            length += len(piece)
            tell(len(piece))
        copy.flush()
        os.fsync(copy.fileno())
    return FileRow(name, digest.digest(), length)


def row_of(name: str, path: Path, tell: Callable[[int], None]) -> FileRow:
    """Return what is in a file, read from the disk where the system allows to ask for that."""
    digest, length = hashlib.sha256(), 0
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):  # forget what is still in memory of it
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        for piece in _pieces(file):
            digest.update(piece)
            length += len(piece)
            tell(len(piece))
    return FileRow(name, digest.digest(), length)


def require(row: FileRow, path: Path, tell: Callable[[int], None]) -> None:
    """Refuse a file that is not there, or not as its row says."""
    try:
        found = row_of(row.name, path, tell)
    except OSError:
        raise SnapshotDamagedError(row.name) from None
    if found != row:
        raise SnapshotDamagedError(row.name)


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(_PIECE):
        yield piece
