from __future__ import annotations

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.drop import LeftAbout, Whom
from dsl_desk.domain.drop_route import NOBODY, DropWay, KeyHolder, way_of
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.rights import DEFAULT_RIGHTS, Right
from dsl_desk.domain.routing import Row

MAYA, OWEN, HESTER, ALBAN, IRIS = (MemberId(name) for name in ("m", "o", "h", "a", "i"))
CHILD, ADULT, LINK = LeftAbout.CHILD, LeftAbout.ADULT, LeftAbout.LINK
NAMED = LeftAbout.NAMED


def holder(member: MemberId, role: Role) -> KeyHolder:
    rights = DEFAULT_RIGHTS[role]
    writes = frozenset(part for part, right in rights.items() if right is Right.WRITE)
    return KeyHolder(member, role, frozenset(rights), writes)


EVERYBODY = (
    holder(MAYA, Role.DSL),
    holder(OWEN, Role.DEPUTY_DSL),
    holder(HESTER, Role.HEAD),
    holder(ALBAN, Role.CHAIR),
)
POSTS = {
    Role.DSL: Post(Role.DSL, MAYA, OWEN),
    Role.HEAD: Post(Role.HEAD, HESTER),
    Role.CHAIR: Post(Role.CHAIR, ALBAN),
}
STAFF, CHILDREN, DECLARATIONS = (
    Compartment.STAFF,
    Compartment.CHILDREN,
    Compartment.DECLARATIONS,
)


@pytest.mark.parametrize(
    ("whom", "way"),
    [
        (Whom(CHILD), DropWay(CHILDREN, None, (MAYA, OWEN))),
        # Nobody was chosen: it may be about whoever reads Staff.
        (Whom(ADULT), DropWay(None, Row.DSL, (HESTER,))),
        (Whom(NAMED), DropWay(STAFF, None, (HESTER,))),
        (Whom(ADULT, OWEN), DropWay(STAFF, None, (HESTER,))),
        (Whom(ADULT, MAYA), DropWay(None, Row.DSL, (HESTER,))),
        (Whom(ADULT, HESTER), DropWay(None, Row.HEAD, (ALBAN,))),
        (Whom(ADULT, post=Role.HEAD), DropWay(None, Row.HEAD, (ALBAN,))),
        (Whom(ADULT, ALBAN), NOBODY),
        (Whom(LINK, MAYA), DropWay(DECLARATIONS, None, (HESTER,))),
        (Whom(LINK), DropWay(DECLARATIONS, None, (HESTER,))),
        (Whom(LINK, HESTER), DropWay(None, Row.HEAD, (ALBAN,))),
        (Whom(LINK, post=Role.HEAD), DropWay(None, Row.HEAD, (ALBAN,))),
    ],
)
def test_that_each_goes_to_who_may_keep_it_and_never_to_whom_it_is_about(
    whom: Whom, way: DropWay
) -> None:
    assert way_of(whom, POSTS, EVERYBODY) == way
    assert whom.member not in way.to


def test_that_whoever_stands_in_for_the_head_receives_what_they_may_keep() -> None:
    second = KeyHolder(IRIS, Role.STAND_IN, frozenset({STAFF}), frozenset({STAFF}))
    posts = POSTS | {Role.HEAD: Post(Role.HEAD, HESTER, IRIS)}
    people = (*EVERYBODY, second)
    assert way_of(Whom(NAMED), posts, people).to == (HESTER, IRIS)
    # She opens Staff: what is about her does not go there.
    assert way_of(Whom(ADULT, IRIS), posts, people) == DropWay(None, Row.STAFF, (HESTER, MAYA))
    owen = POSTS | {Role.HEAD: Post(Role.HEAD, HESTER, OWEN)}
    assert way_of(Whom(NAMED), owen, EVERYBODY).to == (HESTER,)


def test_that_a_dsl_alone_receives_what_nobody_else_is_there_for() -> None:
    posts, alone = {Role.DSL: Post(Role.DSL, MAYA)}, EVERYBODY[:1]
    assert way_of(Whom(CHILD), posts, alone).to == (MAYA,)
    assert way_of(Whom(ADULT), posts, alone) == DropWay(STAFF, None, (MAYA,))
    assert way_of(Whom(ADULT, MAYA), posts, alone) == NOBODY
    assert way_of(Whom(LINK), posts, alone) == NOBODY


def test_that_a_school_without_lead_or_head_sends_it_to_whoever_may_keep_it() -> None:
    iris = KeyHolder(IRIS, Role.STAND_IN, frozenset({STAFF, CHILDREN}), frozenset({CHILDREN}))
    assert way_of(Whom(CHILD), {}, (iris,)).to == (IRIS,)
    writes = KeyHolder(IRIS, Role.STAND_IN, frozenset(), frozenset({STAFF}))
    posts = {Role.DSL: Post(Role.DSL, MAYA)}
    assert way_of(Whom(NAMED), posts, (writes,)).to == (IRIS,)


def test_that_the_heads_own_link_waits_where_there_is_no_chair() -> None:
    posts = {Role.HEAD: Post(Role.HEAD, HESTER)}
    assert way_of(Whom(LINK, HESTER), posts, EVERYBODY) == NOBODY
