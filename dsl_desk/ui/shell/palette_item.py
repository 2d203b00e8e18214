"""One line of the palette: something to do, or somebody or something that was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class PaletteItem:
    """Its words, the keys that also do it, the act, and what a found one is."""

    words: str = field(repr=False)
    keys: str
    act: Callable[[], None]
    told: str = field(default="", repr=False)

    def matches(self, typed: str) -> bool:
        """Tell whether every typed word begins a word of this."""
        words = self.words.lower().split()
        return all(any(word.startswith(part) for word in words) for part in typed.lower().split())

    def spoken(self) -> str:
        """Return the line as a reader says it."""
        return ", ".join(part for part in (self.words, self.told, self.keys) if part)
