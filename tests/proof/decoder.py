"""Every hostile file is answered within its limits, and nothing of it gets out.

Each is kept as evidence is kept, opened by the decoder of this program from what was kept, and
looked at again: the same octets, an answer within 5 seconds and 512 MB, no file left, no socket
open, no process of the decoder's group alive. The planted faults are decoders without walls that
do one of these things.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import os
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, ClassVar, Final

from typing_extensions import override

from dsl_desk.intake.decoding import Decoder, Limits
from dsl_desk.storage.blobs import BlobKey, BlobStore
from dsl_desk.system import children
from tests.damage.hostile import chance_for, corpus
from tests.proof.harness import Harness, main

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from dsl_desk.domain.picture import Decoded
    from dsl_desk.system.bounds import Bounds

SECONDS: Final = 5.0
MEMORY: Final = 512 * 1024 * 1024
WIDEST: Final = 1600
AGAIN: Final = 4  # others use this machine: what is left behind must be left each time
WATCHED: Final = tuple(Path(place) for place in ("/", tempfile.gettempdir(), "/dev/shm", "~"))  # noqa: S108 - watched, not used

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_FOR_US_ALONE = 0x40000 | 0x4000  # private, and everything below

_HEAR: Final = """
import os, sys
likely, hears, speaks, memory, seconds = sys.argv[1:]
def hear():
    while os.read(int(hears), 1 << 20):
        pass
