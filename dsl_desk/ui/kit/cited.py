"""A clause as a duty or a moment cites it: its short mark, its words, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cited:
    """A mark (ELE 5.5), the policy's words, and its name in full (Early Life Enterprise 5.5)."""

    code: str
    words: str = ""
    source: str = ""

    def spoken(self) -> str:
        """Say which clause it is, in full where the full name is known."""
        return f"Clause {self.source or self.code}"
