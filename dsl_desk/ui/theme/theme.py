"""The theme in force: colours, fonts and icons by meaning, put on the whole application at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette, QPixmap

from dsl_desk.ui.theme.focus_ring import FocusRing
from dsl_desk.ui.theme.fonts import Fonts
from dsl_desk.ui.theme.look import Look, Scheme
from dsl_desk.ui.theme.palette import contrast_colours, palette_of
from dsl_desk.ui.theme.pictures import Pictures
from dsl_desk.ui.theme.sheet import fill
from dsl_desk.ui.theme.tokens import read_tokens
from dsl_desk.ui.theme.voice import Family, Voice

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from dsl_desk.ui.theme.icon import Icon
    from dsl_desk.ui.theme.meaning import Meaning


class Theme:
    """What a widget may ask: a colour, a font, a size, an icon."""

    def __init__(self, look: Look, scheme: Scheme, colours: Mapping[Meaning, QColor]) -> None:
        self.look = look
        self.scheme = scheme
        self._colours = colours

    def colour(self, meaning: Meaning) -> QColor:
        """Return the colour that says this."""
        return self._colours[meaning]

    def font(self, voice: Voice, *, tabular: bool = False) -> QFont:
        """Return the font of this voice; tabular figures for times, counts and clocks."""
        return _dressing_room.fonts.font(voice, self.look.text.value, tabular=tabular)

    def px(self, size: int) -> int:
        """Return a size that grows with the text."""
        return size + self.look.text.value

    def icon(self, icon: Icon, meaning: Meaning, px: int) -> QPixmap:
        """Return an icon in the colour of a meaning, sharp on this screen."""
        room = _dressing_room
        return room.pictures.draw(icon, self.colour(meaning), px, room.app.devicePixelRatio())


class _DressingRoom:
    """What outlives a change of theme: the application, the fonts, the drawings, the focus ring."""

    app: QApplication
    resources: Path
    fonts: Fonts
    pictures: Pictures
    theme: Theme | None = None

    def open(self, app: QApplication, resources: Path) -> None:
        """Get ready for an application, once."""
        if self.theme is not None and self.app is app and self.resources == resources:
            return
        self.app = app
        self.resources = resources
        self.fonts = Fonts(resources / "fonts")
        self.pictures = Pictures(resources / "icons")
        app.setStyle("Fusion")
        ring = FocusRing(app, lambda meaning: theme().colour(meaning))
        app.focusChanged.connect(ring.follow)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.follow_the_system)
        hints.accessibility().contrastPreferenceChanged.connect(self.follow_the_system)

    def follow_the_system(self) -> None:
        """Dress again when the system changed its colours and the look follows it."""
        if self.theme is not None and self.theme.look.scheme is Scheme.SYSTEM:
            dress(self.app, self.resources, self.theme.look)


_dressing_room = _DressingRoom()


def theme() -> Theme:
    """Return the theme in force."""
    if _dressing_room.theme is None:
        message = "dress() comes before the first widget"
        raise RuntimeError(message)
    return _dressing_room.theme


def dress(app: QApplication, resources: Path, look: Look) -> Theme:
    """Put a look on the application: palette, font and stylesheet. Again for every change."""
    room = _dressing_room
    room.open(app, resources)
    _tell_the_system(app, look.scheme)
    scheme = _resolve(app, look.scheme)
    themes = resources / "themes"
    if scheme is Scheme.CONTRAST:
        app.setPalette(QPalette())
        colours = contrast_colours(app.palette())
    else:
        tokens = read_tokens(themes / f"{scheme.value}.toml")
        colours = {meaning: QColor(colour) for meaning, colour in tokens.items()}
        app.setPalette(palette_of(colours))
    room.theme = Theme(look, scheme, colours)
    room.fonts.load(Family.SANS)
    app.setFont(room.theme.font(Voice.BODY))
    sheet = (themes / "base.qss").read_text(encoding="utf-8")
    app.setStyleSheet(fill(sheet, colours, look.text.value))
    return room.theme


def _tell_the_system(app: QApplication, scheme: Scheme) -> None:
    """Ask for a title bar of our shade; the system draws it, not we."""
    hints = app.styleHints()
    if scheme is Scheme.DARK:
        hints.setColorScheme(Qt.ColorScheme.Dark)
    elif scheme is Scheme.LIGHT:
        hints.setColorScheme(Qt.ColorScheme.Light)
    else:
        hints.unsetColorScheme()


def _resolve(app: QApplication, wanted: Scheme) -> Scheme:
    """Return the scheme that SYSTEM stands for at this moment, or the one that was chosen."""
    if wanted is not Scheme.SYSTEM:
        return wanted
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Scheme.CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT
