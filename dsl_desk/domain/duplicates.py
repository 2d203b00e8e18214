"""When two records may be of one person, and when they surely are."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from dsl_desk.domain.finding import fit, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.person import PersonDraft, PersonKind, PersonRow


def alike(one: PersonDraft, other: PersonDraft) -> bool:
    """Tell whether they may be one person: one birthday, and names but for a letter each.

    Two pupils whose numbers differ are asked about only where the whole name is the same.
    """
    return _alike(_Told.of(one), _Told.of(other))


def certain(one: PersonDraft, other: PersonDraft) -> bool:
    """Tell whether they are one person: birthday and whole name, and no numbers that differ."""
    first, second = _Told.of(one), _Told.of(other)
    same = first.born == second.born and first.whole == second.whole
    return bool(first.born) and same and not _numbers_differ(first, second)


def pairs(rows: Iterable[PersonRow]) -> tuple[tuple[PersonRow, PersonRow], ...]:
    """Return every two who may be one person, as they stand in the list."""
    groups: defaultdict[tuple[object, ...], list[tuple[PersonRow, _Told]]] = defaultdict(list)
    for row in rows:
        told = _Told.of(row.draft)
        # Without a birthday only the whole name counts: nobody is held against everybody.
        groups[told.kind, told.born, () if told.born else told.whole].append((row, told))
    return tuple(
        (one, other)
        for group in groups.values()
        for (one, first), (other, second) in combinations(group, 2)
        if _alike(first, second)
    )


@dataclass(frozen=True)
class _Told:
    """What two records are compared by, made out once for each."""

    kind: PersonKind
    born: str = field(repr=False)
    upn: str = field(repr=False)
    first: tuple[str, ...] = field(repr=False)
    last: tuple[str, ...] = field(repr=False)
    whole: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, draft: PersonDraft) -> _Told:
        forename, known_as = words_of(draft.forename), words_of(draft.known_as)
        last = words_of(draft.surname)
        whole = (*(forename or known_as), "", *last, "", *words_of(draft.organisation))
        return cls(draft.kind, draft.born, draft.upn, (*forename, *known_as), last, whole)


def _alike(one: _Told, other: _Told) -> bool:
    if one.kind is not other.kind or one.born != other.born:
        return False
    if not one.born or _numbers_differ(one, other):
        return one.whole == other.whole
    return _close(one.first, other.first) and _close(one.last, other.last)


def _numbers_differ(one: _Told, other: _Told) -> bool:
    return bool(one.upn and other.upn and one.upn != other.upn)


def _close(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    if not some and not others:
        return True
    return any(
        fit(one, other) is not None or fit(other, one) is not None
        for one in some
        for other in others
    )
