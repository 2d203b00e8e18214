"""What may be published of a child today: the strictest of all that is written down."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.child_file import PhotoException
from dsl_desk.domain.registers.blank import YES
from dsl_desk.domain.registers.photo_consent import GIVEN, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dsl_desk.domain.registers.register import RegisterDraft

_NO: Final = frozenset({"refused", "withdrawn"})
ANYWHERE: Final = "Anywhere"
LIST_SAYS: Final = (
    "Do not publish a picture of a child on this list where the list says so.",
    "No consent recorded in writing means: do not publish.",
    "The list gives no reasons. Do not ask a child or a parent for one, and do not guess.",
)


@dataclass(frozen=True)
class Unpublished:
    """A child on the do-not-publish list: where not, and never why."""

    child: str = field(repr=False)
    form: str
    not_in: tuple[str, ...]  # the codes of places; empty means anywhere

    @property
    def words(self) -> str:
        """Return where nothing of this child is published."""
        words = ", ".join(
            f"{PLACES[place][:1].lower()}{PLACES[place][1:]}" for place in self.not_in
        )
        return f"{words[:1].upper()}{words[1:]}" or ANYWHERE


def may_be_published(
    consents: Iterable[RegisterDraft], exception: PhotoException, today: str
) -> frozenset[str]:
    """Return where a picture may stand: in every consent in force, and never against a refusal."""
    consents = tuple(consents)
    if exception is not PhotoException.NONE or any(one.said("standing") in _NO for one in consents):
        return frozenset()
    allowed = [
        {place for place in PLACES if one.said(place) == YES}
        for one in consents
        if _in_force(one, today)
    ]
    return frozenset(set.intersection(*allowed)) if allowed else frozenset()


def not_in(allowed: frozenset[str]) -> tuple[str, ...] | None:
    """Return where nothing may stand, nothing for anywhere, None where everything may."""
    closed = tuple(place for place in PLACES if place not in allowed)
    if not closed:
        return None
    return closed if allowed else ()


def _in_force(consent: RegisterDraft, today: str) -> bool:
    ends = consent.said("expires")
    begun = consent.said("signed_on") <= today
    return consent.said("standing") == GIVEN and begun and (not ends or today <= ends)
