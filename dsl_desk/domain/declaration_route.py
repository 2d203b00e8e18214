"""Who reviews a declaration, and where it is kept: never by, nor open to, whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.member import Role
from dsl_desk.domain.routing import Row, holders_of, route

if TYPE_CHECKING:
    from collections.abc import Collection

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.routing import Posts

_REVIEWS: Final = {Row.DSL: Role.HEAD, Row.HEAD: Role.CHAIR, Row.CHAIR: Role.OFFICER}
_SEALED: Final = tuple(_REVIEWS)  # the group of Staff has the DSL in it, who reads the part
_NOBODY: Final[tuple[MemberId, ...]] = ()


@dataclass(frozen=True)
class Reviewer:
    """Who reviews. `row` is the group of sealed slots it is kept in; none: the part.

    No people: nobody in this vault may, and it is told to somebody outside.
    """

    role: Role
    people: tuple[MemberId, ...]
    row: Row | None = None


def reviewer_of(
    member: MemberId | None,
    posts: Posts,
    readers: Collection[MemberId],
    usual: Role = Role.HEAD,
) -> Reviewer:
    """Return who reviews a declaration of somebody, `None` for whoever is no member.

    Whoever can read the part, or reviews what is in it, has their own kept sealed from them.
    """
    reviews = posts[usual].people() if usual in posts else _NOBODY
    if member is None or (member not in readers and member not in _holder(posts, usual)):
        return Reviewer(usual, tuple(one for one in reviews if one != member))
    goes = route(member, posts).row
    begins = _SEALED.index(goes) if goes in _SEALED else 0
    for row in _SEALED[begins:] if goes is not None else ():
        holders = holders_of(row, posts)
        if holders and member not in holders:
            return Reviewer(_REVIEWS[row], holders, row)
    return Reviewer(Role.OFFICER, ())


def _holder(posts: Posts, role: Role) -> tuple[MemberId, ...]:
    holder = posts[role].holder if role in posts else None
    return _NOBODY if holder is None else (holder,)
