"""No case ever reaches the person it is about."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dsl_desk.domain.ids import MemberId
from dsl_desk.domain.member import Role
from dsl_desk.domain.post import Post
from dsl_desk.domain.routing import Gap, Missing, Route, Row, holders_of, route, unfinished

MAYA, OWEN, HESTER, ALBAN, VICE, OFFICER, LENA = (MemberId(f"{n:02x}" * 16) for n in range(1, 8))
POSTS = {
    post.role: post
    for post in (
        Post(Role.DSL, MAYA, OWEN),
        Post(Role.HEAD, HESTER, LENA),
        Post(Role.CHAIR, ALBAN, VICE),
        Post(Role.OFFICER, OFFICER),
    )
}
PEOPLE = (None, MAYA, OWEN, HESTER)
ROLES = (Role.DSL, Role.HEAD, Role.CHAIR, Role.OFFICER)


@pytest.mark.parametrize(
    ("subject", "row", "holders"),
    [
        (None, Row.STAFF, (HESTER, MAYA)),
        (OWEN, Row.STAFF, (HESTER, MAYA)),
        (LENA, Row.STAFF, (HESTER, MAYA)),
        (MAYA, Row.DSL, (HESTER, LENA)),
        (HESTER, Row.HEAD, (ALBAN, VICE)),
        (ALBAN, Row.CHAIR, (OFFICER,)),
        (VICE, Row.CHAIR, (OFFICER,)),
        (OFFICER, None, ()),
    ],
)
def test_that_a_case_goes_where_the_table_says(
    subject: MemberId | None, row: Row | None, holders: tuple[MemberId, ...]
) -> None:
    assert route(subject, POSTS) == Route(row, holders)
    assert route(subject, POSTS).ends_at_the_lado is (row is None)


def test_that_a_head_who_is_the_dsl_is_looked_at_by_the_chair() -> None:
    both = {**POSTS, Role.DSL: Post(Role.DSL, HESTER, OWEN)}
    assert route(HESTER, both) == Route(Row.HEAD, (ALBAN, VICE))
    assert route(OWEN, both) == Route(Row.STAFF, (HESTER,))


def test_that_without_a_chair_a_case_about_the_head_goes_to_the_officer_or_the_lado() -> None:
    small = {**POSTS, Role.CHAIR: Post(Role.CHAIR, None)}
    assert route(HESTER, small) == Route(Row.CHAIR, (OFFICER,))
    del small[Role.OFFICER]
    assert route(HESTER, small).ends_at_the_lado


def test_that_a_head_who_chairs_is_looked_at_by_nobody_they_know() -> None:
    own = {**POSTS, Role.CHAIR: Post(Role.CHAIR, HESTER, VICE)}
    assert route(HESTER, own) == Route(Row.CHAIR, (OFFICER,))


def assignments() -> st.SearchStrategy[dict[Role, Post]]:
    person = st.sampled_from(PEOPLE)
    post = st.one_of(st.none(), st.tuples(person, person))

    def of(chosen: tuple[tuple[MemberId | None, MemberId | None] | None, ...]) -> dict[Role, Post]:
        return {
            role: Post(role, pair[0], pair[1])
            for role, pair in zip(ROLES, chosen, strict=True)
            if pair is not None
        }

    return st.tuples(post, post, post, post).map(of)


@settings(max_examples=2000)
@given(assignments())
def test_that_no_holder_is_ever_the_subject(posts: dict[Role, Post]) -> None:
    for subject in PEOPLE:
        way = route(subject, posts)
        assert subject not in way.holders
        assert way.ends_at_the_lado is (way.holders == ())
        if way.row is not None:
            assert way.holders == holders_of(way.row, posts)


def test_that_no_holder_is_the_subject_for_every_assignment_of_holders() -> None:
    for holders in product(PEOPLE, repeat=len(ROLES)):
        posts = {role: Post(role, who) for role, who in zip(ROLES, holders, strict=True)}
        assert all(subject not in route(subject, posts).holders for subject in PEOPLE)
        for role, row in ((Role.DSL, Row.DSL), (Role.HEAD, Row.HEAD), (Role.CHAIR, Row.CHAIR)):
            assert posts[role].holder is None or posts[role].holder not in holders_of(row, posts)


def test_that_set_up_is_told_everything_that_is_missing() -> None:
    assert unfinished({}) == (
        Missing(Gap.NOBODY, Role.DSL),
        Missing(Gap.NOBODY, Role.HEAD),
        Missing(Gap.NOBODY, Role.CHAIR),
    )
    posts = {
        Role.DSL: Post(Role.DSL, MAYA),
        Role.HEAD: Post(Role.HEAD, None),
        Role.CHAIR: Post(Role.CHAIR, None),
    }
    assert unfinished(posts) == (Missing(Gap.NOBODY, Role.HEAD), Missing(Gap.NO_STAND_IN, Role.DSL))


def test_that_set_up_is_finished_with_everybody_named_and_with_no_chair_where_there_is_none() -> (
    None
):
    officer = Post(Role.OFFICER, OFFICER, VICE)
    assert unfinished({**POSTS, Role.OFFICER: officer}) == ()
    assert unfinished({**POSTS, Role.OFFICER: officer, Role.CHAIR: Post(Role.CHAIR, None)}) == ()
