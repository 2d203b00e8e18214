"""All that a referral pack says, frozen; and what it says only if somebody stands for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.allegation_choices import AllegationStepSort as Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.allegation import Allegation
    from dsl_desk.domain.allegation_step import AllegationStep
    from dsl_desk.domain.allegation_view import AllegationView
    from dsl_desk.domain.child_file import ChildFileDraft
    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.lado_form import LadoForm
    from dsl_desk.domain.low_level import LowLevel
    from dsl_desk.domain.member import Member
    from dsl_desk.domain.person import PersonDraft
    from dsl_desk.domain.policy.cited import Cited
    from dsl_desk.domain.viewing_file import Piece


@dataclass(frozen=True)
class ChildInPack:
    """A child of an allegation, as the record names them and as the school knows them."""

    name: str = field(repr=False)
    person: PersonDraft | None = field(default=None, repr=False)
    file: ChildFileDraft | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Before:
    """What stood against the adult before: allegations, and low-level concerns."""

    allegations: tuple[Allegation, ...] = field(default=(), repr=False)
    concerns: tuple[LowLevel, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class PackFacts:
    """One allegation with its steps in all their versions, and who is in it."""

    view: AllegationView = field(repr=False)
    versions: Mapping[str, tuple[AllegationStep, ...]] = field(repr=False)
    by: Member = field(repr=False)
    school: str
    adult: PersonDraft | None = field(default=None, repr=False)
    children: tuple[ChildInPack, ...] = field(default=(), repr=False)
    evidence: tuple[Piece, ...] = field(default=(), repr=False)
    before: Before = Before()
    form: LadoForm | None = None
    clauses: tuple[Cited, ...] = ()
    links: tuple[str, ...] = field(default=(), repr=False)
    stamp: Stamp | None = None


@dataclass(frozen=True)
class NotDone:
    """What was not done about the adult: said only if the case manager stands for it."""

    code: str
    sort: Sort
    asked: str
    words: str


NOT_DONE: Final = (
    NotDone("not_told", Sort.ADULT_TOLD, "The adult was told", "The adult has not been told."),
    NotDone(
        "not_questioned",
        Sort.QUESTIONED,
        "The adult was questioned",
        "The adult has not been questioned.",
    ),
    NotDone(
        "not_suspended",
        Sort.SUSPENSION,
        "Suspension or alternatives",
        "Nothing about the adult's work has been decided.",
    ),
    NotDone(
        "parents_not_told", Sort.PARENTS_TOLD, "Parents told", "The parents have not been told."
    ),
)


def still_open(steps: tuple[AllegationStep, ...]) -> tuple[NotDone, ...]:
    """Return what no step says was done."""
    done = {step.sort for step in steps}
    return tuple(one for one in NOT_DONE if one.sort not in done)