"""
PLANTED: Final = {
    "leaves a file": "import tempfile; tempfile.mkstemp(); hear()",
    "opens a socket": "import socket, time; s = socket.socketpair(); hear(); time.sleep(0.3)",
    "starts a process": "os.fork() or __import__('time').sleep(3); hear()",
    "takes too long": "hear(); __import__('time').sleep(60)",
    "takes too much memory": "b = b'x' * (700 << 20); hear()",
}


class Hostile(Harness):
    """The decoder against the corpus of tests/damage."""

    name: ClassVar[str] = "decoder"
    claim: ClassVar[str] = "no file from outside harms, leaves or outlasts its decoder"
    asked: ClassVar[str] = (
        "every hostile file kept byte for byte, answered in 5 s and 512 MB, 0 escapes"
    )
    fast: ClassVar[int] = 16
    control: ClassVar[int] = 8  # the first that is seen ends it: more cost nothing
    faults: ClassVar[tuple[str, ...]] = tuple(PLANTED)

    @override
    def prepare(self) -> int:
        self._corpus = corpus()
        have_own_temporary_folder()
        self._store = BlobStore(self.ground / "blobs")
        limits = Limits(seconds=5.7) if self.planted == "takes too long" else Limits()
        self._decoder = Decoder(limits=limits)
        if self.planted:
            code = _HEAR + PLANTED[self.planted]
            self._decoder = Decoder((sys.executable, "-I", "-S", "-c", code), limits)
        return len(self._corpus)

    @override
    def case(self, number: int, chance: random.Random) -> str:
        hostile = self._corpus[number]
        untrusted = hostile.make(chance_for(self.seed, hostile.name))
        kept = self._store.put(io.BytesIO(untrusted))
        wrong = left = ""
        for _ in range(AGAIN):
            wrong, left = self._open(kept, hostile.called)
            if wrong or not left:
                break
        digest = hashlib.sha256(b"".join(self._store.read(kept))).digest()
        if digest != hashlib.sha256(untrusted).digest():
            wrong = wrong or "the original has changed"
        self._store.dispose(kept.name)
        wrong = wrong or left
        return f"{hostile.name}: {wrong}" if wrong else ""

    def _open(self, kept: BlobKey, called: str) -> tuple[str, str]:
        """Open it once; return what was wrong, and what stands where nothing stood before."""
        before = _listed()
        begun = time.monotonic()

        def pieces() -> Iterator[bytes]:
            nonlocal begun
            yield from self._store.read(kept)
            begun = time.monotonic()  # reading the vault is not the decoder's time

        with _watched() as seen:
            decoded = self._decoder.decode(pieces, widest=WIDEST, untrusted_name=called)
            seconds = time.monotonic() - begun
        left = _listed() - before
        self._note(decoded, seconds, seen.memory)
        return seen.wrong or _beyond(seconds, seen.memory), f"left {min(left)}" if left else ""

    def _note(self, decoded: Decoded, seconds: float, memory: int) -> None:
        said = decoded.trouble.value if decoded.trouble else "shown or read"
        self.facts[said.replace("_", " ")] += 1
        slowest, most = "ms at most", "MB at most"
        self.facts[slowest] = max(self.facts[slowest], round(seconds * 1000))
        self.facts[most] = max(self.facts[most], memory >> 20)


def _beyond(seconds: float, memory: int) -> str:
    if seconds > SECONDS:
        return f"took {seconds:.1f} s"
    return f"took {memory >> 20} MB" if memory > MEMORY else ""


def have_own_temporary_folder() -> None:
    """Where the system lets us, stand where the folder for temporary files is ours alone.

    Others leave files there all the time, and we look for what a decoder leaves.
    """
    temporary = Path(tempfile.gettempdir())
    if any(temporary in Path(ours).absolute().parents for ours in (sys.executable, __file__)):
        return  # it would hide our own program, and a decoder that cannot begin leaves nothing
    kernel = ctypes.CDLL(None, use_errno=True)
    if kernel.unshare(_NEW_MOUNTS) == 0 or kernel.unshare(_NEW_MOUNTS | _NEW_USER) == 0:
        kernel.mount(b"none", b"/", None, _FOR_US_ALONE, None)
        kernel.mount(b"none", tempfile.gettempdir().encode(), b"tmpfs", 0, None)


def _listed() -> set[str]:
    found = set()
    for place in WATCHED:
        folder = place.expanduser()
        if folder.is_dir():
            found |= {str(folder / name) for name in os.listdir(folder)}  # noqa: PTH208 - names are enough
    return found


class _Seen:
    """What was seen of one decoder while it ran and afterwards."""

    def __init__(self) -> None:
        self.wrong = ""
        self.pid = 0
        self.memory = 0  # the most it had
        self.over = Event()

    def look(self) -> None:
        """Look at it until it is over."""
        while not self.over.wait(0.005):
            if not self.pid:
                continue
            self.memory = max(self.memory, _most_memory(self.pid))
            if any(name.startswith("socket:") for name in _open_ends(self.pid)):
                self.wrong = "a socket was open"


@contextmanager
def _watched() -> Iterator[_Seen]:
    seen = _Seen()
    start = children.start_confined

    def noted(command: list[str], inherit: tuple[int, ...], bounds: Bounds) -> children.Process:
        process = start(command, inherit, bounds)
        seen.pid = process.pid
        return process

    children.start_confined = noted
    watch = Thread(target=seen.look, daemon=True)
    watch.start()
    try:
        yield seen
    finally:
        children.start_confined = start
        seen.over.set()
        watch.join()
        if seen.pid and _group(seen.pid):
            seen.wrong = "a process was left"
            os.killpg(seen.pid, 9)


def _most_memory(pid: int) -> int:
    """Return the most memory it has had; nought once it is gone."""
    try:
        told = Path(f"/proc/{pid}/status").read_text("ascii")
    except OSError:
        return 0
    most = [line.split()[1] for line in told.splitlines() if line.startswith("VmHWM")]
    return int(most[0]) * 1024 if most else 0


def _open_ends(pid: int) -> list[str]:
    folder = Path(f"/proc/{pid}/fd")
    try:
        return [str(end.readlink()) for end in folder.iterdir()]
    except OSError:  # gone, or nobody's to look into
        return []


def _group(pid: int) -> list[int]:
    """Everybody the decoder has started and left: it leads a group of its own."""
    try:
        os.killpg(pid, 0)
    except (ProcessLookupError, PermissionError):
        return []
    return [pid]


if __name__ == "__main__":
    main(Hostile)
