"""The typefaces of paper, embedded so that a copy reads the same in twenty years."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path  # noqa: TC003 - dataclasses read the annotation of a field
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from dsl_desk.documents.scripts import COMPLEX, face_for
from dsl_desk.domain.errors import FontsMissingError

REGULAR: Final = "Inter_400Regular"
BOLD: Final = "Inter_600SemiBold"
SERIF: Final = "SourceSerif4_400Regular"
SERIF_BOLD: Final = "SourceSerif4_600SemiBold"
MONO: Final = "JetBrainsMono_400Regular"

# Signs that would change a line without being seen: controls, direction marks, private use.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


@dataclass(frozen=True)
class Typefaces:
    """What each typeface can draw; those of other alphabets are read when a word needs one."""

    glyphs: dict[str, frozenset[int]]
    folder: Path = field(repr=False)

    def visible(self, text: str, face: str, *, shaped: bool = False) -> str:
        """Return text in which nothing vanishes: what cannot be drawn is named, [U+4E2D].

        `shaped`: whoever draws it joins letters and puts them in order; else what needs that is
        named too.
        """
        whole = unicodedata.normalize("NFC", text)
        named = {
            ord(sign): f"[U+{ord(sign):04X}]"
            for sign in set(whole)
            if sign not in "\n\t" and not self._draws(sign, face, shaped=shaped)
        }
        return whole.translate(named) if named else whole

    def runs(self, text: str, face: str) -> list[tuple[str, str]]:
        """Return text in stretches, each with the face that draws it: the printer knows it now."""
        if all(sign in "\n\t" or ord(sign) in self.glyphs[face] for sign in set(text)):
            return [(face, text)] if text else []
        found: list[tuple[str, str]] = []
        for sign in text:
            needed = face if sign in "\n\t" or ord(sign) in self.glyphs[face] else face_for(sign)
            name = needed or face
            self._other(name)
            if found and found[-1][0] == name:
                found[-1] = (name, found[-1][1] + sign)
            else:
                found.append((name, sign))
        return found

    def is_complex(self, text: str) -> bool:
        """Tell whether some of it has to be joined or put in order before it can be drawn."""
        return any(face_for(sign) in COMPLEX for sign in set(text) if ord(sign) > _LATIN_ENDS)

    def _draws(self, sign: str, face: str, *, shaped: bool) -> bool:
        if unicodedata.category(sign) in _UNSEEN:
            return False
        if ord(sign) in self.glyphs[face]:
            return True
        other = face_for(sign)
        if not other or (other in COMPLEX and not shaped):
            return False
        return ord(sign) in self._other(other)

    def _other(self, name: str) -> frozenset[int]:
        if name not in self.glyphs:
            self.glyphs[name] = _read(name, self.folder)
        return self.glyphs[name]


_LATIN_ENDS: Final = 0x0590


@lru_cache(maxsize=1)
def load_typefaces(folder: Path) -> Typefaces:
    """Read the typefaces from a folder and make them known to the printer."""
    names = (REGULAR, BOLD, SERIF, SERIF_BOLD, MONO)
    return Typefaces({name: _read(name, folder) for name in names}, folder)


def _read(name: str, folder: Path) -> frozenset[int]:
    try:
        font = TTFont(name, folder / f"{name}.ttf")
    except (TTFError, OSError) as failure:
        raise FontsMissingError from failure
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)
