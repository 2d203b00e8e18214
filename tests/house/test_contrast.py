"""Every pair of text and ground, in both themes, by the WCAG formula. The numbers are promises."""

from __future__ import annotations

from pathlib import Path

import pytest

from dsl_desk.ui.theme.meaning import Meaning
from dsl_desk.ui.theme.tokens import SOFT, read_tokens

THEMES = Path(__file__).parents[2] / "resources" / "themes"
TEXT, DRAWING = 4.5, 3.0

M = Meaning

# text or drawing, ground, promised in light, promised in dark: the table of the look, section 2
PROMISED = [
    (M.LINE_STRONG, M.SURFACE, 3.69, 4.34),
    (M.LINE_STRONG, M.CANVAS, 3.39, 4.82),
    (M.INK, M.SURFACE, 16.5, 14.1),
    (M.INK, M.CANVAS, 15.2, 15.7),
    (M.INK2, M.SURFACE, 8.2, 9.3),
    (M.INK2, M.CANVAS, 7.5, 10.4),
    (M.INK3, M.SURFACE, 5.8, 6.6),
    (M.INK3, M.CANVAS, 5.3, 7.4),
    (M.ACCENT, M.SURFACE, 7.5, 8.7),
    (M.ACCENT, M.CANVAS, 6.9, 9.7),
    (M.ACCENT, M.ACCENT_SOFT, 6.5, 7.1),
    (M.ON_ACCENT, M.ACCENT, 7.5, 8.9),
    (M.RAIL_INK, M.RAIL, 10.5, 13.1),
    (M.RAIL_MUTE, M.RAIL, 6.4, 7.0),
    (M.MINT, M.RAIL, 8.8, 11.9),
    (M.AMBER, M.SURFACE, 7.0, 10.0),
    (M.AMBER, M.AMBER_SOFT, 6.4, 9.3),
    (M.AMBER_FILL, M.SURFACE, 3.8, 6.7),
    (M.RED, M.SURFACE, 7.6, 8.7),
    (M.RED, M.RED_SOFT, 6.7, 8.3),
    (M.BLUE, M.SURFACE, 7.4, 9.3),
    (M.BLUE, M.BLUE_SOFT, 6.5, 8.7),
    (M.GREEN, M.SURFACE, 6.9, 9.6),
    (M.GREEN, M.GREEN_SOFT, 6.1, 8.9),
    (M.SEAL, M.SURFACE, 8.2, 8.8),
    (M.SEAL, M.SEAL_SOFT, 7.2, 8.6),
    (M.PLUM, M.SURFACE, 7.7, 9.0),
    (M.PLUM, M.PLUM_SOFT, 6.8, 8.7),
    (M.FOCUS, M.SURFACE, 6.4, 8.8),
    (M.FOCUS, M.CANVAS, 5.9, 9.8),
    (M.DISABLED_INK, M.DISABLED_FILL, 4.6, TEXT),
    (M.MATCH_INK, M.MATCH, 13.7, 13.7),
]

# further pairs that the kit paints: at least what WCAG asks of text, or of drawings
PAINTED = [
    *[(ink, ground, TEXT) for ink in (M.INK, M.INK2, M.INK3) for ground in (M.INSET,)],
    *[(ink, M.ACCENT_SOFT, TEXT) for ink in (M.INK, M.INK2)],
    *[(M.INK, soft, TEXT) for soft, _edge in SOFT.values()],
    (M.ON_ACCENT, M.ACCENT_HOVER, TEXT),
    (M.ON_ACCENT, M.ACCENT_PRESSED, TEXT),
    (M.SURFACE, M.RED, TEXT),
    (M.RED, M.CANVAS, TEXT),
    (M.AMBER, M.CANVAS, TEXT),
    (M.ACCENT, M.INSET, TEXT),
    (M.RAIL_INK, M.RAIL_ON, TEXT),
    (M.RAIL_INK, M.RAIL_PANEL, TEXT),
    (M.RAIL_INK, M.RAIL_COUNT, TEXT),
    (M.RAIL_MUTE, M.RAIL_PANEL, TEXT),
    (M.MINT, M.RAIL_ON, DRAWING),
    (M.MINT, M.RAIL_PANEL, DRAWING),
    (M.RAIL, M.MINT, DRAWING),
    (M.TOAST_INK, M.TOAST, TEXT),
    (M.TOAST_LINK, M.TOAST, TEXT),
    (M.MINT, M.TOAST, DRAWING),
    (M.FOCUS, M.INSET, DRAWING),
    (M.FOCUS, M.ACCENT_SOFT, DRAWING),
    (M.LINE_STRONG, M.INSET, DRAWING),
]


def contrast(one: str, other: str) -> float:
    """The WCAG 2 contrast ratio of two colours written #RRGGBB."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_that_the_formula_gives_black_on_white_its_known_ratio() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", PROMISED, ids=lambda pair: f"{pair[0].value}-{pair[1].value}")
def test_that_a_promised_contrast_is_kept(
    pair: tuple[Meaning, Meaning, float, float], scheme: str
) -> None:
    colours = read_tokens(THEMES / f"{scheme}.toml")
    text, ground, light, dark = pair
    promised = light if scheme == "light" else dark
    decimals = len(str(promised).split(".")[1])
    assert round(contrast(colours[text], colours[ground]), decimals) >= promised


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("pair", PAINTED, ids=lambda pair: f"{pair[0].value}-{pair[1].value}")
def test_that_a_painted_pair_can_be_read(pair: tuple[Meaning, Meaning, float], scheme: str) -> None:
    colours = read_tokens(THEMES / f"{scheme}.toml")
    text, ground, least = pair
    assert contrast(colours[text], colours[ground]) >= least
