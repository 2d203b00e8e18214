"""How long work tells where it is, and learns that it is no longer wanted."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called between two steps; raises StoppedError when the user has cancelled."""

    def __call__(self, done: int, of: int, /) -> None:
        """Say how many steps of how many are done."""
        ...


def untold(_done: int, _of: int, /) -> None:
    """Be the progress of work that nobody watches."""
