"""Everything about one decision to look: what its paper prints, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dsl_desk.domain.custody import CustodyLine
    from dsl_desk.domain.evidence import Evidence
    from dsl_desk.domain.plain_picture import PlainPicture
    from dsl_desk.domain.sharing_copy import SharingCopy
    from dsl_desk.domain.viewing import Viewing
    from dsl_desk.domain.viewing_rules import RuleClause
    from dsl_desk.domain.viewing_standing import Answer, Standing


@dataclass(frozen=True)
class CopyShown:
    """A copy for sharing, and what reads the picture that is left of it, once it is drawn."""

    copy: SharingCopy = field(repr=False)
    read: Callable[[], PlainPicture] = field(repr=False)


@dataclass(frozen=True)
class Piece:
    """A piece of evidence with its custody. Of one set aside only that is said.

    Of a picture nothing is printed but its copies for sharing.
    """

    evidence: Evidence = field(repr=False)
    custody: tuple[CustodyLine, ...] = field(repr=False)
    set_aside: bool = False
    copies: tuple[CopyShown, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class ViewingFile:
    """A decision in all its versions, the answers to it, and what was captured under it."""

    versions: tuple[Viewing, ...] = field(repr=False)
    answers: tuple[Answer, ...] = field(repr=False)
    standing: Standing
    pieces: tuple[Piece, ...] = field(repr=False)
    # Which clause of the policy it was decided under asks which question.
    clauses: Mapping[str, RuleClause] = field(default_factory=dict)

    @property
    def viewing(self) -> Viewing:
        """What it says now."""
        return self.versions[-1]
