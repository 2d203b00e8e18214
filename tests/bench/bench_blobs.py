"""Keeping and reading evidence, beside the bare primitives on the same bytes and the same disk.

Run: python -m tests.bench.bench_blobs [megabytes]
The floor is what nobody can do without: SHA-256 of the original, AES-256-GCM of each chunk, and the
bytes written and flushed (or read). Both take turns, so that whatever else the machine does falls
on both. The memory of the process is read from the system before and after the largest file.
"""

from __future__ import annotations

import hashlib
import io
import os
import resource
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from typing_extensions import override

from dsl_desk.storage.blobs import BlobKey, BlobStore
from dsl_desk.storage.chunks import CHUNK, SEALED

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE: Final = 1_000_000
ROUNDS: Final = 5
_PIECE: Final = os.urandom(CHUNK)
_NAME: Final = b"n" * 40


class Endless(io.RawIOBase):
    """So much of the same, made while it is asked for."""

    def __init__(self, length: int) -> None:
        self._left = length

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int = -1, /) -> bytes:
        piece = _PIECE[: min(size, self._left)]
        self._left -= len(piece)
        return piece


def main() -> None:
    megabytes = int(sys.argv[1]) if sys.argv[1:] else 200
    length = megabytes * MEGABYTE
    with tempfile.TemporaryDirectory() as folder:
        floor, store = Path(folder) / "floor", BlobStore(Path(folder) / "ours")
        times: dict[str, list[float]] = {name: [] for name in ("w floor", "w", "r floor", "r")}
        for _ in range(ROUNDS):
            times["w floor"].append(_timed(lambda: _bare_write(floor, length)))
            start = time.perf_counter()
            blob = _put(store, length)
            times["w"].append(time.perf_counter() - start)
            times["r floor"].append(_timed(lambda: _bare_read(floor)))
            times["r"].append(_timed(partial(_read, store, blob)))
            store.dispose(blob.name)
        for kind, words in (("w", "keeping"), ("r", "reading")):
            ours, bare = (statistics.median(times[name]) for name in (kind, f"{kind} floor"))
            print(
                f"{words} {megabytes} MB: {length / ours / MEGABYTE:6.0f} MB/s, "
                f"bare {length / bare / MEGABYTE:6.0f} MB/s, {bare / ours:4.0%} of the bare rate"
            )
        _memory(store)


def _memory(store: BlobStore) -> None:
    _put(store, 10 * MEGABYTE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blob = _put(store, 2000 * MEGABYTE)
    _read(store, blob)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"highest memory: {before} KiB at 10 MB, {after} KiB at 2 GB")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _put(store: BlobStore, length: int) -> BlobKey:
    return store.put(cast("BinaryIO", Endless(length)))


def _read(store: BlobStore, blob: BlobKey) -> None:
    for _ in store.read(blob):
        pass


def _bare_write(path: Path, length: int) -> None:
    cipher, digest, stream = AESGCM(bytes(32)), hashlib.sha256(), Endless(length)
    with path.open("wb") as file:
        number = 0
        while piece := stream.read(CHUNK):
            digest.update(piece)
            file.write(cipher.encrypt(number.to_bytes(12, "big"), piece, _NAME))
            number += 1
        file.flush()
        os.fsync(file.fileno())


def _bare_read(path: Path) -> None:
    cipher, digest = AESGCM(bytes(32)), hashlib.sha256()
    with path.open("rb") as file:
        number = 0
        while piece := file.read(SEALED):
            digest.update(cipher.decrypt(number.to_bytes(12, "big"), piece, _NAME))
            number += 1


if __name__ == "__main__":
    main()
