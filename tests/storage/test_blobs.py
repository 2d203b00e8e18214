from __future__ import annotations

import errno
import hashlib
import io
import os
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest

from dsl_desk.domain.disk_errors import DiskFailedError, DiskFullError
from dsl_desk.domain.errors import StoppedError
from dsl_desk.domain.keeping_errors import BlobDamagedError
from dsl_desk.storage import blobs
from dsl_desk.storage.blobs import BlobKey, BlobStore
from dsl_desk.storage.chunks import CHUNK, HEAD, SEALED, Sealer
from tests.storage.dribble import Dribble

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = bytes(range(256)) * 700  # two full chunks and a part of a third
LENGTHS = [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, len(PICTURE)]


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "children")


def put(store: BlobStore, content: bytes = PICTURE) -> BlobKey:
    return store.put(io.BytesIO(content))


def content_of(store: BlobStore, blob: BlobKey) -> bytes:
    return b"".join(store.read(blob))


def refused(store: BlobStore, blob: BlobKey) -> bool:
    try:
        content_of(store, blob)
    except BlobDamagedError as told:
        return told.name == blob.name
    return False


@pytest.mark.parametrize("length", LENGTHS)
def test_that_what_was_put_comes_back_with_its_fingerprint(store: BlobStore, length: int) -> None:
    content = (PICTURE * 2)[:length]
    blob = put(store, content)
    assert content_of(store, blob) == content
    assert (blob.sha256, blob.length) == (hashlib.sha256(content).digest(), length)
    assert store.path(blob.name).stat().st_size == HEAD + length + 16 * max(1, -(-length // CHUNK))


def test_that_a_stream_that_dribbles_gives_the_same_file(store: BlobStore) -> None:
    told: list[tuple[int, int]] = []
    blob = store.put(cast("BinaryIO", Dribble(PICTURE)), lambda done, of: told.append((done, of)))
    assert content_of(store, blob) == PICTURE
    assert told[-1] == (len(PICTURE), len(PICTURE))


def test_that_progress_tells_how_much_is_to_come(store: BlobStore) -> None:
    told: list[tuple[int, int]] = []
    stream = io.BytesIO(b"--" + PICTURE)
    stream.seek(2)
    blob = store.put(stream, lambda done, of: told.append((done, of)))
    assert content_of(store, blob) == PICTURE
    assert told[0] == (CHUNK, len(PICTURE))
    assert told[-1] == (len(PICTURE), len(PICTURE))


def test_that_neither_content_nor_its_fingerprint_is_on_the_disk(store: BlobStore) -> None:
    blob = put(store)
    (file,) = store.path(blob.name).parent.iterdir()
    assert PICTURE[:64] not in file.read_bytes()
    assert blob.key not in file.read_bytes()
    assert blob.sha256.hex() not in file.name
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert "key" not in repr(blob)


def test_that_the_same_content_is_never_sealed_the_same_way_twice(store: BlobStore) -> None:
    first, second = put(store, b"x"), put(store, b"x")
    assert first.name != second.name
    assert first.key != second.key
    assert store.path(first.name).read_bytes() != store.path(second.name).read_bytes()


def test_that_every_flipped_bit_of_a_small_file_is_refused(store: BlobStore) -> None:
    blob = put(store, b"a small picture")
    file = store.path(blob.name)
    whole = file.read_bytes()
    for bit in range(8 * len(whole)):
        changed = bytearray(whole)
        changed[bit // 8] ^= 1 << bit % 8
        file.write_bytes(bytes(changed))
        assert refused(store, blob), bit
    file.write_bytes(whole)
    assert not refused(store, blob)


def test_that_a_file_cut_short_at_any_length_is_refused(store: BlobStore) -> None:
    blob = put(store, b"a small picture")
    file = store.path(blob.name)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert refused(store, blob), length


@pytest.mark.parametrize("length", [CHUNK, CHUNK + 1, 2 * CHUNK, len(PICTURE)])
def test_that_a_file_cut_or_grown_around_its_chunks_is_refused(
    store: BlobStore, length: int
) -> None:
    blob = put(store, (PICTURE * 2)[:length])
    file = store.path(blob.name)
    whole = file.read_bytes()
    edges = [HEAD + number * SEALED + by for number in range(4) for by in (-17, -16, -1, 0, 1, 16)]
    for cut in {edge for edge in edges if 0 <= edge < len(whole)}:
        file.write_bytes(whole[:cut])
        assert refused(store, blob), cut
    for more in (b"\0", bytes(16), whole[HEAD : HEAD + SEALED], bytes(CHUNK), whole):
        file.write_bytes(whole + more)
        assert refused(store, blob), len(more)


def test_that_files_put_in_one_another_s_place_are_refused(store: BlobStore) -> None:
    first, second = put(store, PICTURE), put(store, PICTURE[::-1])
    one, two = store.path(first.name), store.path(second.name)
    whole, other = one.read_bytes(), two.read_bytes()
    one.write_bytes(other)
    assert refused(store, first)
    spliced = HEAD + SEALED
    one.write_bytes(whole[:spliced] + other[spliced:])
    assert refused(store, first)


def test_that_other_content_under_the_right_key_is_refused(store: BlobStore) -> None:
    blob = put(store, b"the original")
    sealer = Sealer(blob.key, blob.name)
    forged = sealer.head + sealer.seal(b"the 0riginal", last=True)
    store.path(blob.name).write_bytes(forged)
    assert refused(store, blob)


def test_that_no_content_comes_before_its_own_chunk_was_proved(store: BlobStore) -> None:
    blob = put(store)
    file = store.path(blob.name)
    changed = bytearray(file.read_bytes())
    changed[HEAD + SEALED + 5] ^= 1
    file.write_bytes(bytes(changed))
    reading = store.read(blob)
    assert next(reading) == PICTURE[:CHUNK]
    with pytest.raises(BlobDamagedError):
        next(reading)


def test_that_a_file_that_is_gone_is_named(store: BlobStore) -> None:
    blob = put(store)
    store.dispose(blob.name)
    store.dispose(blob.name)
    assert refused(store, blob)


def test_that_a_disk_that_fails_is_not_taken_for_damage(
    store: BlobStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    blob = put(store)
    file = store.path(blob.name)
    file.unlink()
    file.mkdir()
    with pytest.raises(DiskFailedError):
        content_of(store, blob)
    file.rmdir()
    file.write_bytes(b"\x01" + bytes(HEAD + 20))

    def fail(*_args: object) -> bytes:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(blobs, "chunks_of", fail)
    with pytest.raises(DiskFailedError):
        content_of(store, blob)


def test_that_one_content_is_kept_once_when_the_caller_knows_it(store: BlobStore) -> None:
    first = put(store)
    second = store.put(io.BytesIO(PICTURE), known={first.sha256: first}.get)
    assert second is first
    assert len(list(store.path(first.name).parent.iterdir())) == 1


def test_that_a_known_copy_whose_file_is_gone_is_not_relied_on(store: BlobStore) -> None:
    first = put(store)
    store.dispose(first.name)
    second = store.put(io.BytesIO(PICTURE), known=lambda _sha: first)
    assert second.name != first.name
    assert content_of(store, second) == PICTURE


def test_that_a_put_that_was_stopped_leaves_nothing(store: BlobStore, tmp_path: Path) -> None:
    def stop(_done: int, _of: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        store.put(io.BytesIO(PICTURE), stop)
    assert list((tmp_path / "children").iterdir()) == []


def test_that_a_full_disk_is_told_and_leaves_nothing(
    store: BlobStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        put(store)
    assert list((tmp_path / "children").iterdir()) == []


def test_that_a_file_is_flushed_before_it_is_named_and_its_folder_after(
    store: BlobStore, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(store)
    seen: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        seen.append("folder" if os.path.isdir(f"/proc/self/fd/{descriptor}") else "file")  # noqa: PTH112 a descriptor
        real_fsync(descriptor)

    def replace(source: Path, target: Path) -> None:
        seen.append("name")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    put(store)
    assert seen == ["file", "name", "folder"]
    assert tmp_path.exists()


def test_that_a_sweep_takes_what_no_entry_knows_and_nothing_else(tmp_path: Path) -> None:
    folder = tmp_path / "children"
    assert BlobStore(folder).sweep(()) == 0
    known, stranger = put(BlobStore(folder), b"known"), put(BlobStore(folder), b"stranger")
    (folder / f"{'0' * 32}.blob.new").write_bytes(b"cut short")
    (folder / "somebody's notes.txt").write_bytes(b"not ours")
    assert BlobStore(folder).sweep({known.name}) == 2
    assert {path.name for path in folder.iterdir()} == {
        f"{known.name}.blob",
        "somebody's notes.txt",
    }
    assert content_of(BlobStore(folder), known) == b"known"
    assert refused(BlobStore(folder), stranger)
    assert BlobStore(folder).sweep({known.name}) == 0


def test_that_a_sweep_leaves_what_was_put_in_this_life(store: BlobStore) -> None:
    blob = put(store)
    assert store.sweep(()) == 0
    assert content_of(store, blob) == PICTURE


def test_that_what_is_set_aside_twice_stands_aside_once(store: BlobStore, tmp_path: Path) -> None:
    kept, aside = put(store, b"by mistake"), tmp_path / "aside"
    sealed = store.path(kept.name).read_bytes()
    for _each in range(2):  # a desk that was killed in between does it again
        store.set_aside(kept.name, aside)
        assert not store.path(kept.name).exists()
        assert [each.read_bytes() for each in aside.iterdir()] == [sealed]
