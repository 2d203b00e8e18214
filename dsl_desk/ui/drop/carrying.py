"""What a note says, carried into the form of what it becomes: nobody types it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.adult import Adult
from dsl_desk.domain.drop import NoteDraft
from dsl_desk.domain.moments import wall_clock

if TYPE_CHECKING:
    from dsl_desk.domain.face import Face
    from dsl_desk.domain.left import LeftRecord


@dataclass(frozen=True)
class Carried:
    """The words as they came, who left them, when, and whom the writer chose."""

    words: str = field(repr=False)
    by: str = field(repr=False)
    at: str
    adult: Adult = field(repr=False)


def carried_of(record: LeftRecord, face: Face) -> Carried:
    """Return what is carried over."""
    note = NoteDraft.of(record.left.fields)
    member = record.left.whom.member
    names: dict[str, str] = {one.id: one.name for one in face.members}
    adult = Adult(name=names.get(member, ""), member=member if member in names else "")
    return Carried(note.words, note.name, wall_clock(record.left_at), adult)
