"""Advice: what happened and what to do now. Always both."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Advice:
    """Two plain sentences for one failure."""

    happened: str
    do_now: str

    @property
    def words(self) -> str:
        """Both, as one paragraph."""
        return f"{self.happened} {self.do_now}"
