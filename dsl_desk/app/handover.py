"""The one thing that goes over the pair's own pipe: who unlocked, and the 32 bytes of the key.

A raw frame: one byte of length, the member's id in UTF-8, the key. It is never JSON, never logged,
and passes no process but these two. Buffers of ours are wiped; copies that Python makes are not
promised to be (docs/threat-model.md): both processes end instead.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dsl_desk.system.frames import FrameError, read_exactly, write_all

KEY_BYTES = 32
_LONGEST_ID = 255


@dataclass(frozen=True)
class HandedKey:
    """A member's id and key, as they came out of the pipe."""

    member: str
    key: bytes = field(repr=False)


def hand_over(fd: int, member: str, key: bytes | bytearray) -> None:
    """Put member and key on the pipe."""
    name = member.encode()
    if len(name) > _LONGEST_ID or len(key) != KEY_BYTES:
        raise FrameError
    parcel = bytearray([len(name)]) + name + key
    try:
        write_all(fd, parcel)
    finally:
        wipe(parcel)


def take_over(fd: int) -> HandedKey | None:
    """Wait for member and key; None if the gate ended without any."""
    length = read_exactly(fd, 1)
    if length is None:
        return None
    rest = read_exactly(fd, length[0] + KEY_BYTES)
    if rest is None:
        raise FrameError
    try:
        return HandedKey(rest[: length[0]].decode(), bytes(rest[length[0] :]))
    except UnicodeDecodeError:
        raise FrameError from None  # without its cause, which carries the bytes
    finally:
        wipe(rest)


def wipe(octets: bytearray) -> None:
    """Overwrite a buffer of ours."""
    octets[:] = bytes(len(octets))
