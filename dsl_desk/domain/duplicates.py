"""When two records may be of one person, and when they surely are."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from dsl_desk.domain.finding import fit, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.person import PersonDraft, PersonRow


def alike(one: PersonDraft, other: PersonDraft) -> bool:
    """Tell whether they may be one person: one birthday, and names but for a letter each.

    Two pupils whose numbers differ are asked about only where the whole name is the same.
    """
    if one.kind is not other.kind or one.born != other.born:
        return False
    if not one.born or _numbers_differ(one, other):
        return _full_name(one) == _full_name(other)
    return _close(_first_names(one), _first_names(other)) and _close(
        words_of(one.surname), words_of(other.surname)
    )


def certain(one: PersonDraft, other: PersonDraft) -> bool:
    """Tell whether they are one person: birthday and whole name, and no numbers that differ."""
    named = _full_name(one) == _full_name(other)
    return bool(one.born) and one.born == other.born and named and not _numbers_differ(one, other)


def pairs(rows: Iterable[PersonRow]) -> tuple[tuple[PersonRow, PersonRow], ...]:
    """Return every two who may be one person, as they stand in the list."""
    by_birth: defaultdict[tuple[object, str], list[PersonRow]] = defaultdict(list)
    for row in rows:
        by_birth[row.kind, row.draft.born].append(row)
    return tuple(
        (one, other)
        for group in by_birth.values()
        for one, other in combinations(group, 2)
        if alike(one.draft, other.draft)
    )


def _numbers_differ(one: PersonDraft, other: PersonDraft) -> bool:
    return bool(one.upn and other.upn and one.upn != other.upn)


def _full_name(draft: PersonDraft) -> tuple[str, ...]:
    first = words_of(draft.forename or draft.known_as)
    return (*first, "", *words_of(draft.surname), "", *words_of(draft.organisation))


def _first_names(draft: PersonDraft) -> tuple[str, ...]:
    return (*words_of(draft.forename), *words_of(draft.known_as))


def _close(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if not some and not others:
        return True
    return any(
        fit(one, other) is not None or fit(other, one) is not None
        for one in some
        for other in others
    )
