"""The voices of the page: every size and weight of type, by what it is used for."""

from __future__ import annotations

from enum import Enum

REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600


class Family(Enum):
    """A bundled family: ours speaks Inter, theirs is quoted in serif, fingerprints are in mono."""

    SANS = "Inter"
    SERIF = "Source Serif 4"
    MONO = "JetBrains Mono"


class Voice(Enum):
    """One voice of type: family, size in pixels at the standard text size, weight."""

    TITLE = ("title", Family.SANS, 22.0, SEMIBOLD)
    LOCK_TITLE = ("lock title", Family.SANS, 26.0, SEMIBOLD)
    BRAND = ("brand", Family.SANS, 18.0, SEMIBOLD)
    CARD_TITLE = ("card title", Family.SANS, 15.0, SEMIBOLD)
    BODY = ("body", Family.SANS, 14.0, REGULAR)
    MENU = ("menu", Family.SANS, 14.0, MEDIUM)
    STRONG = ("strong", Family.SANS, 14.0, SEMIBOLD)
    SECONDARY = ("secondary", Family.SANS, 13.0, REGULAR)
    SECONDARY_STRONG = ("secondary strong", Family.SANS, 13.0, SEMIBOLD)
    META = ("meta", Family.SANS, 12.5, REGULAR)
    SMALLEST = ("smallest", Family.SANS, 12.0, MEDIUM)
    SMALLEST_STRONG = ("smallest strong", Family.SANS, 12.0, SEMIBOLD)
    KEYCAP = ("keycap", Family.SANS, 11.0, MEDIUM)
    VERBATIM = ("verbatim", Family.SERIF, 16.0, REGULAR)
    FINGERPRINT = ("fingerprint", Family.MONO, 12.5, REGULAR)
    CODE = ("code", Family.MONO, 17.0, REGULAR)

    def __init__(self, caption: str, family: Family, size: float, weight: int) -> None:
        """Keep the parts under names."""
        self.caption = caption
        self.family = family
        self.size = size
        self.weight = weight
