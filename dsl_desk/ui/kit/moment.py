"""What a timeline tells: moments with their versions, grouped by day. Facts only, no widget."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.ui.kit.cited import Cited
    from dsl_desk.ui.theme.icon import Icon


@dataclass(frozen=True)
class NewVersion:
    """A later version of a moment: what changed, and the reason given."""

    number: int
    change: str = field(repr=False)
    reason: str = field(default="", repr=False)

    def sentence(self) -> str:
        """Say the change and its reason."""
        return f"{self.change} Reason: {self.reason}" if self.reason else self.change

    def spoken(self) -> str:
        """Say the whole line."""
        return f"Version {self.number}. {self.sentence()}"


@dataclass(frozen=True)
class Moment:
    """One thing that happened. `quote` is verbatim; `chain` marks the evidence chain."""

    time: str
    icon: Icon
    title: str = field(repr=False)
    sentence: str = field(default="", repr=False)
    quote: str = field(default="", repr=False)
    author: str = field(default="", repr=False)
    clause: Cited | None = None
    chain: bool = True
    versions: tuple[NewVersion, ...] = ()

    def spoken(self) -> str:
        """Say all of it, as a reader reads it out."""
        clause = self.clause.spoken() if self.clause else ""
        by = f"By {self.author}" if self.author else ""
        quote = f"Word for word: {self.quote}" if self.quote else ""
        said = [self.time, self.title, clause, self.sentence, quote, by]
        said += [version.spoken() for version in self.versions]
        return " ".join(f"{part.rstrip('.')}." for part in said if part)


@dataclass(frozen=True)
class DayOfMoments:
    """A day's heading and what happened on it."""

    heading: str
    moments: tuple[Moment, ...]
