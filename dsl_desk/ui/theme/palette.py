"""Qt's palette and our meanings, in both directions: ours for Fusion, the system's for contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

_Role = QPalette.ColorRole
_ROLES: Mapping[QPalette.ColorRole, Meaning] = {
    _Role.Window: Meaning.CANVAS,
    _Role.WindowText: Meaning.INK,
    _Role.Base: Meaning.SURFACE,
    _Role.AlternateBase: Meaning.INSET,
    _Role.Text: Meaning.INK,
    _Role.PlaceholderText: Meaning.INK3,
    _Role.Button: Meaning.SURFACE,
    _Role.ButtonText: Meaning.INK,
    _Role.BrightText: Meaning.RED,
    _Role.Highlight: Meaning.ACCENT,
    _Role.HighlightedText: Meaning.ON_ACCENT,
    _Role.Accent: Meaning.ACCENT,
    _Role.Link: Meaning.ACCENT,
    _Role.LinkVisited: Meaning.ACCENT,
    _Role.ToolTipBase: Meaning.TOAST,
    _Role.ToolTipText: Meaning.TOAST_INK,
    _Role.Light: Meaning.SURFACE,
    _Role.Midlight: Meaning.LINE,
    _Role.Mid: Meaning.BUTTON_EDGE,
    _Role.Dark: Meaning.LINE_STRONG,
    _Role.Shadow: Meaning.INK3,
}
_INKS = (_Role.WindowText, _Role.Text, _Role.ButtonText)

_GROUNDS = frozenset(
    {
        Meaning.CANVAS,
        Meaning.RAIL,
        Meaning.RAIL_PANEL,
        Meaning.RAIL_COUNT,
        Meaning.DISABLED_FILL,
        Meaning.TOAST,
    }
)
_FILLS = frozenset({Meaning.SURFACE, Meaning.INSET, Meaning.MATCH})
_CHOSEN = frozenset(
    {
        Meaning.ACCENT,
        Meaning.ACCENT_HOVER,
        Meaning.ACCENT_PRESSED,
        Meaning.FOCUS,
        Meaning.AMBER_FILL,
        Meaning.MINT,
    }
)


def palette_of(colours: Mapping[Meaning, QColor]) -> QPalette:
    """Return the Qt palette that says the same as the theme's colours."""
    palette = QPalette()
    for role, meaning in _ROLES.items():
        palette.setColor(role, colours[meaning])
    for role in _INKS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours[Meaning.DISABLED_INK])
    return palette


def contrast_colours(system: QPalette) -> dict[Meaning, QColor]:
    """Return for every meaning one of the system's own colours: contrast drops all of ours."""
    return {meaning: _system_colour(meaning, system) for meaning in Meaning}


def _system_colour(meaning: Meaning, system: QPalette) -> QColor:
    if meaning in _GROUNDS:
        return system.color(_Role.Window)
    if meaning in _FILLS or meaning.value.endswith("_soft"):
        return system.color(_Role.Base)
    if meaning in _CHOSEN:
        return system.color(_Role.Highlight)
    if meaning in (Meaning.ON_ACCENT, Meaning.RAIL_ON):
        return system.color(_Role.HighlightedText)
    if meaning is Meaning.DISABLED_INK:
        return system.color(QPalette.ColorGroup.Disabled, _Role.WindowText)
    return system.color(_Role.WindowText)
