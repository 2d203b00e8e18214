"""The doorway: what a fresh No opens, for so many files, once; and what looks at a sealed file.

Both run on the errands' thread: they hold a folder, keys of files and no connection.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

from dsl_desk.domain.custody import SealedFile
from dsl_desk.domain.file_sort import HEAD, PICTURES, SEEN_TO_THE_END, sort_of
from dsl_desk.domain.ids import RecordId, fresh_id
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.domain.progress import untold
from dsl_desk.domain.stop_errors import StopError, StopTrouble, TooLargeError
from dsl_desk.storage.blobs import BlobKey

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from typing import BinaryIO

    from dsl_desk.domain.basis import Basis
    from dsl_desk.domain.clock import Clock
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.ids import EntryId
    from dsl_desk.domain.picture import Decoded, PictureSort
    from dsl_desk.domain.progress import Progress
    from dsl_desk.domain.stop import Stop
    from dsl_desk.storage.blobs import BlobStore

    Decode: TypeAlias = Callable[[bytes, str], Decoded]  # content and the name it came with

MOST_OF_A_PICTURE: Final = 50 * 1024 * 1024
MOST_OF_A_FILE: Final = 2 * 1024 * 1024 * 1024


@dataclass(frozen=True)
class Sealed:
    """A file that is sealed, and not yet written down."""

    stop: Stop
    basis: Basis
    blob: BlobKey = field(repr=False)
    name: str = field(repr=False)
    sort: PictureSort
    at: datetime
    file: RecordId  # made before saving, so that trying again never makes a second record
    decoded: Decoded | None = field(default=None, repr=False)


class Doorway:
    """One answer's way in. It takes in as many files as were counted, and no more."""

    def __init__(self, stop: Stop, basis: Basis, store: BlobStore, clock: Clock) -> None:
        self.stop = stop
        self.basis = basis
        self._store = store
        self._clock = clock
        self._left = stop.count

    def seal(
        self,
        untrusted_stream: BinaryIO,
        name: str,
        decode: Decode | None = None,
        progress: Progress = untold,
    ) -> Sealed:
        """Seal what a stream holds, byte for byte. Nothing is left of what is refused."""
        if self._left < 1:
            raise StopError(StopTrouble.COUNT)
        self._left -= 1
        sort = sort_of(untrusted_stream.read(HEAD))
        untrusted_stream.seek(0)
        if sort in SEEN_TO_THE_END and not self.stop.seen_by.strip():
            raise StopError(StopTrouble.NOT_SEEN)
        blob = self._store.put(untrusted_stream, _no_more_than(_most(sort), progress))
        now = self._clock.now()
        decoded = None if decode is None else _looked_at(self._store, blob, name, decode)
        sort = sort if decoded is None else decoded.facts.sort
        file = RecordId(fresh_id(now))
        return Sealed(self.stop, self.basis, blob, name, sort, now, file, decoded)


@dataclass(frozen=True)
class Looking:
    """A piece of evidence that stands open: that it was opened is written down already."""

    evidence: Evidence
    opening: EntryId
    file: SealedFile = field(repr=False)
    store: BlobStore = field(repr=False)
    part: Compartment

    def pieces(self, progress: Progress = untold) -> Iterator[bytes]:
        """Return the original piece by piece; whoever uses it before the end uses it unproved."""
        if self.file.sha256.hex() != self.evidence.captured.facts.sha256:
            raise BlobDamagedError(self.file.name)
        done = 0
        for chunk in self.store.read(blob_of(self.file)):
            done += len(chunk)
            yield chunk
            progress(done, max(done, self.file.length))

    def content(self, progress: Progress = untold) -> bytes:
        """Return the original, once its fingerprint is proved to the last byte.

        A film or another long file is proved and not returned: nothing here plays it.
        """
        kept = bytearray()
        for chunk in self.pieces(progress):
            if self.file.length <= MOST_OF_A_PICTURE:
                kept += chunk
        return bytes(kept)


def blob_of(file: SealedFile) -> BlobKey:
    """Return a sealed file as the store knows it."""
    return BlobKey(file.name, file.key, file.sha256, file.length)


def file_of(blob: BlobKey) -> SealedFile:
    """Return a sealed file as the ledger keeps it."""
    return SealedFile(blob.name, blob.key, blob.sha256, blob.length)


def _most(sort: PictureSort) -> int:
    return MOST_OF_A_PICTURE if sort in PICTURES else MOST_OF_A_FILE


def _no_more_than(most: int, progress: Progress) -> Progress:
    def step(done: int, of: int, /) -> None:
        if max(done, of) > most:
            raise TooLargeError(most)
        progress(done, of)

    return step


def _looked_at(store: BlobStore, blob: BlobKey, name: str, decode: Decode) -> Decoded | None:
    """Let the decoder see the sealed bytes as they are read back: that proves them, too."""
    if blob.length > MOST_OF_A_PICTURE:
        return None
    return decode(b"".join(store.read(blob)), name)
