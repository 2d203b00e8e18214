"""How this computer wants the desk to look: a setting of the machine, not of the school."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Scheme(Enum):
    """Which set of colours. SYSTEM follows the operating system, CONTRAST uses only its colours."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"
    CONTRAST = "contrast"


class TextSize(Enum):
    """How much larger than standard the type is; the value is in pixels."""

    STANDARD = 0
    LARGE = 2
    LARGEST = 4


@dataclass(frozen=True)
class Look:
    """A scheme and a text size."""

    scheme: Scheme = Scheme.SYSTEM
    text: TextSize = TextSize.STANDARD
