"""The colours of one theme, read from its file: every meaning, and nothing that has none."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_HUES = ("red", "amber", "blue", "green", "seal", "plum", "accent")
SOFT: Mapping[Meaning, tuple[Meaning, Meaning]] = {
    Meaning(hue): (Meaning(f"{hue}_soft"), Meaning(f"{hue}_line")) for hue in _HUES
}
"""For each hue that words are written in: the soft fill and the edge that go with it."""


def read_tokens(file: Path) -> dict[Meaning, str]:
    """Return the colour, as text, of every meaning. A missing or unknown one is a KeyError."""
    theme = tomllib.loads(file.read_text(encoding="utf-8"))
    ramp: dict[str, str] = theme["ramp"]
    colours = {Meaning(name): ramp[step] for name, step in theme["meanings"].items()}
    return {meaning: colours[meaning] for meaning in Meaning}
