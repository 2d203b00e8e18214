"""The people something is about, as entries name them: by their id where they are a member."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.ids import MemberId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dsl_desk.domain.entry import Body
    from dsl_desk.domain.member import Member

SUBJECT: Final = "subject"


@dataclass(frozen=True)
class Subject:
    """Somebody something is about, or, where it is about several, each of them."""

    name: str = field(repr=False)
    member: MemberId | None = None
    others: tuple[str, ...] = field(default=(), repr=False)

    def is_the_same_as(self, member: Member) -> bool:
        """Tell whether this is a member: by id, or by a name spelled alike.

        Somebody may be written about long before they become a member; a namesake is for people
        to tell apart, and until they do, the answer is yes.
        """
        return self.may_be(Subject(member.name, member.id))

    def may_be(self, other: Subject) -> bool:
        """Tell whether this is another subject, or perhaps a namesake whom nobody told apart."""
        known = self.member is not None and self.member == other.member
        return known or not self._plain_names().isdisjoint(other._plain_names())

    def surely_is(self, member: Member) -> bool:
        """Tell whether this is a member, going by the name only where no id was written."""
        if self.member is not None:
            return self.member == member.id
        return _plain(member.name) in self._plain_names()

    def _plain_names(self) -> frozenset[str]:
        return frozenset(_plain(name) for name in (self.name, *self.others))


def names_of_subjects(names: Sequence[str]) -> dict[str, str]:
    """Return how a body names whom it is about: subject, subject 2, subject 3."""
    return {
        SUBJECT if number == 1 else f"{SUBJECT} {number}": name.strip()
        for number, name in enumerate(names, start=1)
    }


def subject_of(body: Body) -> Subject | None:
    """Return whom a body names as its subject."""
    name, member = body.names.get(SUBJECT), body.fields.get(SUBJECT)
    if name is None and not member:
        return None
    others = tuple(who for key, who in body.names.items() if key.startswith(f"{SUBJECT} "))
    return Subject(name or "", MemberId(str(member)) if member else None, others)


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
