"""Rows of the vault's page, changed one at a time; nothing here signs or writes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from dsl_desk.domain.rights import Right
from dsl_desk.keys.doors import Door
from dsl_desk.keys.header import Grant, MemberRow
from dsl_desk.keys.wraps import Place, Suite

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dsl_desk.domain.compartment import Compartment
    from dsl_desk.domain.member import Member, Role
    from dsl_desk.domain.post import Post
    from dsl_desk.domain.ways_in import FirstWay
    from dsl_desk.keys.doors import DoorPlan
    from dsl_desk.keys.header import Header, PartRow
    from dsl_desk.keys.person import Person


@dataclass(frozen=True)
class Newcomer:
    """Somebody who is to become a member, and the way in they choose to begin with."""

    name: str = field(repr=False)
    role: Role
    first: FirstWay = field(repr=False)


def row_of(
    person: Person, member: Member, header: Header, plans: tuple[DoorPlan, ...]
) -> MemberRow:
    """Return the row of a new member, with their first ways in and no key yet."""
    row = MemberRow(
        member=member,
        vault=header.vault,
        anchor=header.members[0].anchor,
        signing=person.signing_key(),
        sealing=person.opening.sealing_key(),
        rights={},
    )
    doors = tuple(Door.made(person.secret(), row.record(), plan) for plan in plans)
    return replace(row, doors=doors)


def with_right(row: MemberRow, part: PartRow, key: bytes, right: Right) -> MemberRow:
    """Return a row that has a right in a part, and the key that goes with it."""
    place = Place(row.vault, part.compartment, part.epoch, row.member.id)
    wrap = row.sealing.wrap(key, place, Suite.HYBRID)
    grant = Grant(part.compartment, part.epoch, Suite.HYBRID, wrap)
    kept = without_right(row, part.compartment)
    return replace(
        kept, rights={**kept.rights, part.compartment: right}, grants=(*kept.grants, grant)
    )


def without_right(row: MemberRow, compartment: Compartment) -> MemberRow:
    """Return a row without right and key in a part."""
    return replace(
        row,
        rights={part: right for part, right in row.rights.items() if part is not compartment},
        grants=tuple(grant for grant in row.grants if grant.compartment is not compartment),
    )


def without_key(row: MemberRow, compartment: Compartment) -> MemberRow:
    """Return a row without right and key in a part, and without the keys of its closed files."""
    kept = tuple(grant for grant in row.kept if grant.compartment is not compartment)
    return replace(without_right(row, compartment), kept=kept)


def with_file_closed(header: Header, compartment: Compartment) -> Header:
    """Return the page with a part's file among those that are kept; its holders keep its key."""
    members = tuple(
        replace(row, kept=(*row.kept, *_grants_of(row, compartment))) for row in header.members
    )
    return replace(header, members=members, kept=(*header.kept, part_row(header, compartment)))


def _grants_of(row: MemberRow, compartment: Compartment) -> tuple[Grant, ...]:
    return tuple(grant for grant in row.grants if grant.compartment is compartment)


def with_row(header: Header, row: MemberRow) -> Header:
    """Return the page with a row in its place, or at the end."""
    others = tuple(row if old.member.id == row.member.id else old for old in header.members)
    return replace(header, members=others if row in others else (*others, row))


def with_post(header: Header, post: Post) -> Header:
    """Return the page with a post filled."""
    others = tuple(old for old in header.posts if old.role is not post.role)
    return replace(header, posts=(*others, post))


def part_row(header: Header, compartment: Compartment) -> PartRow:
    """Return the row of a part; every vault has all of them."""
    return next(row for row in header.parts if row.compartment is compartment)


def with_new_lock(header: Header, part: PartRow, key: bytes) -> Header:
    """Return the page with a part in another file under another key, wrapped to all its holders."""
    members = tuple(
        with_right(row, part, key, row.rights[part.compartment])
        if part.compartment in holding(row)
        else row
        for row in header.members
    )
    return with_part(replace(header, members=members), part)


def with_part(header: Header, part: PartRow) -> Header:
    """Return the page with a part in another file."""
    parts = tuple(part if old.compartment is part.compartment else old for old in header.parts)
    return replace(header, parts=parts)


def holding(row: MemberRow) -> Mapping[Compartment, Right]:
    """Return the parts somebody holds a key of, and the right in each."""
    return {part: right for part, right in row.rights.items() if right is not Right.NONE}
