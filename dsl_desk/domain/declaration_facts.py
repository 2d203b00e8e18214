"""What a declaration tells the policy: facts of its links, and nothing that names anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dsl_desk.domain.declared_link import BeforeJoining, LinkKind
from dsl_desk.domain.policy.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dsl_desk.domain.declaration import DeclarationDraft

_FACT: Final = {
    LinkKind.PUPIL: "family_link",
    LinkKind.PARENT: "parent_link",
    LinkKind.FORMER_PUPIL: "former_pupil",
}
_FRIEND: Final = "family_friend"


def facts_of_declaration(draft: DeclarationDraft) -> Facts:
    """Return what is known of a declaration, for the policy to ask something of it."""
    return Facts.of(f"declaration: {value}" for value in _values(draft))


def _values(draft: DeclarationDraft) -> Iterator[str]:
    for link in draft.links:
        if link.relation == _FRIEND and link.before is BeforeJoining.BEFORE:
            yield "earlier_friend"
        else:
            yield _FACT[link.kind]
