"""Where the parcel lies that goes beside a paper: under its name, in the same folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.parcel import ENDING

if TYPE_CHECKING:
    from pathlib import Path


def free_beside(paper: Path) -> Path:
    """Return a name that is free: nobody was asked whether what lies there may go."""
    place, number = paper.with_suffix(ENDING), 1
    while place.exists():
        number += 1
        place = paper.with_name(f"{paper.stem}-{number}{ENDING}")
    return place
