"""What a confined child may use."""

from __future__ import annotations


class Bounds:
    """Bytes of memory, and seconds of a processor."""

    def __init__(self, memory: int, seconds: int) -> None:
        self.memory = memory
        self.seconds = seconds
