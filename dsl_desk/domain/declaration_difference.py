"""What has changed between two declarations of one person, in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.subject import Subject
from dsl_desk.domain.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.declaration import DeclarationDraft
    from dsl_desk.domain.declared_link import DeclaredLink

_ASKED: Final = {
    "relation_words": "What they are to each other",
    "closeness": "How close they are",
    "since": "Since when",
    "before": "Before working here",
    "teaches": "Teaching or looking after",
    "platforms": "Where they are in touch online",
    "contact": "Kind of contact",
}


def differences(before: DeclarationDraft, now: DeclarationDraft) -> tuple[str, ...]:
    """Return a line for each link that is new, gone or changed; none where all is as it was."""
    return tuple(_lines(before, now))


def _lines(before: DeclarationDraft, now: DeclarationDraft) -> Iterator[str]:
    for link in now.links:
        old = _same(link, before.links)
        if old is None:
            yield f"New: {_small(link)}"
        else:
            yield from _changes(old, link)
    for link in before.links:
        if _same(link, now.links) is None:
            yield f"No longer declared: {_small(link)}"


def _changes(old: DeclaredLink, link: DeclaredLink) -> Iterator[str]:
    for name, asked in _ASKED.items():
        was, stands = _told(old, name), _told(link, name)
        if was != stands:
            yield f"{link.who.name}: {asked}, before “{was}”, now “{stands}”"


def _told(link: DeclaredLink, name: str) -> str:
    value = getattr(link, name)
    return value.strip() if isinstance(value, str) else label(value)


def _same(link: DeclaredLink, others: tuple[DeclaredLink, ...]) -> DeclaredLink | None:
    for other in others:
        if link.kind is other.kind and Subject(link.who.name).may_be(Subject(other.who.name)):
            return other
    return None


def _small(link: DeclaredLink) -> str:
    return f"{link.in_words[:1].lower()}{link.in_words[1:]}"
