"""What a reminder leads to: a concern, somebody's file, or neither."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import RecordId

if TYPE_CHECKING:
    from dsl_desk.services.desk import Desk


@dataclass(frozen=True)
class Linked:
    """A concern, a person, or neither; both are ids."""

    concern: str = ""
    person: str = ""


NOT_LINKED: Final = Linked()


def told_of(desk: Desk, about: Linked) -> tuple[Linked, str]:
    """Return the same with the child of its concern, and what it is called on screen.

    A reminder is no reading: of the concern only its reference and its child are taken.
    """
    if not about.concern:
        return about, desk.people.directory.name_of(about.person)
    concern = desk.concerns.versions(RecordId(about.concern))[-1]
    whom = [one.person for one in concern.draft.subjects() if one.person]
    return replace(about, person=whom[0] if whom else ""), concern.ref
