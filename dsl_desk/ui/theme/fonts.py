"""The bundled fonts: sans before the first window, serif and mono on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from dsl_desk.ui.theme.voice import Family, Voice

if TYPE_CHECKING:
    from pathlib import Path

_FILES = {
    Family.SANS: ("Inter_400Regular.ttf", "Inter_500Medium.ttf", "Inter_600SemiBold.ttf"),
    Family.SERIF: ("SourceSerif4_400Regular.ttf", "SourceSerif4_600SemiBold.ttf"),
    Family.MONO: ("JetBrainsMono_400Regular.ttf",),
}
_POINTS_PER_INCH = 72.0
_TIGHT = 98.8  # per cent: large titles are set a little closer


class Fonts:
    """The type case: hands out a font for a voice, fetching its family the first time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._loaded: set[Family] = set()
        self._made: dict[tuple[Voice, int, bool], QFont] = {}

    def load(self, family: Family) -> None:
        """Make a family known to Qt, once. A missing file is a broken installation."""
        if family in self._loaded:
            return
        for name in _FILES[family]:
            path = self._folder / name
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                raise FileNotFoundError(path)
        self._loaded.add(family)

    def font(self, voice: Voice, larger: int, *, tabular: bool = False) -> QFont:
        """Return the font of a voice, so many pixels larger; tabular for times and counts.

        Each is made once, and given as a copy: a page asks for hundreds, and may change its own.
        """
        wanted = (voice, larger, tabular)
        if wanted not in self._made:
            self._made[wanted] = self._make(voice, larger, tabular=tabular)
        return QFont(self._made[wanted])

    def _make(self, voice: Voice, larger: int, *, tabular: bool) -> QFont:
        self.load(voice.family)
        font = QFont(voice.family.value)
        _set_pixels(font, voice.size + larger)
        font.setWeight(QFont.Weight(voice.weight))
        if voice in (Voice.TITLE, Voice.LOCK_TITLE):
            font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TIGHT)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _set_pixels(font: QFont, size: float) -> None:
    """Set the size in pixels. Qt's own setPixelSize takes whole ones only; ours has 12.5."""
    if size.is_integer():
        font.setPixelSize(int(size))
    else:
        dots = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        font.setPointSizeF(size * _POINTS_PER_INCH / dots)
