"""What a person's page reads of their file: its newest lines, or only where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.chronology import ChronicleRow, ItemSort
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.page import Page as Stretch
    from dsl_desk.services.desk import Desk


def file_of(
    desk: Desk, record: str, count: int, only: ItemSort | None
) -> tuple[Compartment, Stretch[ChronicleRow] | None]:
    """Return the newest lines of a file; for whoever holds no key to it, only where it stands."""
    part = desk.chronology.part_of(record)
    if part not in desk.sitting.parts:
        return part, None
    return part, desk.chronology.of(record, 0, count, only)
