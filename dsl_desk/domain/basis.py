"""What a capture rests on: a decision to look, or something that was handed in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.handed_in import HandedIn
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person_ref import PersonRef
    from dsl_desk.domain.viewing import Viewing


@dataclass(frozen=True)
class Basis:
    """What every capture keeps of it: which record and part, about whom, for which concern."""

    record: RecordId
    ref: str
    part: Compartment
    concern: str
    people: tuple[PersonRef, ...] = field(repr=False)
    address: str = field(default="", repr=False)
    looker: str = ""  # the member who may look; nobody's where it was handed in


def basis_of_viewing(viewing: Viewing) -> Basis:
    """Return what a capture under a decision rests on."""
    draft = viewing.draft
    people = (draft.whose, *draft.people)
    part, at = draft.kept_in, draft.address or draft.account()
    return Basis(viewing.id, viewing.ref, part, draft.concern, people, at, draft.looker_member)


def basis_of_handed_in(handed_in: HandedIn) -> Basis:
    """Return what a capture of something handed in rests on."""
    draft = handed_in.draft
    return Basis(handed_in.id, handed_in.ref, draft.kept_in, draft.concern, draft.people)
