"""All that one entry of a child protection file says on paper, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dsl_desk.domain.concern import Concern
    from dsl_desk.domain.done import Done
    from dsl_desk.domain.person import PersonDraft
    from dsl_desk.domain.policy.states import DutyRow
    from dsl_desk.domain.viewing_file import Piece, ViewingFile


@dataclass(frozen=True)
class EntryFacts:
    """A concern in all its versions, what was done about it, and what the policy asked."""

    versions: tuple[Concern, ...] = field(repr=False)
    done: Done = field(repr=False)
    viewings: tuple[ViewingFile, ...] = field(default=(), repr=False)
    duties: tuple[DutyRow, ...] = field(default=(), repr=False)
    pieces: tuple[Piece, ...] = field(default=(), repr=False)  # under none of these decisions
    children: tuple[PersonDraft, ...] = field(default=(), repr=False)

    @property
    def concern(self) -> Concern:
        """What it says now."""
        return self.versions[-1]
