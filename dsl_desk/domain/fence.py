"""The fence: a declared link is noticed before somebody is given what touches that child."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.answers import what_is_wrong
from dsl_desk.domain.errors import Problem
from dsl_desk.domain.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from dsl_desk.domain.declaration_standing import DeclarationLine, DeclarationState
    from dsl_desk.domain.declared_link import DeclaredLink
    from dsl_desk.domain.ids import RecordId
    from dsl_desk.domain.person_ref import PersonRef

FENCE_PASSED: Final = "fence_passed"
_LONGEST_REASON: Final = 1_000


class FenceAct(Enum):
    """What somebody was to be given."""

    KEY = "key"
    VIEWER = "viewer"
    CASE_MANAGER = "case_manager"
    BEST_PLACED = "best_placed"


@dataclass(frozen=True)
class Touch:
    """One declared link that touches what somebody is to be given."""

    declaration: RecordId
    by: str = field(repr=False)
    link: DeclaredLink = field(repr=False)
    state: DeclarationState
    sealed: bool = False

    @property
    def in_words(self) -> str:
        """Priya Oakhollow: aunt or uncle of Kit Meadowcroft."""
        words = self.link.in_words
        return f"{self.by}: {words[:1].lower()}{words[1:]}"


@dataclass(frozen=True)
class Fenced:
    """What the fence says. It does not run for whoever may not read declarations: they `ask`."""

    touches: tuple[Touch, ...] = ()
    runs: bool = True
    ask: tuple[str, ...] = field(default=(), repr=False)


def touching(
    who: Subject,
    family: Collection[PersonRef] | None,
    lines: Iterable[DeclarationLine],
    same: Callable[[str], tuple[str, ...]],
) -> tuple[Touch, ...]:
    """Return the links somebody declared to any of these people; `None`: to anybody at all.

    `same` gives every id of somebody whose records were merged.
    """
    return tuple(_touches(who, family, lines, same))


def named_in(
    words: str,
    family: Collection[PersonRef],
    lines: Iterable[DeclarationLine],
    same: Callable[[str], tuple[str, ...]],
) -> tuple[Touch, ...]:
    """Return the links to these people that somebody declared whose name stands in some words."""
    said = " ".join(words.split()).casefold()
    return tuple(
        one for one in links_to(family, lines, same) if " ".join(one.by.split()).casefold() in said
    )


def links_to(
    family: Collection[PersonRef],
    lines: Iterable[DeclarationLine],
    same: Callable[[str], tuple[str, ...]],
) -> tuple[Touch, ...]:
    """Return every declared link to any of these people, whoever declared it."""
    return tuple(
        _touch(line, link)
        for line in lines
        for link in line.declaration.draft.links
        if _is_one_of(link, family, same)
    )


def wrong_with_going_on(reason: str) -> tuple[Problem, ...]:
    """Return what stands in the way of going on all the same: a reason is needed."""
    code = what_is_wrong(reason, _LONGEST_REASON)
    return (Problem("reason", code),) if code else ()


def _touches(
    who: Subject,
    family: Collection[PersonRef] | None,
    lines: Iterable[DeclarationLine],
    same: Callable[[str], tuple[str, ...]],
) -> Iterator[Touch]:
    for line in lines:
        if line.declaration.draft.subject().may_be(who):
            for link in line.declaration.draft.links:
                if family is None or _is_one_of(link, family, same):
                    yield _touch(line, link)


def _touch(line: DeclarationLine, link: DeclaredLink) -> Touch:
    draft = line.declaration.draft
    return Touch(line.declaration.written.id, draft.by, link, line.state, line.sealed)


def _is_one_of(
    link: DeclaredLink, family: Collection[PersonRef], same: Callable[[str], tuple[str, ...]]
) -> bool:
    """Tell whether a link is to one of these: by their record, or by a name nobody told apart."""
    named = link.who
    for one in family:
        if named.person and one.person:
            if named.person in same(one.person):
                return True
        elif Subject(named.name).may_be(Subject(one.name)):
            return True
    return False
