"""Frames: short JSON messages with their length before them, over a pipe. Never pickle.

The rules are: four bytes of length (big-endian), then one JSON object in UTF-8. A frame larger
than LIMIT is refused before a byte of it is read, so a broken child cannot fill our memory.
A pipe that ends between two frames has ended; one that ends inside a frame is broken.
"""

from __future__ import annotations

import errno
import json
import os

LIMIT = 64 * 1024
_LENGTH = 4

Frame = dict[str, object]


class FrameError(Exception):
    """What came over a pipe is no frame: its writer is broken and is to be ended."""


class PipeEndedError(Exception):
    """Nobody is left at the other end of the pipe."""


def write_frame(fd: int, frame: Frame) -> None:
    """Write one frame in one go: pipes keep writes this small together."""
    body = json.dumps(frame, ensure_ascii=False, separators=(",", ":")).encode()
    if len(body) > LIMIT:
        raise FrameError
    write_all(fd, len(body).to_bytes(_LENGTH, "big") + body)


def read_frame(fd: int) -> Frame | None:
    """Return the next frame, or None when the pipe has ended."""
    head = read_exactly(fd, _LENGTH)
    if head is None:
        return None
    length = int.from_bytes(head, "big")
    if length > LIMIT:
        raise FrameError
    body = read_exactly(fd, length)
    if body is None:
        raise FrameError
    return _parse(body)


def write_all(fd: int, octets: bytes | bytearray | memoryview) -> None:
    """Write every byte, however often the pipe takes only a part."""
    rest = memoryview(octets)
    while rest:
        try:
            rest = rest[os.write(fd, rest) :]
        except OSError as error:
            # Windows says EINVAL where everybody else says EPIPE.
            if error.errno in (errno.EPIPE, errno.EINVAL):
                raise PipeEndedError from error
            raise


def read_exactly(fd: int, count: int) -> bytearray | None:
    """Return `count` bytes, or None if the pipe ended before the first of them."""
    octets = bytearray()
    while len(octets) < count:
        part = _read_some(fd, count - len(octets))
        if not part:
            if octets:
                raise FrameError
            return None
        octets += part
    return octets


def _read_some(fd: int, most: int) -> bytes:
    try:
        return os.read(fd, most)
    except BrokenPipeError:  # Windows: the writer has gone
        return b""


def _parse(untrusted_body: bytearray) -> Frame:
    try:
        frame = json.loads(untrusted_body)
    except ValueError:
        # Without its cause: a JSON or decoding error carries the whole text.
        raise FrameError from None
    if not isinstance(frame, dict):
        raise FrameError
    return frame
