"""Where what a file says of itself does not agree with what somebody says they saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.evidence import Doubt

if TYPE_CHECKING:
    from dsl_desk.domain.picture import PictureFacts

_DAY: Final = len("2026-11-19")
_EDITORS: Final = ("photoshop", "gimp", "snapseed", "picsart", "lightroom", "pixelmator", "canva")


def doubts_about(picture: PictureFacts, seen_at: str) -> tuple[Doubt, ...]:
    """Return what whoever relies on the file should know; nothing where all agrees."""
    made = "" if picture.taken_at is None else picture.taken_at.isoformat()[: len(seen_at)]
    found = {
        Doubt.EDITED: _edited(picture),
        Doubt.TAKEN_LATER: bool(made) and made > seen_at,
        Doubt.TAKEN_EARLIER: bool(made) and made[:_DAY] < seen_at[:_DAY],
    }
    return tuple(doubt for doubt, true in found.items() if true)


def _edited(picture: PictureFacts) -> bool:
    words = " ".join(text for name, text in picture.exif if "software" in name.casefold())
    return any(editor in words.casefold() for editor in _EDITORS)
