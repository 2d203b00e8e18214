"""One line of the palette: something to do, or somebody or something that was found."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from dsl_desk.domain.words import label
from dsl_desk.ui.theme.icon import Icon

if TYPE_CHECKING:
    from collections.abc import Callable

    from dsl_desk.domain.compartment import Compartment


class Group(Enum):
    """What stands together, in the palette's order; the value is its heading."""

    PEOPLE = "People"
    RECORDS = "Records"
    DO = "Do something"


@dataclass(frozen=True)
class PaletteItem:
    """Its words, the keys that also do it, the act, and what a found one is."""

    words: str = field(repr=False)
    keys: str
    act: Callable[[], None]
    told: str = field(default="", repr=False)
    group: Group = Group.DO
    icon: Icon = Icon.ARROW_RIGHT
    part: Compartment | None = None
    day: str = ""

    def matches(self, typed: str) -> bool:
        """Tell whether every typed word begins a word of this."""
        words = self.words.lower().split()
        return all(any(word.startswith(part) for word in words) for part in typed.lower().split())

    def spoken(self) -> str:
        """Return the line as a reader says it."""
        part = f"{label(self.part)} part" if self.part is not None else ""
        said = (self.words, self.told, part, self.day, self.keys)
        return ", ".join(each for each in said if each)
