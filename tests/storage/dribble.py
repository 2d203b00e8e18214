"""A stream as some devices are: it brings one odd piece at a time and cannot be wound back."""

from __future__ import annotations

import io

from typing_extensions import override


class Dribble(io.RawIOBase):
    """A stream that brings one odd piece at a time and cannot be wound back."""

    def __init__(self, content: bytes) -> None:
        self._rest = content

    @override
    def readable(self) -> bool:
        return True

    @override
    def read(self, size: int = -1, /) -> bytes:
        piece, self._rest = self._rest[: min(size, 977)], self._rest[min(size, 977) :]
        return piece
