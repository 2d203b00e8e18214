"""What the register of declarations is narrowed to, and what is counted of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declaration_standing import DeclarationState
from dsl_desk.domain.declared_link import LinkKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.declaration_standing import DeclarationLine


@dataclass(frozen=True)
class DeclarationFilter:
    """Nothing chosen: everything. `year` is the one in which it was written."""

    words: str = field(default="", repr=False)
    state: DeclarationState | None = None
    kind: LinkKind | None = None
    year: str = ""

    def takes(self, line: DeclarationLine) -> bool:
        """Tell whether a line is wanted."""
        draft = line.declaration.draft
        said = " ".join(
            (draft.by, draft.role, line.declaration.ref, *(one.in_words for one in draft.links))
        )
        words = self.words.casefold().split()
        return (
            self.state in (None, line.state)
            and (self.kind is None or any(link.kind is self.kind for link in draft.links))
            and line.declaration.written.written_at.startswith(self.year)
            and all(word in said.casefold() for word in words)
        )


_REASONS: Final = "reasons"


def as_narrowed(wanted: DeclarationFilter, *, reasons: bool) -> tuple[str, ...]:
    """Return a filter in words, as the wish for a paper holds it."""
    state = wanted.state.value if wanted.state else ""
    kind = wanted.kind.value if wanted.kind else ""
    return (wanted.words, state, kind, wanted.year, _REASONS if reasons else "")


def of_narrowed(narrowed: tuple[str, ...]) -> tuple[DeclarationFilter, bool]:
    """Return the filter a wish holds, and whether the paper says the reasons."""
    words, state, kind, year, reasons = narrowed or ("",) * 5
    told = DeclarationFilter(
        words,
        DeclarationState(state) if state else None,
        LinkKind(kind) if kind else None,
        year,
    )
    return told, reasons == _REASONS


@dataclass(frozen=True)
class DeclarationCounts:
    """Counts without a name in them, for governors."""

    declared: int
    nil: int
    links: int
    by_state: tuple[tuple[DeclarationState, int], ...]


def counts_of(lines: Iterable[DeclarationLine]) -> DeclarationCounts:
    """Return how many there are, and how each stands."""
    told = tuple(lines)
    nil = sum(line.declaration.draft.nil for line in told)
    states = tuple(
        (state, count)
        for state in DeclarationState
        if (count := sum(line.state is state for line in told))
    )
    links = sum(len(line.declaration.draft.links) for line in told)
    return DeclarationCounts(len(told), nil, links, states)
