"""The sheet for a day without the laptop. It needs no key: it says no more than the lock screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.face import Face

AWAY_FILE: Final = "When the laptop is not here.pdf"


def away_sheet(face: Face, fonts: Path) -> bytes:
    """Return it as PDF; the folder is resources/fonts."""
    from dsl_desk.documents.away_sheet import print_away_sheet  # noqa: PLC0415 reportlab is slow to import and seldom needed

    return print_away_sheet(face, fonts)
