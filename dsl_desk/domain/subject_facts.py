"""What a copy for somebody who asked, and the schedule of what was withheld, say; frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.person_ref import PersonRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Stamp
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.subject_access import SubjectItem


@dataclass(frozen=True)
class GivenItem:
    """One record that is given: a concern in full, anything else as the words of its body."""

    item: SubjectItem
    heading: str = field(repr=False)
    rows: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    concern: EntryFacts | None = field(default=None, repr=False)


@dataclass(frozen=True)
class SubjectFacts:
    """Everything one paper says of one part."""

    part: Compartment
    about: str = field(repr=False)
    received: str
    scope: str = field(repr=False)
    searched: str = field(repr=False)
    items: tuple[SubjectItem, ...] = field(repr=False)
    given: tuple[GivenItem, ...] = field(repr=False)
    stamp: Stamp


def named_by(told: object) -> Iterator[PersonRef]:
    """Return everybody a body names as somebody, wherever in it, with a record or without."""
    if isinstance(told, Mapping):
        name, person = told.get("name"), told.get("person", "")
        if isinstance(name, str) and isinstance(person, str) and name.strip():
            yield PersonRef(name.strip(), person)
        told = tuple(told.values())
    if isinstance(told, Iterable) and not isinstance(told, (str, bytes)):
        for one in told:
            yield from named_by(one)
