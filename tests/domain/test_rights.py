from __future__ import annotations

from itertools import product

import pytest

from dsl_desk.domain.compartment import Compartment
from dsl_desk.domain.entry_class import EntryClass
from dsl_desk.domain.member import Role
from dsl_desk.domain.rights import Right, allows, default_right


@pytest.mark.parametrize(
    ("role", "compartment", "right"),
    [
        (Role.DSL, Compartment.CHILDREN, Right.WRITE),
        (Role.DSL, Compartment.STAFF, Right.WRITE),
        (Role.DSL, Compartment.DECLARATIONS, Right.READ),
        (Role.DEPUTY_DSL, Compartment.CHILDREN, Right.WRITE),
        (Role.DEPUTY_DSL, Compartment.STAFF, Right.NONE),
        (Role.HEAD, Compartment.CHILDREN, Right.AUTHORISE),
        (Role.HEAD, Compartment.DECLARATIONS, Right.WRITE),
        (Role.CHAIR, Compartment.SCHOOL, Right.NONE),
    ],
)
def test_that_roles_begin_with_the_rights_of_the_table(
    role: Role, compartment: Compartment, right: Right
) -> None:
    assert default_right(role, compartment) is right


def allowed(right: Right) -> set[EntryClass]:
    return {each for each in EntryClass if allows(right, each)}


def test_that_reading_leaves_its_own_entries_and_no_others() -> None:
    assert allowed(Right.READ) == {
        EntryClass.FOUNDING,
        EntryClass.UNLOCK,
        EntryClass.OPENED,
        EntryClass.EXPORT,
        EntryClass.SNAPSHOT,
        EntryClass.WAY_IN,
    }


def test_that_authority_is_reading_and_authorising() -> None:
    assert allowed(Right.AUTHORISE) == allowed(Right.READ) | {EntryClass.AUTHORISATION}


def test_that_without_a_key_nothing_may_be_written() -> None:
    assert allowed(Right.NONE) == set()


def test_that_whoever_writes_never_authorises_what_was_written() -> None:
    assert allowed(Right.WRITE) == set(EntryClass) - {
        EntryClass.AUTHORISATION,
        EntryClass.CASE,
    }


def test_that_rights_reach_further_and_further() -> None:
    rights = (Right.NONE, Right.READ, Right.AUTHORISE, Right.WRITE)
    for nearer, further in product(rights, rights):
        beyond = rights.index(further) > rights.index(nearer)
        assert further.reaches_beyond(nearer) is beyond
