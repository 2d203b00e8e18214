"""The stylesheet, filled in: @meaning@ becomes a colour, @px-14@ grows with the text size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dsl_desk.ui.theme.meaning import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

_BLANK = re.compile(r"@(px-)?([a-z0-9_]+)@")


def fill(sheet: str, colours: Mapping[Meaning, QColor], larger: int) -> str:
    """Return the sheet with every placeholder filled; an unknown meaning is a ValueError."""

    def word(blank: re.Match[str]) -> str:
        if blank[1]:
            return f"{int(blank[2]) + larger}px"
        return colours[Meaning(blank[2])].name()

    return _BLANK.sub(word, sheet)
