"""What a program left on the disk, searched for a mark in every dress it may have put on."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_GZIP = re.compile(rb"\x1f\x8b\x08")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_MOST = 64 * 1024 * 1024
_RAW = -15
_GZIP_WINDOW = 31


def dresses(mark: str) -> dict[str, bytes]:
    """Return a mark as it may stand in a file."""
    plain = mark.encode()
    found = {
        "plain": plain,
        "UTF-16": mark.encode("utf-16-le"),
        "UTF-16, big": mark.encode("utf-16-be"),
    }
    for before in range(3):
        # The groups of four signs that are the same whatever stands before and after the mark.
        written = base64.b64encode(bytes(before) + plain)
        first, last = -(-before // 3), (before + len(plain)) // 3
        found[f"base64, {before}"] = written[4 * first : 4 * last]
    found["hexadecimal"] = plain.hex().encode()
    return found


def where_it_stands(folders: Iterable[Path], mark: str) -> Iterator[str]:
    """Name every file, or file name, that holds the mark."""
    wanted = dresses(mark)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if mark in path.name:
                yield f"the name of {path}"
            if path.is_file() and not path.is_symlink():
                yield from (f"{path} ({dress})" for dress in _in_bytes(path.read_bytes(), wanted))


def _in_bytes(octets: bytes, wanted: dict[str, bytes]) -> set[str]:
    found = {dress for dress, needle in wanted.items() if needle in octets}
    for inside in _unpacked(octets):
        found |= {f"packed, {dress}" for dress, needle in wanted.items() if needle in inside}
    return found


def _unpacked(octets: bytes) -> Iterator[bytes]:
    """Return everything that can be inflated anywhere in a file, and every stream of a PDF."""
    for packed in (octets, *_streams(octets)):
        if packed is not octets:
            yield packed
        for start in _ZLIB.finditer(packed):
            yield _inflated(packed[start.start() :], zlib.MAX_WBITS)
        for start in _GZIP.finditer(packed):
            yield _inflated(packed[start.start() :], _GZIP_WINDOW)


def _streams(octets: bytes) -> Iterator[bytes]:
    if not octets.startswith(b"%PDF"):
        return
    for stream in _STREAM.finditer(octets):
        yield stream[1]
        try:
            yield base64.a85decode(stream[1].strip().removesuffix(b"~>"))
        except (ValueError, binascii.Error):
            continue


def _inflated(octets: bytes, window: int) -> bytes:
    try:
        return zlib.decompressobj(window).decompress(octets, _MOST)
    except zlib.error:
        return b""
