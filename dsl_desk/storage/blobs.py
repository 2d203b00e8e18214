"""Evidence on disk: one encrypted file for each item, under a random name, with a key of its own.

The rules are:
- the key is random and stands in the entry's body only: whoever disposes of the body has
  disposed of the file, wherever copies of it lie;
- the content goes through AES-256-GCM in chunks of 64 KiB. The nonce of a chunk is a random
  prefix, its number and whether it is the last (the STREAM construction); the file's name is bound
  in. A chunk moved, repeated, left out or taken from another file does not open;
- a file is written aside, flushed and put in place before anything refers to it;
- only somebody who can read the ledger knows which files are referred to, so only they sweep.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final

from dsl_desk.domain.disk import disk_told_as_facts, what_the_disk_did
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.progress import untold
from dsl_desk.storage.chunks import CHUNK, HEAD, SEALED, ChunkError, Opener, Sealer, chunks_of
from dsl_desk.system.flushing import flush_names

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from dsl_desk.domain.progress import Progress

ENDING: Final = ".blob"
_ASIDE: Final = ".new"
_KEY_LENGTH: Final = 32
_NAME_LENGTH: Final = 16
_ONLY_THE_OWNER: Final = 0o600
_ANEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_OURS: Final = re.compile(r"[0-9a-f]{32}\.blob(\.new)?")


@dataclass(frozen=True)
class BlobKey:
    """What an entry has to know of a file of evidence, to find it, open it and prove it."""

    name: str
    key: bytes = field(repr=False)
    sha256: bytes = field(repr=False)
    length: int


def not_known(_sha256: bytes) -> BlobKey | None:
    """Be the lookup of somebody who keeps no second copies apart."""
    return None


class BlobStore:
    """The evidence of one compartment, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: set[str] = set()  # put in this life, perhaps not yet named by an entry

    def path(self, name: str) -> Path:
        """Return where a file of evidence lies."""
        return self._folder / f"{name}{ENDING}"

    def put(
        self,
        stream: BinaryIO,
        progress: Progress = untold,
        known: Callable[[bytes], BlobKey | None] = not_known,
    ) -> BlobKey:
        """Keep what a stream holds; return the key of the copy that is here already, if one is.

        After this returns the file stands on the disk, or a DeskError flew and nothing does.
        """
        name = secrets.token_hex(_NAME_LENGTH)
        self._fresh.add(name)  # before anything is there: a sweep may go round meanwhile
        place = self.path(name)
        aside = place.with_name(place.name + _ASIDE)
        with disk_told_as_facts():
            for folder in (self._folder.parent, self._folder):
                folder.mkdir(mode=0o700, exist_ok=True)
            with _taken_away_on_failure(aside):
                blob = _seal(stream, aside, name, progress)
                there = known(blob.sha256)
                if there is not None and self.path(there.name).exists():
                    aside.unlink()
                    return there
                aside.replace(place)
            flush_names(self._folder)
        return blob

    def read(self, blob: BlobKey) -> Iterator[bytes]:
        """Return the content, chunk by chunk, each proved before it is handed out.

        BlobDamagedError at the first chunk that is not as it was written. Whoever shows content
        before the last chunk has come shows it unfinished.
        """
        try:
            file = self.path(blob.name).open("rb")
        except FileNotFoundError:
            raise BlobDamagedError(blob.name) from None
        except OSError as failure:
            raise what_the_disk_did(failure) from failure
        with file:
            yield from _opened(file, blob)

    def dispose(self, name: str) -> None:
        """Take a file away for good; that it was gone already is no failure."""
        with disk_told_as_facts():
            self.path(name).unlink(missing_ok=True)
            flush_names(self._folder)

    def set_aside(self, name: str, folder: Path) -> None:
        """Move a file to where no snapshot takes it; that it was moved already is no failure."""
        source = self.path(name)
        with disk_told_as_facts():
            if source.exists():
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                source.replace(folder / source.name)
                flush_names(folder)
                flush_names(self._folder)

    def names(self) -> frozenset[str]:
        """Return the names of all files that are here, finished or not."""
        with disk_told_as_facts():
            return frozenset(_name_of(path.name) for path in self._files())

    def sweep(self, known: Collection[str]) -> int:
        """Take away what no entry knows: left by somebody killed before the entry was written.

        `known` has to hold every name in the ledger, so only a holder of the part's key can call
        this. What was put in this life is left alone: its entry may be on its way.
        """
        with disk_told_as_facts():
            strangers = [path for path in self._files() if not self._is_known(path.name, known)]
            for path in strangers:
                path.unlink()
            if strangers:
                flush_names(self._folder)
        return len(strangers)

    def _files(self) -> Iterator[Path]:
        if self._folder.exists():
            yield from (path for path in self._folder.iterdir() if _OURS.fullmatch(path.name))

    def _is_known(self, file: str, known: Collection[str]) -> bool:
        name = _name_of(file)
        return name in self._fresh or (name in known and not file.endswith(_ASIDE))


def _name_of(file: str) -> str:
    return file.removesuffix(_ASIDE).removesuffix(ENDING)


def _seal(stream: BinaryIO, path: Path, name: str, progress: Progress) -> BlobKey:
    key, total = secrets.token_bytes(_KEY_LENGTH), _length_of(stream)
    sealer, digest, done = Sealer(key, name), hashlib.sha256(), 0
    with os.fdopen(os.open(path, _ANEW, _ONLY_THE_OWNER), "wb") as file:
        file.write(sealer.head)
        for chunk, last in chunks_of(stream, CHUNK):
            digest.update(chunk)
            done += len(chunk)
            file.write(sealer.seal(chunk, last=last))
            progress(done, max(done, total))
        file.flush()
        os.fsync(file.fileno())
    return BlobKey(name, key, digest.digest(), done)


def _length_of(stream: BinaryIO) -> int:
    """Return how much is still to come, for the progress bar; 0 when nobody can say."""
    if not stream.seekable():
        return 0
    here = stream.tell()
    end = stream.seek(0, os.SEEK_END)
    stream.seek(here)
    return end - here


def _opened(file: BinaryIO, blob: BlobKey) -> Iterator[bytes]:
    digest, length = hashlib.sha256(), 0
    try:
        opener = Opener(blob.key, blob.name, file.read(HEAD))
        for chunk, last in chunks_of(file, SEALED):
            content = opener.open(chunk, last=last)
            digest.update(content)
            length += len(content)
            # Somebody else who holds the key could seal other content under it.
            if last and (digest.digest(), length) != (blob.sha256, blob.length):
                raise BlobDamagedError(blob.name)
            yield content
    except ChunkError:
        raise BlobDamagedError(blob.name) from None
    except OSError as failure:
        raise what_the_disk_did(failure) from failure


@contextmanager
def _taken_away_on_failure(aside: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):  # what failed first is what is told; a sweep takes the rest
            aside.unlink(missing_ok=True)
        raise
