"""What a copy for somebody who asked, and the schedule of what was withheld, say; frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.person_ref import PersonRef
from dsl_desk.domain.registers.all import BY_KIND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.entry import Body, Stamp
    from dsl_desk.domain.entry_facts import EntryFacts
    from dsl_desk.domain.registers.register import RegisterDraft
    from dsl_desk.domain.subject_access import SubjectItem

# What says where something lies, and nothing about anybody.
_NOT_SAID: Final = frozenset({"person", "key", "blob", "digest", "sha256", "schema"})
_HEX: Final = frozenset("0123456789abcdef")
_AN_ID: Final = 32


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


def rows_of(body: Body) -> tuple[tuple[str, str], ...]:
    """Return all that a body says, as questions and answers; nothing of it is left out."""
    register = BY_KIND.get(body.kind)
    if register is not None:
        draft: RegisterDraft = register.kind.said_in(body).draft
        told = ((one.label, one.told(draft.said(one.name))) for one in register.blanks)
        return tuple((question, answer) for question, answer in told if answer)
    return tuple(_rows_in(body.fields, ""))


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


def _rows_in(told: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(told, Mapping):
        for key, inside in told.items():
            if key not in _NOT_SAID:
                yield from _rows_in(inside, str(key))
    elif isinstance(told, (list, tuple)):
        for one in told:
            yield from _rows_in(one, name)
    elif words := _words(told):
        yield name.replace("_", " ").capitalize(), words


def _words(told: object) -> str:
    if isinstance(told, bool):
        return "Yes" if told else ""
    if isinstance(told, (bytes, type(None))):
        return ""
    words = str(told).strip()
    return "" if len(words) >= _AN_ID and set(words) <= _HEX else words
