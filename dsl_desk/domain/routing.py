"""Who receives a case, by who it is about. Never the subject.

The table: about a member of staff it goes to Head and DSL; about the DSL to the Head; about the
Head to the chair of governors or the proprietor; about the chair to the named officer of the trust
or local authority. Where nobody is left it goes to the LADO, who is outside the vault.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from dsl_desk.domain.member import Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.ids import MemberId
    from dsl_desk.domain.post import Post

    Posts = Mapping[Role, Post]


class Row(Enum):
    """A row of the routing table, and the group of sealed slots that belongs to it."""

    STAFF = "staff"
    DSL = "dsl"
    HEAD = "head"
    CHAIR = "chair"


class Gap(Enum):
    """What a route still wants before set-up is finished."""

    NOBODY = "nobody"
    NO_STAND_IN = "no_stand_in"


@dataclass(frozen=True)
class Missing:
    """One thing that set-up still has to be told."""

    gap: Gap
    role: Role


@dataclass(frozen=True)
class Route:
    """Where a case goes: the group it is kept in and who holds it. No row: to the LADO alone."""

    row: Row | None
    holders: tuple[MemberId, ...] = ()

    @property
    def ends_at_the_lado(self) -> bool:
        """Whether nobody in this vault may receive the case."""
        return self.row is None


_ABOUT: Final = {
    Role.DSL: Row.DSL,
    Role.HEAD: Row.HEAD,
    Role.CHAIR: Row.CHAIR,
}
_IN_ORDER: Final = tuple(Row)
_WANTED: Final = (Role.DSL, Role.HEAD, Role.CHAIR)


def holders_of(row: Row, posts: Posts) -> tuple[MemberId, ...]:
    """Return who holds the group of a row: fixed by the posts, whatever case is in it.

    Two people hold it wherever there are two: the second way in that a sealed case needs.
    """
    if row is Row.STAFF:
        return _each_once(_holder(posts, Role.HEAD), _holder(posts, Role.DSL))
    receiving = {Row.DSL: Role.HEAD, Row.HEAD: Role.CHAIR, Row.CHAIR: Role.OFFICER}[row]
    subjects = {
        who for role, about in _ABOUT.items() if about is row for who in _holder(posts, role)
    }
    people = posts[receiving].people() if receiving in posts else ()
    return tuple(one for one in _each_once(people) if one not in subjects)


def route(subject: MemberId | None, posts: Posts, becoming: Role | None = None) -> Route:
    """Return where a case about somebody goes; None stands for an adult who is no member.

    `becoming` is a post they are to take up: the case goes where they hold no key even then.
    """
    to_be = Row.STAFF if becoming is None else _ABOUT.get(becoming, Row.STAFF)
    begins = max(_row_of(subject, posts), to_be, key=_IN_ORDER.index)
    for row in _IN_ORDER[_IN_ORDER.index(begins) :]:
        holders = holders_of(row, posts)
        if holders and subject not in holders:
            return Route(row, holders)
    return Route(None)


def unfinished(posts: Posts) -> tuple[Missing, ...]:
    """Return what set-up still has to be told: everybody named, everybody with a stand-in.

    A school without a chair says so by a post that nobody holds; about its Head the case then
    goes to the officer or the LADO.
    """
    nobody = [
        Missing(Gap.NOBODY, role)
        for role in _WANTED
        if role not in posts or (posts[role].holder is None and role is not Role.CHAIR)
    ]
    alone = [
        Missing(Gap.NO_STAND_IN, post.role)
        for post in posts.values()
        if post.holder is not None and post.stand_in is None
    ]
    return (*nobody, *alone)


def _row_of(subject: MemberId | None, posts: Posts) -> Row:
    """Return the row for the highest post somebody has a hand in.

    Whoever stands in above the Head is no member of the Head's staff: nobody below receives it.
    """
    rows = [Row.STAFF]
    for role, post in posts.items():
        if subject is not None and subject in post.people():
            if subject == post.holder and role in _ABOUT:
                rows.append(_ABOUT[role])
            if role in (Role.CHAIR, Role.OFFICER):
                rows.append(Row.HEAD if role is Role.CHAIR else Row.CHAIR)
    return max(rows, key=_IN_ORDER.index)


def _holder(posts: Posts, role: Role) -> tuple[MemberId, ...]:
    holder = posts[role].holder if role in posts else None
    return () if holder is None else (holder,)


def _each_once(*people: tuple[MemberId, ...]) -> tuple[MemberId, ...]:
    return tuple(dict.fromkeys(one for some in people for one in some))
