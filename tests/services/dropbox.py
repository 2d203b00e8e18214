"""Leaving and taking in, as the tests of the sealed drop do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dsl_desk.domain.drop import Left, LeftAbout, LeftSort, NoteDraft, Whom
from dsl_desk.keys.drop_cells import CELL
from dsl_desk.services.dropping import Dropping
from dsl_desk.storage.drop import DropFile

if TYPE_CHECKING:
    from pathlib import Path

    from dsl_desk.domain.left import LeftRecord
    from dsl_desk.services.desk import Desk
    from tests.services.staffroom import Staffroom

WORDS = "At lunch Wren asked me to follow her, and said another adult here already does."
ABOUT_A_CHILD = Whom(LeftAbout.CHILD)


def a_note(school: Staffroom, whom: Whom = ABOUT_A_CHILD, words: str = WORDS) -> Left:
    note = NoteDraft(words, "Lena Harebell")
    return Left.fresh(LeftSort.NOTE, whom, note.as_json(), school.vault.clock.now())


def leave(school: Staffroom, whom: Whom = ABOUT_A_CHILD, words: str = WORDS) -> Left:
    left = a_note(school, whom, words)
    Dropping(school.vault.folder, school.vault.clock).leave(left)
    return left


def about(school: Staffroom, name: str) -> Whom:
    return Whom(LeftAbout.ADULT, school.ids[name])


def take_in(desk: Desk) -> tuple[LeftRecord, ...]:
    for _slice in desk.drop.take_in():
        pass
    return desk.drop.waiting(0, 10_000).rows


def drop_of(school: Staffroom) -> dict[str, Path]:
    """Return the file of each member by name."""
    folder = school.vault.folder / "drop"
    return {name: folder / f"{one}.drop" for name, one in school.ids.items()}


def observed(school: Staffroom) -> dict[str, tuple[int, float, tuple[int, ...]]]:
    """Return what a thief of the disk sees of the drop: sizes, times, which places are taken."""

    return {
        name: (path.stat().st_size, path.stat().st_mtime, DropFile(path, CELL).used())
        for name, path in drop_of(school).items()
    }
