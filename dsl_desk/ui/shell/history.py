"""Where we have been, for Alt+Left."""

from __future__ import annotations

from typing import Generic, TypeVar

S = TypeVar("S")

_LONGEST = 50


class History(Generic[S]):
    """The spots visited, newest last. Going back does not make the way back longer."""

    def __init__(self, start: S) -> None:
        self._way = [start]

    @property
    def here(self) -> S:
        """The spot we are at."""
        return self._way[-1]

    def go(self, spot: S) -> None:
        """Go to a spot; going where we already are is no step."""
        if spot != self.here:
            self._way.append(spot)
            del self._way[:-_LONGEST]

    def back(self) -> S:
        """Step back, or stay where there is nothing behind."""
        if len(self._way) > 1:
            self._way.pop()
        return self.here

    def replace(self, spot: S) -> None:
        """Be at another spot without having made a step: a form became a record."""
        self._way.pop()
        if not self._way or self._way[-1] != spot:  # it led back to where it was opened from
            self._way.append(spot)
