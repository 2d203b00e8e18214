"""The typefaces of paper, embedded so that a copy reads the same in twenty years."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from dsl_desk.domain.errors import FontsMissingError

if TYPE_CHECKING:
    from pathlib import Path

REGULAR: Final = "Inter_400Regular"
BOLD: Final = "Inter_600SemiBold"
SERIF: Final = "SourceSerif4_400Regular"
SERIF_BOLD: Final = "SourceSerif4_600SemiBold"
MONO: Final = "JetBrainsMono_400Regular"

# Signs that would change a line without being seen: controls, direction marks, private use.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True)
class Typefaces:
    """What each typeface can draw."""

    glyphs: dict[str, frozenset[int]]

    def visible(self, text: str, face: str) -> str:
        """Return text in which nothing vanishes: what cannot be drawn is named, [U+4E2D]."""
        known = self.glyphs[face]
        return "".join(
            sign
            if sign in "\n\t" or (ord(sign) in known and unicodedata.category(sign) not in _UNSEEN)
            else f"[U+{ord(sign):04X}]"
            for sign in unicodedata.normalize("NFC", text)
        )


@lru_cache(maxsize=1)
def load_typefaces(folder: Path) -> Typefaces:
    """Read the typefaces from a folder and make them known to the printer."""
    glyphs: dict[str, frozenset[int]] = {}
    for name in (REGULAR, BOLD, SERIF, SERIF_BOLD, MONO):
        try:
            font = TTFont(name, folder / f"{name}.ttf")
        except (TTFError, OSError) as failure:
            raise FontsMissingError from failure
        pdfmetrics.registerFont(font)
        glyphs[name] = frozenset(font.face.charToGlyph)
    return Typefaces(glyphs)
