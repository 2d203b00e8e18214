"""Who reviews a declaration: never whose it is, and never where they could read it."""

from __future__ import annotations

import pytest

from dsl_desk.domain.declaration_route import reviewer_of
from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Row

DSL, HEAD, CHAIR, OFFICER, DEPUTY, LENA = map(
    MemberId, ("dsl", "head", "chair", "officer", "deputy", "lena")
)
POSTS = {
    Role.DSL: Post(Role.DSL, DSL, DEPUTY),
    Role.HEAD: Post(Role.HEAD, HEAD, DEPUTY),
    Role.CHAIR: Post(Role.CHAIR, CHAIR),
    Role.OFFICER: Post(Role.OFFICER, OFFICER),
}
READERS = (DSL, HEAD)


@pytest.mark.parametrize(
    ("member", "role", "people", "row"),
    [
        (None, Role.HEAD, (HEAD, DEPUTY), None),
        (LENA, Role.HEAD, (HEAD, DEPUTY), None),
        (DEPUTY, Role.HEAD, (HEAD,), None),
        (DSL, Role.HEAD, (HEAD, DEPUTY), Row.DSL),
        (HEAD, Role.CHAIR, (CHAIR,), Row.HEAD),
    ],
)
def test_that_everybodys_goes_to_somebody_else(
    member: MemberId | None, role: Role, people: tuple[MemberId, ...], row: Row | None
) -> None:
    goes = reviewer_of(member, POSTS, READERS)
    assert (goes.role, goes.people, goes.row) == (role, people, row)


def test_that_whoever_stands_in_and_reads_goes_one_further() -> None:
    goes = reviewer_of(DEPUTY, POSTS, (*READERS, DEPUTY))
    assert (goes.role, goes.people, goes.row) == (Role.CHAIR, (CHAIR,), Row.HEAD)
    above = reviewer_of(CHAIR, POSTS, (*READERS, CHAIR))
    assert (above.role, above.people, above.row) == (Role.OFFICER, (OFFICER,), Row.CHAIR)


def test_that_where_nobody_is_left_it_is_for_somebody_outside() -> None:
    alone = {Role.HEAD: Post(Role.HEAD, HEAD)}
    assert reviewer_of(HEAD, alone, READERS).people == ()
    assert reviewer_of(None, {}, ()).people == ()
    goes = reviewer_of(HEAD, {Role.HEAD: Post(Role.HEAD, HEAD), Role.CHAIR: POSTS[Role.CHAIR]}, ())
    assert goes.row is Row.HEAD


def test_that_another_post_can_review() -> None:
    goes = reviewer_of(LENA, POSTS, READERS, Role.DSL)
    assert (goes.role, goes.people) == (Role.DSL, (DSL, DEPUTY))
