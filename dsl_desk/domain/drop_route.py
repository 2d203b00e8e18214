"""Who receives what is left, and where it is kept: the same rule for leaving and for taking in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.routing import Row, holders_of, route

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dsl_desk.domain.routing import Posts

_SAFEGUARDING = (Role.DSL, Role.DEPUTY_DSL)


@dataclass(frozen=True)
class KeyHolder:
    """A member as the rule looks at them: their role, what they read, where they may write."""

    id: MemberId
    role: Role
    reads: frozenset[Compartment]
    writes: frozenset[Compartment]


@dataclass(frozen=True)
class DropWay:
    """Where something left goes: a part, or the group of a row. `to` empty: to nobody in here."""

    part: Compartment | None
    row: Row | None
    to: tuple[MemberId, ...] = field(default=())


NOBODY = DropWay(None, None)


@dataclass(frozen=True)
class Receivers:
    """Who receives it, by name, and whether it is kept for them alone. No names: the LADO alone."""

    names: tuple[str, ...] = field(default=(), repr=False)
    alone: bool = False


def way_of(whom: Whom, posts: Posts, people: Sequence[KeyHolder]) -> DropWay:
    """Return who receives it: always somebody who may keep it, never whom it is about."""
    if whom.about is LeftAbout.CHILD:
        return _about_a_child(posts, people)
    if whom.about is LeftAbout.LINK:
        return _a_link(whom, posts, people)
    if whom == Whom(LeftAbout.ADULT):
        alone = holders_of(Row.DSL, posts)
        if alone:  # it may be about anybody who reads Staff
            return DropWay(None, Row.DSL, alone)
    return _about_an_adult(whom, posts, people)


def _about_a_child(posts: Posts, people: Sequence[KeyHolder]) -> DropWay:
    """Send it to the DSL and every deputy, so that an absence does not hide it."""
    keep = _writers(Compartment.CHILDREN, people)
    named = _people(Role.DSL, posts)
    leads = [*named, *(one.id for one in people if one.role in _SAFEGUARDING)]
    return _kept_in(Compartment.CHILDREN, [one for one in leads if one in keep] or keep)


def _about_an_adult(whom: Whom, posts: Posts, people: Sequence[KeyHolder]) -> DropWay:
    subject = MemberId(whom.member) if whom.member else None
    goes = route(subject, posts, whom.post)
    if goes.row is None:
        return NOBODY
    opens_staff = any(one.id == subject and Compartment.STAFF in one.reads for one in people)
    if goes.row is not Row.STAFF or opens_staff:
        return DropWay(None, goes.row, goes.holders)
    keep = [one for one in _writers(Compartment.STAFF, people) if one != subject]
    heads = [one for one in _people(Role.HEAD, posts) if one in keep]
    others = [one for one in goes.holders if one in keep]
    return _kept_in(Compartment.STAFF, heads or others or keep)


def _a_link(whom: Whom, posts: Posts, people: Sequence[KeyHolder]) -> DropWay:
    """Send it to whoever reviews: the Head; the Head's own goes to the chair, sealed."""
    heads = _people(Role.HEAD, posts)
    if whom.post is Role.HEAD or (heads and whom.member == heads[0]):
        holders = tuple(one for one in holders_of(Row.HEAD, posts) if one != whom.member)
        return DropWay(None, Row.HEAD, holders) if holders else NOBODY
    keep = [one for one in _writers(Compartment.DECLARATIONS, people) if one != whom.member]
    return _kept_in(Compartment.DECLARATIONS, [one for one in heads if one in keep] or keep)


def _kept_in(part: Compartment, to: Iterable[MemberId]) -> DropWay:
    receiving = tuple(dict.fromkeys(to))
    return DropWay(part, None, receiving) if receiving else NOBODY


def _writers(part: Compartment, people: Sequence[KeyHolder]) -> list[MemberId]:
    return [one.id for one in people if part in one.writes]


def _people(role: Role, posts: Posts) -> tuple[MemberId, ...]:
    return posts[role].people() if role in posts else ()
