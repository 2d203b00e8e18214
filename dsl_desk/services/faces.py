"""The face of a vault: what the lock screen may show before anybody unlocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.keys.face_page import read_face
from dsl_desk.keys.page_file import read_page
from dsl_desk.services.places import stands

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.face import Face


def face_of(folder: Path) -> Face | None:
    """Return what the lock screen may show; None where no vault stands yet."""
    return read_face(read_page(folder)) if stands(folder) else None
